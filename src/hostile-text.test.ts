// HTML, hidden characters and formulas stored in any text column of any table are shown as text on every page and in every file.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import pg from 'pg'
import { ROLES } from '#access'
import type { Actor } from '#platform/act.ts'
import { readXml } from '#platform/xml/read-xml.ts'
import { looksLikeFormula } from '#platform/tables/formula-guard.ts'
import { allRoutes } from './app.ts'
import { testApp } from './testing/cast.ts'
import { makeHostile } from './testing/make-hostile.ts'
import { makeMatrixRecords } from './testing/matrix-records.ts'
import { addressOf, readable } from './testing/routes-with-records.ts'

const HOSTILE = `<script>alert('x')</script><img src=x onerror=alert(1)>"'\u202E\t=cmd|' /C calc'!A0`
const t = await testApp()
const records = await makeMatrixRecords(t)
const ruth = await t.as('Ruth Adeyemi')
const client = new pg.Client({ connectionString: t.url })
client.on('error', () => {}) // the database is dropped when the tests end, this connection with it
await client.connect()
after(() => client.end())
await addSent()
await mayDoAnything(ruth.actor)
const columns = await makeHostile(client, HOSTILE)

/** What the access matrix has no record of, because it is there only for whom it was sent to. */
async function addSent() {
  const dan = await t.as('Dan Jessop')
  const { rows } = await client.query(`select team_id from access.team where name = 'Protected cases'`)
  const { team_id } = rows[0]
  const because = 'She rang from next door, and her worker is away'
  const offered = await dan.post(`/cases/${records['case_id']}/hand-over`, { offered_to: team_id, because })
  const entered = await dan.post('/break-glass', { team_id, hours: '1', reason: because })
  assert.deepEqual([entered.status, offered.status], [303, 303], entered.text + offered.text)
  for (const name of ['hand_over', 'break_glass'])
    records[`${name}_id`] = (
      await client.query(
        `select ${name}_id as id from ${name === 'hand_over' ? 'support' : 'access'}.${name}`,
      )
    ).rows[0].id
}

/** The one who looks is in every team and may be anything, so that every page is reached. */
async function mayDoAnything({ area_id, actor_id }: Actor) {
  await client.query(`set waymark.area_id = '${area_id}'`)
  await client.query('update access.member set roles = $1 where member_id = $2', [
    Object.keys(ROLES),
    actor_id,
  ])
  await client.query(
    `insert into access.membership (area_id, team_id, member_id) select area_id, team_id, $1 from access.team
     where area_id = $2 and team_id not in (select team_id from access.membership where member_id = $1)`,
    [actor_id, area_id],
  )
}

test('there is something hostile to show', () => assert.ok(columns > 30, `${columns} columns`))

/** What is not there: no organisation has a provider, nothing was mailed, and a finding is known by its words, which are others now. */
const NOT_THERE = [
  '/sign-in/organisation/:area_code/:organisation_code',
  '/outbox/:message_id',
  '/papers/:paper_id/checks/:finding',
]

for (const one of allRoutes(t.options, t.modules).filter(readable)) {
  test(`GET ${one.url}`, async () => {
    const { text, status, headers, response } = await ruth.get(addressOf(one.url, records))
    assert.ok(status < 500, `${status}`)
    if (status === 404) assert.ok(NOT_THERE.includes(one.url), 'nothing hostile was shown')
    // In a CSV file markup is text as it is: it is sent as text/csv with nosniff, and only formulas could run there.
    if (!/csv/.test(headers.get('content-type') ?? '')) {
      assert.ok(!text.includes('<script>alert'), 'markup was not escaped')
      assert.ok(!text.includes('<img src=x'), 'markup was not escaped')
    } else assert.equal(headers.get('x-content-type-options'), 'nosniff')
    if (/html/.test(headers.get('content-type') ?? ''))
      assert.ok(!text.includes('\u202E'), 'a hidden character reached the page as itself')
    if (/officedocument|opendocument/.test(headers.get('content-type') ?? '')) {
      const parts = partsOf(await response.arrayBuffer())
      for (const part of parts) {
        readXml(part)
        assert.ok(
          !/<(script|img)|\u202E|table:formula/.test(part),
          'it was written as something other than text',
        )
      }
      shownInFiles += parts.filter((part) => part.includes('&lt;script')).length
      files++
    }
  })
}

let [files, shownInFiles] = [0, 0]
/** The parts of a document or spreadsheet that are text, as they are written. */
const partsOf = (bytes: ArrayBuffer): string[] =>
  Object.entries(unzipSync(new Uint8Array(bytes)))
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, part]) => strFromU8(part))

test('documents and spreadsheets had it in them, as text', () => {
  assert.ok(files >= 7, `${files} files`)
  assert.ok(shownInFiles >= files, `${shownInFiles} parts`)
})

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
    await makeHostile(client, formula)
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
