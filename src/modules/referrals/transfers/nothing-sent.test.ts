import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { runJobs } from '../../../testing/run-jobs.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { tryProfile } from '../mapping-profiles/try-profile.ts'
import { makeSenderKey } from '../programs/sender-keys.ts'
import { takeFile } from '../sending/send-file.ts'
import { importTransfer, type ArrivedFile } from './import-transfer.ts'
import { inWords } from './verbs.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const intake = await t.as('Imani Osei')
const actor = await t.area()
const profile = await intake.act((ctx) => findProfile(ctx, 'nottinghamshire-police'))
const day13 = join(import.meta.dirname, '../../../../database/cast/daily-transfer/NOTTS_ADT_20170313.csv')
const [HEAD, ROW] = readFileSync(day13, 'utf8').split('\r\n')
const ONLY_HEADINGS = `${HEAD}\r\n`

const fileOf = (file_name: string, text: string) => ({
  file_name,
  bytes: Buffer.byteLength(text),
  path: '',
  open: async function* () {
    yield Buffer.from(text)
  },
})
const read = (file_name: string, text: string) => {
  const file: ArrivedFile = { ...fileOf(file_name, text), came_by: 'command-line' }
  return importTransfer(file, { act: t.act, actor, held_by: actor.receiving_team_id, profile })
}

test('two days with nothing to send are two files, and each sent again changes nothing and says so', async () => {
  const first = await read('NOTTS_ADT_20170401.csv', ONLY_HEADINGS)
  const second = await read('NOTTS_ADT_20170402.csv', ONLY_HEADINGS)
  assert.notEqual(first.transfer_id, second.transfer_id)
  for (const [told, day] of [
    [first, '2017-04-01'],
    [second, '2017-04-02'],
  ] as const) {
    assert.deepEqual([told.state, told.rows, told.other_content], ['read', 0, false])
    assert.equal(told.sent_on, day)
    assert.match(inWords(told).join(), /nothing was sent\. It has its headings and no rows/)
    const again = await read(told.file, ONLY_HEADINGS)
    assert.deepEqual([again.transfer_id, again.state], [told.transfer_id, 'already-read'])
    assert.match(inWords(again).join(), /was read before: nothing was changed/)
  }
  // Blank lines are no rows.
  assert.equal((await read('NOTTS_ADT_20170403.csv', `${ONLY_HEADINGS}\r\n \r\n`)).state, 'read')
})

test('reconciliation shows that nothing was sent, by file and by day', async () => {
  const list = (await intake.get('/transfers')).text
  assert.equal(list.match(/Nothing sent/g)?.length, 6, 'three files, and three days')
  const { transfer_id } = await read('NOTTS_ADT_20170402.csv', ONLY_HEADINGS)
  const { text } = await intake.get(`/transfers/${transfer_id}`)
  assert.match(text, /Nothing sent\.<\/strong> The file has its headings and no rows/)
  assert.doesNotMatch(text, /It adds up|<table/)
})

test('a file with rows is known by its content, whatever it is called', async () => {
  const text = `${HEAD}\r\n${ROW}\r\n`
  const first = await read('NOTTS_ADT_20170404.csv', text)
  const renamed = await read('NOTTS_ADT_20170405.csv', text)
  assert.deepEqual([renamed.transfer_id, renamed.state], [first.transfer_id, 'already-read'])
  const cameEmpty = await read('NOTTS_ADT_20170401.csv', `${HEAD}\r\n${ROW}9\r\n`)
  assert.deepEqual([cameEmpty.state, cameEmpty.other_content], ['read', true])
})

test('days with nothing to send come by the page too', async () => {
  const take = (name: string) =>
    takeFile(
      t,
      intake.actor,
      { visit_id: '019aa000-0000-7000-8000-000000000001', query: {} },
      { file: fileOf(name, ONLY_HEADINGS), profile },
    )
  const taken = [await take('NOTTS_ADT_20170501.csv'), await take('NOTTS_ADT_20170502.csv')]
  assert.equal(new Set(taken.map((one) => one.transfer_id)).size, 2)
  assert.equal(await runJobs(t), 2)
  for (const { transfer_id } of taken)
    assert.match((await intake.get(`/transfers/${transfer_id}`)).text, /Nothing sent/)
  assert.deepEqual(await take('NOTTS_ADT_20170502.csv'), { ...taken[1], already_read: true })
  assert.equal(await runJobs(t), 0)
})

test('and by a program, each under an Idempotency-Key of its own', async () => {
  const key = await intake.act((ctx) => makeSenderKey(ctx, profile.profile))
  const post = async (idempotency_key: string, name: string) => {
    const answer = await t.app.request('/api/transfers', {
      method: 'POST',
      body: ONLY_HEADINGS,
      headers: {
        authorization: `Bearer ${key}`,
        'idempotency-key': idempotency_key,
        'content-disposition': `attachment; filename="${name}"`,
      },
    })
    return [answer.status, ((await answer.json()) as { state?: string }).state]
  }
  assert.deepEqual(await post('day-1', 'NOTTS_ADT_20170601.csv'), [201, 'read'])
  assert.deepEqual(await post('day-2', 'NOTTS_ADT_20170602.csv'), [201, 'read'])
  assert.deepEqual(await post('day-2', 'NOTTS_ADT_20170602.csv'), [200, 'already-read'])
  assert.deepEqual(await post('day-2', 'NOTTS_ADT_20170603.csv'), [409, undefined])
})

test('trying a file without rows says so', async () => {
  const file: ArrivedFile = { ...fileOf('x.csv', ONLY_HEADINGS), came_by: 'upload' }
  const { lines } = await tryProfile(file, { act: t.act, actor, held_by: '', profile })
  assert.deepEqual(lines, ['The file has its headings and no rows; nothing was changed.'])
})
