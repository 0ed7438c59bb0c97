import assert from 'node:assert/strict'
import test from 'node:test'
import pg from 'pg'
import { idIn, testApp } from '../../testing/cast.ts'
import { SERVICE_IN_2018, signPaperRead } from '../../testing/publication-cast.ts'
import { makeSmallService, type Small } from './writing/service-in-small.ts'

const t = await testApp()
const ruth = await t.as('Ruth Adeyemi')
const craig = await t.as('Craig Galloway')
const made = await ruth.act((ctx) => makeSmallService(ctx, 240))

const paper_id = idIn((await ruth.post('/papers/start', SERVICE_IN_2018)).location)

/** What the paper must say, counted from what the test made. */
function expected(small: Small) {
  const longer = small.cases.filter((c) => c.tier === 'longer-term')
  const items = (type: string) =>
    small.actions
      .filter((a) => a.type === type && longer.some((c) => c.case_id === a.case_id))
      .reduce((sum, a) => sum + (type === 'target-hardening' ? a.quantity : 1), 0)
  const returned = small.surveys.filter((s) => s.satisfied !== null)
  return {
    referrals: small.referrals.length,
    self_referrals: small.referrals.filter((r) => r.source === 'self').length,
    supported: new Set(small.cases.map((c) => c.person)).size,
    longer_term: new Set(longer.map((c) => c.person)).size,
    advocacy: items('advocacy'),
    target_hardening: items('target-hardening'),
    rj: small.rj.length,
    rj_conference: small.rj.filter((r) => r.outcome === 'conference').length,
    rj_none: small.rj.filter((r) => r.outcome === null).length,
    outcomes_n: small.changes.length,
    outcomes_improved: small.changes.filter((c) => c.last > c.first).length,
    outcomes_declined: small.changes.filter((c) => c.last < c.first).length,
    surveys_sent: small.surveys.length,
    satisfied: returned.filter((s) => s.satisfied).length,
    satisfied_n: returned.length,
  }
}

/** What the paper says: every figure by its key, as it is printed in a sentence. */
async function said(): Promise<Record<string, string>> {
  const { text } = await ruth.get(`/papers/${paper_id}`)
  return Object.fromEntries(
    [...text.matchAll(/href="\/papers\/[^"]+\/figures\/([\w-]+)"[^>]*>([^<]+)</g)].map((m) => [m[1]!, m[2]!]),
  )
}

async function compare(small: Small) {
  const printed = await said()
  for (const [key, value] of Object.entries(expected(small)))
    if (value > 0 || key in printed) assert.equal(printed[key], value.toLocaleString('en-GB'), key)
}

test('every figure of the paper is a count of the records', async () => compare(made))

test('the paper says how many restorative justice referrals have no outcome recorded', async () => {
  const { text } = await ruth.get(`/papers/${paper_id}`)
  assert.match(text, /RJ referrals have no outcome recorded/)
})

test('a figure opens its definition, period, as-at time, n and query, and a list as long as the figure', async () => {
  const printed = await said()
  const keys = Object.keys(printed)
  for (const key of ['rj_none', 'referrals-received_self_value', 'outcome-change_cope_2018-19-Q2_improved'])
    assert.ok(keys.includes(key), `${key}: in a sentence, a list and a table`)
  for (const key of keys) {
    const { text } = await ruth.get(`/papers/${paper_id}/figures/${key}`)
    for (const words of [/Period|>\s*On\s*</, /As at/, /The query that was run/, /December 2018/])
      assert.match(text, words, key)
    let next: string | undefined = /href="(\/measures\/[^"]+)"[^>]*>Open the list/
      .exec(text)?.[1]
      ?.replaceAll('&amp;', '&')
    assert.ok(next, key)
    let lines = 0
    const path = next.split('?')[0]!
    while (next) {
      const list: string = (await ruth.get(next)).text
      lines += (list.split('<tbody')[1] ?? '').split('<tr').length - 1
      const more: string | undefined = /href="(\?[^"]*after=[^"]+)"/
        .exec(list)?.[1]
        ?.replaceAll('&amp;', '&')
        .replaceAll('&#x2F;', '/')
      next = more ? `${path}${more}` : undefined
    }
    if (key.startsWith('outcome-change_cope'))
      assert.match(text, /as counted where outcome in \((?:'|&#39;|&#x27;)cope/)
    const counted = /the list of the ([\d,]+) that/.exec(text)?.[1] ?? printed[key]!
    assert.equal(lines, Number(counted.replaceAll(',', '')), key)
  }
})

test('a section refuses nothing and keeps hostile text as text', async () => {
  const hostile = '<script>alert(1)</script> \u202Eevil {{referrals}} =cmd()'
  assert.equal((await ruth.post(`/papers/${paper_id}/sections/8`, { words: hostile })).status, 303)
  const { text } = await ruth.get(`/papers/${paper_id}`)
  assert.ok(!text.includes('<script>alert'))
  assert.ok(text.includes('&lt;script&gt;alert'))
  // Braces that no figure fills keep a paper from being signed.
  assert.match(
    (await ruth.get(`/papers/${paper_id}/checks`)).text,
    /stands where something was to be filled in/,
  )
  assert.equal((await ruth.post(`/papers/${paper_id}/sections/8`, { words: 'None.' })).status, 303)
})

test('what a paper is started with is asked for in words', async () => {
  const { status, text } = await ruth.post('/papers/start', { ...SERVICE_IN_2018, 'period_to-year': 2017 })
  assert.equal(status, 422)
  assert.match(text, /The last day of the period must not be before its first day/)
})

test('the office reads and signs a paper once it is submitted, never before, and its writer never signs it', async () => {
  assert.equal((await craig.get(`/papers/${paper_id}`)).status, 404)
  assert.equal((await ruth.post(`/papers/${paper_id}/submit`)).status, 303)
  assert.equal((await craig.get(`/papers/${paper_id}`)).status, 200)
  assert.equal((await ruth.post(`/papers/${paper_id}/sign-off`)).status, 403)
  assert.equal((await signPaperRead(craig, paper_id)).status, 303)
  assert.match((await craig.post(`/papers/${paper_id}/sign-off`)).text, /signed off already/)
  assert.match(
    (await ruth.post(`/papers/${paper_id}/sections/8`, { words: 'More' })).text,
    /can no longer be changed/,
  )
})

test('with a hundred referrals gone, a new paper changes accordingly, and the signed one stays and says so', async () => {
  const before = await said()
  const left = await removeReferrals(100)
  const signed = await ruth.get(`/papers/${paper_id}`)
  assert.deepEqual(await said(), before, 'a signed paper never changes')
  assert.match(signed.text, /Restated since sign-off/)
  assert.match(signed.text, /Referrals received: 240 as at .*; 140 as at/)
  const again = idIn((await ruth.post('/papers/start', SERVICE_IN_2018)).location)
  const { text } = await ruth.get(`/papers/${again}`)
  const printed = Object.fromEntries(
    [...text.matchAll(/figures\/(\w+)"[^>]*>([^<]+)</g)].map((m) => [m[1]!, m[2]!]),
  )
  for (const [key, value] of Object.entries(expected(left)))
    if (value > 0) assert.equal(printed[key], value.toLocaleString('en-GB'), key)
})

test('the paper is a Word file too', async () => {
  const { response, status } = await ruth.get(`/papers/${paper_id}/paper.docx`)
  assert.equal(status, 200)
  assert.equal(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  )
})

/** Takes the first referrals away with all that hangs on them, as nobody can from a page. Returns what is left. */
async function removeReferrals(count: number): Promise<Small> {
  const gone = new Set(made.referrals.slice(0, count).map((r) => r.referral_id))
  const cases = made.cases.filter((c) => gone.has(c.referral_id)).map((c) => c.case_id)
  const client = new pg.Client({ connectionString: t.url })
  await client.connect()
  // Even an administrator's change is kept, and so needs an area to be kept in.
  await client.query(`set waymark.area_id = '${ruth.actor.area_id}'`)
  for (const table of [
    'support.action',
    'support.closure',
    'outcomes.self_assessment',
    'outcomes.survey',
    'support.case',
  ])
    await client.query(`delete from ${table} where case_id = any ($1)`, [cases])
  await client.query(
    `delete from restorative_justice.rj_outcome o using restorative_justice.rj_referral r
    where o.rj_referral_id = r.rj_referral_id and r.referral_id = any ($1)`,
    [[...gone]],
  )
  await client.query('delete from restorative_justice.rj_referral where referral_id = any ($1)', [[...gone]])
  await client.query('delete from referrals.referral where referral_id = any ($1)', [[...gone]])
  await client.end()
  const kept = <T extends { case_id: string }>(rows: T[]) =>
    rows.filter((row) => !cases.includes(row.case_id))
  return {
    referrals: made.referrals.slice(count),
    cases: kept(made.cases),
    actions: kept(made.actions),
    changes: kept(made.changes),
    surveys: kept(made.surveys),
    rj: made.rj.filter((r) => !gone.has(r.referral_id)),
  }
}
