// What is said when the database is out of reach: one sentence, with what to do.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '../testing.ts'
import { openDatabase } from './open.ts'
import { makeRoles, refuseOld } from './roles.ts'

const { url, secret } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'waymark-open-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const open = (database_url?: string) => openDatabase({ data: folder, database_url, secret })
const with_ = (change: (address: URL) => void) => {
  const address = new URL(url)
  change(address)
  return address.href
}

test('what is no address of a PostgreSQL database is told with one that is', async () => {
  for (const wrong of ['not an address', 'mysql://name@server/database', 'localhost:5432'])
    await assert.rejects(open(wrong), /^Error: DATABASE_URL is not the address .* like postgres:/, wrong)
})

test('a server or database that is not there, and a wrong password, say which and what to check', async () => {
  const nowhere = with_((address) => (address.port = '9'))
  await assert.rejects(open(nowhere), /cannot be used: .*ECONNREFUSED.*Check that its server runs/)
  const nosuch = with_((address) => (address.pathname = '/nosuch'))
  await assert.rejects(open(nosuch), /cannot be used: database "nosuch" does not exist\. Check/)
  const mistyped = with_((address) => (address.password = 'mistyped'))
  await assert.rejects(open(mistyped), /cannot be used: password authentication failed/)
})

test('a role that may not make roles is told what it needs', async () => {
  const administrator = new pg.Client({ connectionString: url })
  await administrator.connect()
  const name = `weak_${process.pid}`
  await administrator.query(`create role ${name} login password 'weak';
    grant connect on database ${new URL(url).pathname.slice(1)} to ${name}`)
  try {
    const weak = with_((address) => Object.assign(address, { username: name, password: 'weak' }))
    await assert.rejects(
      makeRoles(weak, secret),
      new RegExp(`signs in as ${name}, .*alter role ${name} createrole`),
    )
  } finally {
    await administrator.query(`drop owned by ${name}; drop role ${name}`)
    await administrator.end()
  }
})

test('a server that is too old is told', () => {
  assert.throws(() => refuseOld(140_013), /PostgreSQL 15 or later, .* is 14\. Use a later one/)
  refuseOld(150_000)
})

test('a folder that is none, or not to be written, is told with what to do', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  for (const data of [file, join(file, 'below')])
    await assert.rejects(
      openDatabase({ data }),
      /in .*file.*, but that is no folder\. Start it .* WAYMARK_DATA/,
    )
})
