import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { runJob } from '#platform/jobs/jobs.ts'
import { idIn, testApp } from '../../../testing/cast.ts'
import { runJobs } from '../../../testing/run-jobs.ts'
import { findProfile, keepProfile } from '../mapping-profiles/find-profile.ts'
import { readProfile } from '../mapping-profiles/mapping-profile.ts'
import { resultsOf } from '../transfers/transfer-results.ts'
import { takeFile } from '../sending/send-file.ts'
import { howFar } from './how-far.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const intake = await t.as('Imani Osei')
const folder = join(import.meta.dirname, '../../../../database/cast/daily-transfer')
const visit = { visit_id: '019aa000-0000-7000-8000-000000000001', query: {} }
const notts = await intake.act((ctx) => findProfile(ctx, 'nottinghamshire-police'))
const fileOf = (file_name: string, content: Buffer) => ({
  file_name,
  bytes: content.length,
  path: '',
  open: async function* () {
    yield content
  },
})
const take = (name: string, content: Buffer, profile = notts) =>
  takeFile(t, intake.actor, visit, { file: fileOf(name, content), profile })
const asked = (question: ReturnType<typeof sql<{ n: number }>>) =>
  intake.act(async (ctx) => (await question.execute(ctx.db)).rows[0]!.n)

test('three days sent by the page and read by the job give what is expected of every row', async () => {
  const found: string[] = []
  for (const day of [13, 14, 15]) {
    const name = `NOTTS_ADT_201703${day}.csv`
    const { transfer_id } = await take(name, readFileSync(join(folder, name)))
    assert.equal(await runJobs(t), 1)
    for await (const row of resultsOf(t.act, intake.actor, transfer_id, name))
      found.push(Object.values(row).join(','))
  }
  const expected = readFileSync(join(folder, 'expected.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
  assert.deepEqual(found, expected)
  assert.equal(await asked(sql`select count(*)::int as n from referrals.waiting_piece`), 0)
})

test('a reading killed in the middle goes on where it was, and pages answer meanwhile', async () => {
  const lines = readFileSync(join(folder, 'NOTTS_ADT_20170313.csv'), 'utf8').split(/\r?\n/)
  const rows = Array.from({ length: 4000 }, (_, i) => lines[1]!.replace(/^\d+/, String(2_000_000_000 + i)))
  const { transfer_id } = await take(
    'NOTTS_ADT_20170401.csv',
    Buffer.from(`${lines[0]}\r\n${rows.join('\r\n')}`),
  )
  const job = t.modules.flatMap((m) => m.jobs ?? []).find(({ name }) => name === 'referrals.read-file')!
  const kill = new AbortController()
  const killed = runJob(job, t.act, intake.actor, { transfer_id }, kill.signal)
  killed.catch(() => {})
  const kept = () =>
    asked(sql`select rows_read as n from referrals.transfer where transfer_id = ${transfer_id}`)
  while ((await kept()) === 0) assert.equal((await intake.get(`/transfers/${transfer_id}`)).status, 200)
  const { text } = await intake.get(`/transfers/${transfer_id}`)
  kill.abort()
  await assert.rejects(killed, { name: 'AbortError' })
  assert.match(text, /<progress id="progress"[^>]* value="\d+">/)
  assert.match(text, /[\d,]+ rows kept, \d+% of the file/)
  assert.ok((await kept()) < 4000, 'it was killed before its end')

  assert.equal(await runJobs(t), 1)
  assert.equal(await kept(), 4000)
  const once = sql<{ n: number }>`select count(distinct row_number)::int as n from referrals.referral
    where transfer_id = ${transfer_id} having count(*) = count(distinct row_number)`
  assert.equal(await asked(once), 4000)
  assert.match((await intake.get(`/transfers/${transfer_id}`)).text, /It adds up/)
})

test('a file that cannot be read to its end says why, and is read on when that is put right', async () => {
  const written = {
    profile: 'severn',
    title: 'Severn',
    columns: { occurrence_no: 'Ref', reported_on: 'Day', surname: 'Name' },
  }
  const right = readProfile(written)
  const wrong = readProfile({ ...written, columns: { ...written.columns, mobile: 'Telephone' } })
  const keep = (profile: typeof right) => intake.act((ctx) => keepProfile(ctx, profile))
  await keep(right)
  const sent = await take('severn.csv', Buffer.from('Ref,Day,Name\nS1,01/03/2017,Day\n'), right)
  await keep(wrong)
  await runJobs(t)
  const url = `/transfers/${sent.transfer_id}`
  assert.match((await intake.get(url)).text, /could not be read to its end: .*no column .{1,10}Telephone/)
  await keep(right)
  const on = await intake.post(`${url}/read-on`)
  assert.equal(idIn(on.location), sent.transfer_id)
  assert.equal(await runJobs(t), 1)
  assert.match((await intake.get(url)).text, /It adds up/)
  assert.equal((await intake.post(`${url}/read-on`)).status, 422)
})

test('how far a reading is, in words', () => {
  const of = (rows_read: number, bytes_read: number, rows_before = 0) =>
    howFar({ bytes: 1000, bytes_read, rows_read, rows_before, reading_seconds: 10, quiet_seconds: 1 })
  assert.equal(of(0, 0).share, undefined)
  assert.deepEqual(of(400, 500), {
    label: 'The file is being read',
    share: 0.5,
    words:
      '400 rows kept, 50% of the file. 40 rows a second, about 10 seconds left. You can leave this page.',
  })
  // Rows of an earlier reading do not make this one faster.
  assert.match(of(400, 500, 300).words, /10 rows a second, about 40 seconds left/)
  assert.match(of(20, 10).words, /2 rows a second, about 17 minutes left/)
  assert.equal(of(1000, 1000).share, 0.99)
  const paused = howFar({
    bytes: 9,
    bytes_read: 3,
    rows_read: 3,
    rows_before: 0,
    reading_seconds: 9,
    quiet_seconds: 16,
  })
  assert.match(paused.words, /goes on by itself/)
  assert.equal(of(300, 500, 300).words, '300 rows kept, 50% of the file.')
})
