// Killed at any moment and run again, everything is there once. Real processes, ended by SIGKILL at moments that differ from run to run.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '../../testing/cast.ts'
import { writeExport } from './export-for-tests.ts'
import type { Proof } from './move/proof.ts'

const KILLS = 4
const t = await testApp({ areas: ['nottinghamshire'] })
const folder = writeExport(1500)
const root = join(import.meta.dirname, '..', '..', '..')

const start = (...more: string[]) =>
  spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src', 'cli.ts'), 'import', 'service', ...more],
    {
      env: { ...process.env, DATABASE_URL: t.url, WAYMARK_SECRET: t.secret },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )

/** Starts the command and ends it without warning once so many rows are in; false when it had finished by then. */
async function killedAt(rows: number): Promise<boolean> {
  const child = start('--area', 'nottinghamshire', folder)
  child.stdout.resume()
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  while (child.exitCode === null && (await total()) < rows) await new Promise((next) => setImmediate(next))
  child.kill('SIGKILL')
  return (await ended) === null
}

/** Runs the command to its end. */
async function run(...more: string[]) {
  const child = start(...more)
  let [out, said] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += String(text)))
  child.stderr.on('data', (text: Buffer) => (said += String(text)))
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, out, said }
}

const area = await t.area()
const count = (text: string) =>
  t.act(
    area,
    { visit_id: area.actor_id, query: {} },
    async (ctx) => (await ctx.connection.query<{ n: number }>(text)).rows[0]!.n,
  )
const total = () =>
  count(
    'select ((select count(*) from referrals.referral) + (select count(*) from support.case) + (select count(*) from support.action))::int as n',
  )

test(`killed ${KILLS} times on its way and run again, nothing is lost and nothing doubled`, async () => {
  let killed = 0
  // Each kill comes a little later in the same move than the one before.
  for (let n = 0; n < KILLS; n++) if (await killedAt(1 + n * 2000)) killed++
  assert.ok(killed >= KILLS - 1, `${killed} were killed on their way`)
  const { code, out, said } = await run('--area', 'nottinghamshire', folder, '--json')
  assert.equal(code, 0, said)
  const proof = JSON.parse(out) as Proof & { refusals: unknown[] }
  assert.deepEqual(proof.refusals, [])
  assert.equal(proof.whole, true)
  for (const file of proof.files) {
    assert.equal(file.loaded + file.already_there, file.rows_read)
    assert.equal(file.waymark_after, file.rows_read, `${file.file}: each row once`)
  }
  assert.equal(await count('select count(*)::int as n from people.person'), 1500)
  assert.equal(await count('select count(*)::int as n from people.contact_method'), 1500)
  assert.equal(
    await count(`select count(*)::int as n from (select person_id from people.person p where not exists
    (select from people.person_key k where k.area_id = p.area_id and k.person_id = p.person_id)) unkeyed`),
    0,
    'everybody can be found',
  )
})

test('used wrongly it says how (2), refused it says why (1), and asked again it prints the proof', async () => {
  const wrong = await run(folder)
  assert.equal(wrong.code, 2)
  assert.match(wrong.said, /Say --area/)
  const nowhere = await run('--area', 'rutland', folder)
  assert.equal(nowhere.code, 2)
  assert.match(nowhere.said, /The area "rutland" \(there is nottinghamshire\) was not found/)
  const empty = await run('--area', 'nottinghamshire', join(root, 'docs'))
  assert.equal(empty.code, 1)
  assert.match(empty.said, /referrals\.csv is not in /)
  const again = await run('--area', 'nottinghamshire', folder)
  assert.equal(again.code, 0)
  assert.match(again.out, /referrals.csv +2,000 +0 +2,000 +0 +2,000 +2,000/)
  assert.match(again.out, /Everything in the export is in Waymark/)
})
