import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { identityFacts, personHead, recordPerson } from '../index.ts'
import { KEY_COLUMNS, personKeys } from '../keys/person-keys.ts'
import { readKeyFacts } from '../keys/key-facts.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')
const id = await dan.act((ctx) =>
  recordPerson(ctx, {
    forename: 'Rhetta',
    surname: 'Zemlak',
    date_of_birth: '1957-04-08',
    contact_methods: [{ kind: 'mobile', value: '07700 900100' }],
    address: { postcode: 'NG8 3DJ' },
  }),
)
const url = `/people/${id}`
const same = {
  forename: 'Rhetta',
  surname: 'Zemlak',
  'date_of_birth-day': '8',
  'date_of_birth-month': '4',
  'date_of_birth-year': '1957',
  sensitive: 'no',
}

test('the record says who the person is and how they may be reached', async () => {
  const page = await dan.get(url)
  for (const words of [
    'Rhetta Zemlak',
    '8 Apr 1957',
    'Call mobile',
    'Nottingham',
    '07700 900100',
    'Nobody has asked whether a letter',
  ])
    assert.ok(page.text.includes(words), words)
  assert.ok(!/<title>[^<]*Zemlak/.test(page.text), 'no name in the title')
})

test('a corrected name is kept nowhere; a changed name is kept as a previous one, and finds the person', async () => {
  assert.equal((await dan.post(`${url}/edit`, { ...same, forename: 'Retta' })).status, 422)
  await dan.post(`${url}/edit`, { ...same, forename: 'Retta', keep_previous: 'correct' })
  assert.ok(!(await dan.get(url)).text.includes('Rhetta'))
  await dan.post(`${url}/edit`, { ...same, forename: 'Retta', surname: 'Oduya', keep_previous: 'keep' })
  const page = await dan.get(url)
  assert.ok(page.text.includes('Retta Oduya') && page.text.includes('Retta Zemlak'))
  assert.ok((await dan.post('/people', { surname: 'zemlak' })).text.includes(url), 'by the previous surname')
  assert.ok((await dan.post('/people', { surname: 'odu' })).text.includes(url), 'by the new one')
})

test('the keys a record is found by stay true to it through every change', async () => {
  const kept = await dan.act(async (ctx) => {
    const [facts] = await readKeyFacts(ctx, [id])
    const rows = await ctx.db
      .selectFrom('people.person_key')
      .selectAll()
      .where('person_id', '=', id)
      .orderBy('part')
      .execute()
    const wanted = personKeys(facts!, facts!.held_by).map((row) => ({
      ...Object.fromEntries(KEY_COLUMNS.map((column) => [column, row[column] ?? null])),
      part: row.part,
      packed: row.packed ?? null,
    }))
    return { rows: rows.map(({ area_id: _, person_id: __, held_by: ___, ...row }) => row), wanted }
  })
  assert.deepEqual(kept.rows, kept.wanted)
})

test('a pseudonym is shown instead of the name on every page', async () => {
  await dan.post(`${url}/edit`, {
    ...same,
    forename: 'Retta',
    surname: 'Oduya',
    pseudonym: 'Robin',
    sensitive: 'yes',
    sensitive_because: 'stalking',
  })
  const head = await dan.act((ctx) => personHead(ctx, id))
  assert.equal(head.name, 'Robin')
  assert.ok((await dan.post('/people', { surname: 'odu' })).text.includes('>Robin</a>'))
  const facts = identityFacts(head).map(({ label, value }) => `${label}: ${String(value)}`)
  assert.deepEqual(facts.slice(0, 2), ['Safe contact: No safe route: do not contact', 'Sensitive: stalking'])
})

test('what was before is kept by the database, with who changed it', async () => {
  const changes = await dan.act((ctx) =>
    ctx.asAuditor((db) =>
      db
        .selectFrom('access.change')
        .select(['before', 'actor_id'])
        .where('record_id', '=', id)
        .where('operation', '=', 'update')
        .orderBy('changed_at')
        .execute(),
    ),
  )
  assert.equal((changes[0]!.before as { forename: string }[])[0]!.forename, 'Rhetta')
  assert.ok(changes.every((change) => change.actor_id === dan.actor.actor_id))
})

test('looking is on record before anything is shown', async () => {
  const looked = await dan.act((ctx) =>
    ctx.asAuditor((db) =>
      db.selectFrom('access.visit').select(['action', 'path']).where('record_id', '=', id).execute(),
    ),
  )
  assert.ok(
    looked.some((visit) => visit.action === "see a person's record") &&
      looked.every((visit) => !/zemlak|oduya/i.test(visit.path)),
  )
})

test('a manager and the data protection officer see who has looked and what changed, but no number', async () => {
  for (const name of ['Ruth Adeyemi', 'Priya Raman']) {
    const page = await (await t.as(name)).get(`${url}/who-has-looked`)
    assert.equal(page.status, 200, name)
    for (const words of ['Dan Jessop', 'see a person&#39;s record', 'Rhetta', 'What has changed'])
      assert.ok(page.text.includes(words), words)
    assert.ok(!page.text.includes('900100'), 'nothing past the one door')
  }
  assert.equal((await dan.get(`${url}/who-has-looked`)).status, 403)
  assert.ok((await (await t.as('Ruth Adeyemi')).get(url)).text.includes('See who has looked'))
  assert.ok(!(await dan.get(url)).text.includes('See who has looked'))
})

test('a higher module fills the record: panels, actions, and whether a case is sensitive', async () => {
  const { people } = await import('../index.ts')
  const { html } = await import('#platform/design-system/index.ts')
  const { makeApp } = await import('../../../app.ts')
  const own = people({
    panels: [async (_, person_id) => html`<h2>Cases of ${person_id}</h2>`, async () => null],
    actions: [
      { text: 'Open a case', href: (person_id) => `/cases/open/${person_id}`, roles: ['caseworker'] },
      { text: 'Sign', href: () => '/sign', roles: ['commissioner_signatory'] },
    ],
    sensitive: async () => true,
  })
  const app = makeApp(t.options, [...t.modules.filter((m) => m.name !== 'people'), own])
  const page = await (await app.request(url, { headers: { cookie: dan.cookie } })).text()
  assert.ok(
    page.includes(`Cases of ${id}`) && page.includes(`/cases/open/${id}`) && !page.includes('"/sign"'),
  )
})
