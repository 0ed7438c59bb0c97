// HTML, hidden characters and formulas stored in any text column of any table are shown as text on every page and in every file.
import assert from 'node:assert/strict'
import test from 'node:test'
import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { ROLES } from '#access'
import { looksLikeFormula } from '#platform/tables/formula-guard.ts'
import { allRoutes } from './app.ts'
import { testApp } from './testing/cast.ts'
import { makeMatrixRecords } from './testing/matrix-records.ts'
import { addressOf, readable } from './testing/routes-with-records.ts'

const HOSTILE = `<script>alert('x')</script><img src=x onerror=alert(1)>"'\u202E\t=cmd|' /C calc'!A0`
const t = await testApp()
const records = await makeMatrixRecords(t)
const ruth = await t.as('Ruth Adeyemi')
const columns = await makeHostile(HOSTILE)

/** Writes the hostile text into every text column that will take it, of every table with a row. Returns how many there were. */
async function makeHostile(text: string): Promise<number> {
  const client = new pg.Client({ connectionString: t.url })
  await client.connect()
  await client.query(`set waymark.area_id = '${ruth.actor.area_id}'`)
  // The one who looks may be anything, so that every page is reached; only names of people and things are changed in access.
  await client.query('update access.member set roles = $1 where member_id = $2', [
    Object.keys(ROLES),
    ruth.actor.actor_id,
  ])
  const { rows } = await client.query(`
    select format('%I.%I', n.nspname, c.relname) as relation, a.attname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype and a.attgenerated = ''
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'jobs', 'migrations', 'public')
      and not (n.nspname = 'access' and a.attname not in ('name', 'job_title', 'introduction')) and (c.relname, a.attname) <> ('paper', 'template')`)
  let changed = 0
  for (const { relation, name } of rows) {
    const done = await client
      .query(`update ${relation} set ${client.escapeIdentifier(name)} = $1`, [text])
      .catch(() => undefined) // a code with a CHECK refuses it
    changed += done?.rowCount ? 1 : 0
  }
  await client.end()
  return changed
}

test('there is something hostile to show', () => assert.ok(columns > 30, `${columns} columns`))

for (const one of allRoutes(t.options, t.modules).filter(readable)) {
  test(`GET ${one.url}`, async () => {
    const { text, status, headers } = await ruth.get(addressOf(one.url, records))
    assert.ok(status < 500, `${status}`)
    // In a CSV file markup is text as it is: it is sent as text/csv with nosniff, and only formulas could run there.
    if (!/csv/.test(headers.get('content-type') ?? '')) {
      assert.ok(!text.includes('<script>alert'), 'markup was not escaped')
      assert.ok(!text.includes('<img src=x'), 'markup was not escaped')
    } else assert.equal(headers.get('x-content-type-options'), 'nosniff')
    if (/html/.test(headers.get('content-type') ?? ''))
      assert.ok(!text.includes('\u202E'), 'a hidden character reached the page as itself')
  })
}

test('nothing that somebody typed was logged', () => assert.ok(!t.logged().includes('alert(')))

test('the hostile text was really there: many pages show it, as text, its hidden character told', async () => {
  const pages = await Promise.all(
    allRoutes(t.options, t.modules)
      .filter(readable)
      .map(async (one) => (await ruth.get(addressOf(one.url, records))).text),
  )
  const showing = pages.filter((text) => text.includes('&lt;script&gt;alert'))
  assert.ok(showing.length > 15, `${showing.length} pages`)
  for (const text of showing)
    assert.ok(!/&#(8238|x202E);/i.test(text), 'a hidden character reached the page as an entity')
})

// A spreadsheet runs a cell that begins with one of these, also behind what nobody sees (OWASP, CSV injection).
const FORMULAS = [
  '=',
  '+',
  '-',
  '@',
  '\uFF1D',
  '\t=',
  '\r=',
  ' =',
  '\u200B=',
  '\uFEFF+',
  '\u202E@',
  '\u2066-',
  "'=",
]

for (const start of FORMULAS)
  test(`no CSV file has a cell that a spreadsheet runs: ${JSON.stringify(start)}`, async () => {
    const formula = `${start}cmd|' /C calc'!A0`
    await makeHostile(formula)
    let files = 0
    let found = 0
    for (const one of allRoutes(t.options, t.modules).filter(readable)) {
      if (!/csv/.test(one.url) && !/download|export/.test(one.action)) continue
      const { text, headers } = await ruth.get(addressOf(one.url, records))
      if (!/csv/.test(headers.get('content-type') ?? '')) continue
      files++
      for (const cell of parse(text, { bom: true, relax_column_count: true }).flat()) {
        if (cell.includes('cmd|')) found++
        // What begins with an apostrophe is text to a spreadsheet; a number may be less than nothing.
        assert.ok(
          cell.startsWith("'") || /^-?[\d.,]+%?$/.test(cell) || !looksLikeFormula(cell),
          `${one.url}: ${cell}`,
        )
      }
    }
    assert.ok(files >= 2, `${files} files`)
    assert.ok(found > 0, 'the formula was really there')
  })
