// Ctrl-C ends everything in order, whatever is under way: nothing of the database is left running, and the next start goes on.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'waymark-stopping-'))
chmodSync(folder, 0o755)
const data = join(folder, 'data')
after(() => rmSync(folder, { recursive: true, force: true }))

function start(env: Record<string, string> = {}) {
  const { DATABASE_URL: _, WAYMARK_ENV: __, ...rest } = process.env
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'main.ts'), 'start'],
    {
      env: { ...rest, WAYMARK_DATA: data, PORT: '0', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += String(text)))
  const says = async (words: string) => {
    while (!said.includes(words)) await once(child.stderr, 'data')
  }
  return { child, says, ended: once(child, 'close').then(([code]) => ({ code: code as number, said })) }
}

test('stopped while the demonstration is loaded, it says nothing of what was broken off, and leaves no database running', async () => {
  const { child, says, ended } = start()
  await says('Two years of a victim service')
  child.kill('SIGINT')
  const { code, said } = await ended
  assert.equal(code, 0, said)
  assert.match(said, /Two years of a victim service, 2017 and 2018 …\n$/)
  assert.ok(!existsSync(join(data, 'postgres', 'postmaster.pid')))
})

test('refused, it ends the database that it started', async () => {
  const { ended } = start({ WAYMARK_ENV: 'production' })
  const { code, said } = await ended
  assert.equal(code, 1)
  assert.match(said, /^Waymark does not start with WAYMARK_ENV=production: .*\n$/)
  assert.ok(!existsSync(join(data, 'postgres', 'postmaster.pid')))
})
