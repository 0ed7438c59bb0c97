import assert from 'node:assert/strict'
import test from 'node:test'
import { testDatabase } from '../testing.ts'
import { PipelinedClient } from './pipelined-client.ts'
import { addressFor } from './roles.ts'

const { url, secret, pools } = await testDatabase()
const client = new PipelinedClient({ connectionString: addressFor('waymark_app', url, secret) })
await client.connect()

const setting = async () =>
  (await client.query(`select current_setting('waymark.area_id', true) as area`)).rows[0].area
const begin = `begin read only; set local waymark.area_id = 'mine'`

test('a transaction that was left can change nothing', async () => {
  await client.begin(begin)
  await assert.rejects(client.query('create table public.x ()'), { code: '25006' })
  await client.query('rollback')
})

test('whoever begins next begins anew, and may write', async () => {
  await client.begin(begin)
  assert.equal(await setting(), 'mine')
  client.endSoon()
  await client.begin('begin')
  assert.equal((await client.query('show transaction_read_only')).rows[0].transaction_read_only, 'off')
  assert.equal(await setting(), '')
  await client.query('commit')
})

test('a question outside a transaction is not asked in the one that was left', async () => {
  await client.begin(begin)
  client.endSoon()
  assert.equal(await setting(), '')
})

test('what was left ends by itself', async () => {
  await client.begin(begin)
  await setting()
  client.endSoon()
  const { rows } = await client.query('select pg_backend_pid() as pid')
  await client.begin(begin)
  client.endSoon()
  const stateOf = async () =>
    (await pools.app.query('select state from pg_stat_activity where pid = $1', [rows[0].pid])).rows[0]?.state
  while ((await stateOf()) !== 'idle') await new Promise(setImmediate)
  await client.end()
})
