// What is generated from the migrations is what they make: nobody reads a stale table, and no column is typed that is not there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { schemaText } from '#platform/database/write-schema.ts'
import { tablesText } from '#platform/database/write-tables.ts'
import { testDatabase } from '#platform/testing.ts'

const { url, pools } = await testDatabase()
const { rows } = await pools.app.query('show server_version_num')
// Versions of PostgreSQL word a view differently: the file is in the words of the one that comes with the project.
const another = Number(rows[0].server_version_num) < 180_000 && 'another version of PostgreSQL'
const read = (...path: string[]) => readFileSync(join(import.meta.dirname, ...path), 'utf8')
const AGAIN = 'it is stale. Write it again: npm run --silent waymark -- schema write'

/** The first line that differs, so that the message is short. */
function sameLines(there: string, made: string, name: string) {
  const [before, now] = [there.split('\n'), made.split('\n')]
  const at = now.findIndex((line, index) => line !== before[index])
  if (at >= 0 || before.length !== now.length)
    assert.fail(`${name}, line ${at + 1}: ${AGAIN}\n  is   ${before[at]}\n  must ${now[at]}`)
}

test('database/schema.sql says what the migrations make', { skip: another }, async () =>
  sameLines(read('..', 'database', 'schema.sql'), await schemaText(url), 'database/schema.sql'),
)

test('the types of the tables say what the migrations make', async () =>
  sameLines(
    read('platform', 'database', 'tables.ts'),
    await tablesText(url),
    'src/platform/database/tables.ts',
  ))

test('a table of today’s database is in it with its policies, its rights and its trigger', async () => {
  const text = await schemaText(url)
  assert.match(
    text,
    /create table support\.contact_attempt \(\n {2}area_id uuid not null default access\.area_id\(\)/,
  )
  assert.match(text, /create policy \w+ on support\.contact_attempt for all to waymark_app using/)
  assert.match(text, /grant insert, select on support\.contact_attempt to waymark_app;/)
  assert.match(text, /CREATE TRIGGER keep_insert AFTER INSERT ON support\.contact_attempt/)
})
