// Every table of the Nottinghamshire Victims' Strategy 2014-17 on crime and anti-social behaviour in 2013-14, cell by cell, from a force's extracts: as
// figures, on the office's page and as the public reads it.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { changeAreaSettings } from '#access'
import { newId } from '#platform/act.ts'
import { askFigure, countedRows } from '../figures/ask-figure.ts'
import { MEASURES } from '../measures/index.ts'
import { publishTables, readToPublish } from '../published-tables/publish-tables.ts'
import { decideRule } from '../small-number-rules/decide-rule.ts'
import { rowsOn, STRATEGY } from './strategy-2014.ts'
import { yearOfCrime } from './year-of-crime.ts'

const { t, actor, nell, crime, asb, again } = await yearOfCrime()
const craig = await t.as('Craig Galloway')

const figure = (measure: string, ...by: string[]) =>
  nell.act((ctx) => askFigure(ctx, { measure, by, from: '2013-04-01', to: '2014-03-31' }))
const table = async (measure: string, ...by: string[]) =>
  Object.fromEntries(
    (await figure(measure, ...by)).by!.map((line) => [by.map((name) => line[name]).join(' / '), line.value]),
  )

test('every row of the extracts is kept, those against organisations and the state too', () => {
  assert.deepEqual([crime.rows_read, crime.rows_kept, crime.refused_count], [65_767, 65_767, 0])
  assert.deepEqual([asb.rows_read, asb.rows_kept, asb.refused_count], [5577, 5577, 0])
})

test('crimes and victims by class, and individuals: three counts that differ', async () => {
  assert.deepEqual(await table('crimes', 'class'), {
    Homicide: 13,
    'Violence with injury': 8150,
    'Violence without injury': 5303,
    Rape: 383,
    'Other Sexual Offences': 715,
    Burglary: 7767,
    'Vehicle offences': 6333,
    'Robbery of personal property': 961,
    'Theft & Handling': 10_399,
    'Criminal damage & arson': 8533,
  })
  assert.deepEqual(await table('victims-within-class', 'class'), {
    Homicide: 13,
    'Violence with injury': 7678,
    'Violence without injury': 5008,
    Rape: 378,
    'Other Sexual Offences': 698,
    Burglary: 7559,
    'Vehicle offences': 6208,
    'Robbery of personal property': 953,
    'Theft & Handling': 10_174,
    'Criminal damage & arson': 8042,
  })
  assert.deepEqual(
    [
      (await figure('crimes')).value,
      (await figure('victims-within-class')).value,
      (await figure('individual-victims')).value,
    ],
    [48_557, 46_711, 44_310],
  )
})

test('domestic crimes in violence and sexual classes, and the two elsewhere', async () => {
  assert.deepEqual(await table('domestic-crimes', 'class'), {
    'Violence with injury': 3139,
    'Violence without injury': 2518,
    Rape: 95,
    'Other Sexual Offences': 23,
  })
  assert.deepEqual(await table('domestic-crimes-elsewhere', 'class'), { 'Criminal damage & arson': 2 })
})

test('hate crimes by strand and class', async () => {
  assert.deepEqual(await table('hate-crimes', 'strand'), {
    'Race/Religion': 221,
    Disability: 37,
    Homophobic: 40,
    Gender: 2,
  })
  assert.deepEqual(await table('hate-crimes', 'class', 'strand'), {
    'Violence with injury / Race/Religion': 74,
    'Violence with injury / Disability': 12,
    'Violence with injury / Homophobic': 11,
    'Violence without injury / Race/Religion': 80,
    'Violence without injury / Disability': 6,
    'Violence without injury / Homophobic': 20,
    'Violence without injury / Gender': 1,
    'Rape / Disability': 1,
    'Burglary / Race/Religion': 3,
    'Burglary / Disability': 6,
    'Vehicle offences / Race/Religion': 1,
    'Vehicle offences / Disability': 1,
    'Vehicle offences / Gender': 1,
    'Robbery of personal property / Race/Religion': 1,
    'Robbery of personal property / Disability': 2,
    'Theft & Handling / Race/Religion': 3,
    'Theft & Handling / Disability': 6,
    'Criminal damage & arson / Race/Religion': 59,
    'Criminal damage & arson / Disability': 3,
    'Criminal damage & arson / Homophobic': 9,
  })
})

test('individuals by number of crimes', async () =>
  assert.deepEqual(await table('repeat-victims', 'number_of_crimes'), {
    1: 41_014,
    2: 2637,
    3: 478,
    4: 121,
    5: 29,
    6: 21,
    7: 5,
    8: 2,
    9: 1,
    10: 2,
  }))

test('anti-social behaviour: incidents, victims, individuals, and how often', async () => {
  assert.deepEqual(await table('asb-incidents', 'class'), {
    Environmental: 305,
    Nuisance: 2534,
    Personal: 1238,
  })
  assert.deepEqual(await table('asb-victims-within-class', 'class'), {
    Environmental: 228,
    Nuisance: 1015,
    Personal: 795,
  })
  assert.deepEqual(
    [
      (await figure('asb-incidents')).value,
      (await figure('asb-victims-within-class')).value,
      (await figure('asb-individual-victims')).value,
    ],
    [4077, 2038, 1417],
  )
  assert.deepEqual(await table('asb-repeat-victims', 'number_of_incidents'), {
    1: 682,
    2: 270,
    3: 149,
    4: 85,
    5: 62,
    6: 34,
    7: 30,
    8: 25,
    9: 13,
    '10+': 67,
  })
})

test('a measure whose rows are said to be a key each has no key twice', async () => {
  for (const measure of MEASURES.filter(({ repeats }) => !repeats)) {
    const rows = await nell.act((ctx) =>
      countedRows(ctx, measure, { measure: measure.name, from: '2013-01-01', to: '2026-12-31' }),
    )
    const counted = await nell.act((ctx) =>
      ctx.asFigures((db) =>
        sql<{
          rows: number
          keys: number
        }>`select count(*)::int as rows, count(distinct key)::int as keys from (${rows}) as counted`.execute(
          db,
        ),
      ),
    )
    assert.equal(counted.rows[0]!.rows, counted.rows[0]!.keys, measure.name)
  }
})

test('a year read again changes nothing', async () => {
  const { rows_kept, there_already, individuals } = await again()
  assert.deepEqual([rows_kept, there_already, individuals], [0, 5577, 0])
})

const YEAR = { from: '2013-04-01', to: '2014-03-31' }
const PAGE = `/recorded-crime?from=${YEAR.from}&to=${YEAR.to}`
const PUBLIC = '/published/nottinghamshire/recorded-crime/2013-04-01-to-2014-03-31'

/** Every line of every table of the strategy is on the page, and why the counts differ. */
function isWhole(text: string) {
  const rows = rowsOn(text)
  for (const [table, lines] of Object.entries(STRATEGY))
    for (const line of lines)
      assert.ok(
        rows.some((row) => row.startsWith(line)),
        `${table}: ${line}`,
      )
  for (const words of ['The three differ because', '(Criminal damage &amp; arson) are left out', 'As at'])
    assert.ok(text.includes(words), words)
}
/** What is small is hidden, in counts, percentages and totals; what is large stays. */
function isProtected(text: string) {
  const rows = rowsOn(text)
  const hidden = rows.filter((row) => row.includes('[c]'))
  assert.ok(hidden.some((row) => row.startsWith('Rape')) && hidden.some((row) => row.startsWith('8 ')))
  for (const row of rows.filter((row) => /^(8|9|10) /.test(row)))
    assert.match(row, /^\d+ (\[c\] \[c\]|\d\d+ )/)
  assert.ok(!rows.some((row) => row.startsWith('Gender 2')))
  assert.ok(rows.some((row) => row.startsWith('Violence with injury 8,150 16.78%')))
}
const publish = () =>
  craig.act(async (ctx) =>
    publishTables(ctx, YEAR, { read: await readToPublish(ctx, YEAR), because: 'Decided anew' }),
  )

test('the page shows every cell of the strategy to an office that hides nothing, percentages too', async () => {
  const office = (threshold: number) =>
    t.act(actor, { visit_id: newId(), query: {} }, (ctx) =>
      changeAreaSettings(ctx, { small_numbers: { office: threshold } }),
    )
  await office(0)
  isWhole((await nell.get(PAGE)).text)
  await office(5)
})

test('what is small is hidden from an office and a public for whom nothing else is decided', async () => {
  isProtected((await nell.get(PAGE)).text)
  assert.equal((await t.asNobody.get(PUBLIC)).status, 404, 'nothing is public by itself')
  await publish()
  isProtected((await t.asNobody.get(PUBLIC)).text)
})

test('the public reads every cell of the strategy once the office decided so, with the reason; the office too', async () => {
  const because = 'The strategy of 2014 printed them.'
  for (const tables of ['domestic', 'hate', 'repeat'] as const)
    await craig.act((ctx) => decideRule(ctx, tables, { hide_below: 0, because }))
  isProtected((await t.asNobody.get(PUBLIC)).text)
  await publish()
  const { text } = await t.asNobody.get(PUBLIC)
  isWhole(text)
  assert.equal(text.split(`Why every count is printed here, however small: ${because}`).length, 4)
  isWhole((await nell.get(PAGE)).text)
  isProtected((await t.asNobody.get(`${PUBLIC}/versions/1`)).text)
})
