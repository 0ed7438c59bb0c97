import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { formToken, hashToken } from '#platform/http/session-cookie.ts'
import { testApp } from '../../../testing/cast.ts'
import { runJobs } from '../../../testing/run-jobs.ts'

const t = await testApp()
const intake = await t.as('Imani Osei')
const manager = await t.as('Ruth Adeyemi')
const folder = join(import.meta.dirname, '../../../../database/cast/daily-transfer')
const day = (number: number) => readFileSync(join(folder, `NOTTS_ADT_201703${number}.csv`))
const waiting = () => readdirSync(tmpdir()).filter((name) => name.startsWith('waymark-upload-')).length

type Sender = typeof intake
const tokenOf = ({ cookie, actor }: Sender) =>
  formToken(t.secret, { area_id: actor.area_id, token_hash: hashToken(cookie.split('.')[1]!) })
async function upload(
  who: Sender,
  url: string,
  fields: Record<string, string>,
  file?: { name: string; content: Uint8Array },
  token = tokenOf(who),
) {
  const form = new FormData()
  form.set('_csrf', token)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', new Blob([new Uint8Array(file.content)]), file.name)
  const response = await t.app.request(url, {
    method: 'POST',
    body: form,
    headers: { cookie: who.cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  return { status: response.status, location: response.headers.get('location'), text: await response.text() }
}

test('a file is sent by the page, and what became of it adds up', async () => {
  const sent = await upload(
    intake,
    '/transfers/send',
    { profile: 'nottinghamshire-police' },
    { name: 'NOTTS_ADT_20170313.csv', content: day(13) },
  )
  assert.equal(sent.status, 303)
  assert.match((await intake.get(sent.location!)).text, /The file waits for its turn/)
  assert.equal(await runJobs(t), 1)
  const { text } = await intake.get(sent.location!)
  assert.match(text, /It adds up\.<\/strong> 41 rows in the file\. 31 accepted \+ 6 held \+ 4 refused = 41/)
  assert.match((await intake.get('/transfers')).text, /NOTTS_ADT_20170313\.csv/)
  assert.match((await intake.get(`${sent.location}?result=out-of-scope`)).text, /Drunk and disorderly/)
  const csv = await intake.get(`${sent.location}/results.csv`)
  assert.equal(csv.text.trim().split('\n').length, 42)
  const again = await upload(
    intake,
    '/transfers/send',
    { profile: 'nottinghamshire-police' },
    { name: 'NOTTS_ADT_20170313.csv', content: day(13) },
  )
  assert.equal(again.location, sent.location)
  assert.equal(await runJobs(t), 0)
  assert.equal(waiting(), 0)
})

test('a file is tried without keeping anything of it', async () => {
  const tried = await upload(
    intake,
    '/transfers/try',
    { profile: 'nottinghamshire-police' },
    { name: 'x.csv', content: day(14) },
  )
  assert.equal(tried.status, 200)
  assert.match(tried.text, /Nothing was kept\. 40 rows/)
  assert.match(tried.text, /Metz/)
  const { rows } = await intake.act((ctx) =>
    sql<{ n: number }>`select count(*)::int as n from referrals.transfer`.execute(ctx.db),
  )
  assert.equal(rows[0]!.n, 1)
})

test('what is wrong with a file or a form is said on its page, and nothing is kept', async () => {
  for (const [fields, file, says] of [
    [{ profile: 'nottinghamshire-police' }, undefined, /Choose the file/],
    [{}, { name: 'x.csv', content: day(14) }, /Choose how the file is written/],
    [{ profile: 'nobody' }, { name: 'x.csv', content: day(14) }, /nobody/],
    [
      { profile: 'nottinghamshire-police' },
      { name: 'x.csv', content: Buffer.from('A;B\n1;2\n') },
      /no column/,
    ],
  ] as const) {
    const answer = await upload(intake, '/transfers/send', fields, file)
    assert.equal(answer.status, 422)
    assert.match(answer.text, says)
  }
  assert.equal((await intake.post('/transfers/send', {})).status, 422)
  const forged = await upload(
    intake,
    '/transfers/send',
    { profile: 'nottinghamshire-police' },
    { name: 'x.csv', content: day(14) },
    'forged',
  )
  assert.equal(forged.status, 403)
  assert.equal(waiting(), 0)
})

test('a profile is made from a sample, says what is wrong with it, and reads a file', async () => {
  const sample =
    'Crime Ref;Created;Victim;Gender;Agreed\nC1;2017-03-01;Day, Ann;F;Told\nC2;2017-03-02;Fox, Bo;X9;Objects\n'
  const made = await upload(
    manager,
    '/mapping-profiles/sample',
    {},
    { name: 's.csv', content: Buffer.from(sample) },
  )
  assert.equal(made.status, 200)
  assert.match(made.text, /value="YYYY-MM-DD"/)
  assert.match(made.text, /<option value="Crime Ref" selected/)
  assert.doesNotMatch(made.text, /Day, Ann|Fox/)
  const typed = {
    title: 'Derwent',
    profile: 'derwent',
    sender: 'Derwent Police',
    encoding: 'utf-8',
    separator: ';',
    header_row: '1',
    date_formats: 'YYYY-MM-DD',
    row_is: 'victim',
    column_occurrence_no: 'Crime Ref',
    column_reported_on: 'Created',
    column_full_name: 'Victim',
    column_consent_basis: 'Agreed',
    codes_consent_basis: 'Told = notified-right\nObjects = declined',
    column_sex: 'Gender',
  }
  const wrong = await manager.post('/mapping-profiles/make', {
    ...typed,
    profile: 'Derwent!',
    codes_consent_basis: 'Told = agreed',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Small letters/)
  assert.match(wrong.text, /consent basis/)
  assert.equal(
    (await manager.post('/mapping-profiles/make', typed)).location,
    '/transfers/send?profile=derwent',
  )
  const sent = await upload(
    intake,
    '/transfers/send',
    { profile: 'derwent' },
    { name: 's.csv', content: Buffer.from(sample) },
  )
  await runJobs(t)
  const { text } = await intake.get(sent.location!)
  assert.match(text, /2 rows in the file/)
  const list = (await manager.get('/mapping-profiles')).text
  const url = /\/mapping-profiles\/[0-9a-f-]{36}/.exec(list)![0]
  assert.match((await manager.get(url)).text, /notified-right/)
  assert.match((await manager.post(url, { written: '{"profile":"derwent"}' })).text, /cannot be used/)
  const slip = await manager.post(url, { written: '{"profile":"derwent",\n}' })
  assert.match(
    slip.text,
    /The profile, line 2, column 1: a comma stands before the closing brace\. Take it out/,
  )
  assert.equal((await intake.post('/mapping-profiles/make', typed)).status, 403)
})

test('a program sends a file once, however often it asks', async () => {
  const key = /wmk\.[\w.-]+/.exec(
    (await manager.post('/sender-keys', { profile: 'nottinghamshire-police' })).text,
  )![0]
  const post = async (
    headers: Record<string, string>,
    content = day(15),
    name = 'NOTTS_ADT_20170315.csv',
  ) => {
    const response = await t.app.request('/api/transfers', {
      method: 'POST',
      body: new Uint8Array(content),
      headers: { 'content-disposition': `attachment; filename="${name}"`, ...headers },
    })
    return { status: response.status, body: (await response.json()) as Record<string, never> }
  }
  const mine = { authorization: `Bearer ${key}`, 'idempotency-key': 'day-15' }
  const first = await post(mine)
  assert.equal(first.status, 201)
  assert.equal(first.body.rows, 44)
  const again = await post(mine)
  assert.deepEqual(
    [again.status, again.body.state, again.body.transfer_id],
    [200, 'already-read', first.body.transfer_id],
  )
  assert.equal((await post(mine, day(14))).status, 409)
  assert.equal((await post({ authorization: mine.authorization })).status, 400)
  assert.equal((await post({ 'idempotency-key': 'x' })).status, 401)
  assert.equal((await post({ ...mine, authorization: `Bearer ${key.slice(0, -1)}_` })).status, 401)
  assert.equal((await post({ ...mine, 'idempotency-key': 'other' }, Buffer.from('A,B\n1,2\n'))).status, 422)
  const receipts = await t.app.request(first.body.receipts!, {
    headers: { authorization: mine.authorization },
  })
  const { receipts: rows } = (await receipts.json()) as {
    receipts: { row: number; result: string; occurrence: string }[]
  }
  assert.equal(rows.length, 44)
  assert.deepEqual([rows[40]!.occurrence, rows[40]!.result], ['1700000114', 'error'])
  const revoke = /\/sender-keys\/[0-9a-f-]{36}\/revoke/.exec((await manager.get('/sender-keys')).text)![0]
  assert.equal((await manager.post(revoke)).status, 303)
  assert.equal((await post(mine)).status, 401)
  assert.equal(waiting(), 0)
})
