import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'waymark-embedded-')), 'data')
mkdirSync(folder)
after(async () => {
  await (await startEmbedded(folder, { fast: true })).stop(true)
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

const beginner = `
  import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
  const server = await startEmbedded(${JSON.stringify(folder)}, { fast: true })
  process.stdout.write(server.url)
  process.exit(0)`

test('four that begin on an empty folder in the same moment all reach one and the same server', async () => {
  const reached = await Promise.all([1, 2, 3, 4].map(() => output(beginner)))
  assert.equal(new Set(reached).size, 1, reached.map((one) => one.replace(/:[^:@]+@/, ':…@')).join('\n'))
  assert.match(reached[0]!, /^postgres:/)
  assert.deepEqual(
    readdirSync(folder).filter((name) => /-/.test(name) && name !== 'database-password'),
    [],
  )
})

test('who joined a server does not end it while another is connected, and does once nobody is', async () => {
  await output(beginner)
  const joined = await startEmbedded(folder, { fast: true })
  assert.equal(joined.started_here, false)
  const other = new pg.Client({ connectionString: joined.url })
  await other.connect()
  await joined.stop(true)
  assert.equal((await other.query('select 1 as one')).rows[0].one, 1, 'the server is still there')
  await other.end()
  await joined.stop(true)
  await assert.rejects(new pg.Client({ connectionString: joined.url }).connect())
})

test('a database whose password is lost says so at once, running or not, and is not ended or replaced', async () => {
  const open = mkdtempSync(join(tmpdir(), 'waymark-lost-'))
  chmodSync(open, 0o755)
  const server = await startEmbedded(open, { fast: true })
  writeFileSync(join(open, 'database-password'), 'another', { mode: 0o600 })
  await assert.rejects(startEmbedded(open, { fast: true }), /made with another password.*Put the file/)
  await server.stop(true)
  await assert.rejects(startEmbedded(open, { fast: true }), /made with another password.*Put the file/)
  rmSync(open, { recursive: true, force: true })
})

test('a folder taken away and made again begins with a new database, wherever the files were', async () => {
  const closed = join(mkdtempSync(join(tmpdir(), 'waymark-again-')), 'data')
  for (let time = 0; time < 2; time++) {
    mkdirSync(closed)
    const server = await startEmbedded(closed, { fast: true })
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query('create table left_behind (time int)') // refused where an earlier one is found
    await client.end()
    await server.stop(true)
    rmSync(closed, { recursive: true, force: true })
  }
  rmSync(join(closed, '..'), { recursive: true, force: true })
})

function output(code: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => (said += String(text)))
  return new Promise((done) => child.on('exit', () => done(said)))
}
