// An extract of an invented force, in other columns, signs and codes than Nottinghamshire's, read by a profile written from docs/extracts.md
// alone. Every named measure, in every breakdown, is counted again here from what was written into the file.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from '../../../../testing/cast.ts'
import { askFigure } from '../../figures/ask-figure.ts'
import { importExtract } from '../import-extract.ts'
import { readExtractProfile } from '../profile.ts'
import { tallyInWords } from '../tally.ts'
import {
  asb,
  ASB_PROFILE,
  asbLines,
  CRIME_PROFILE,
  crimes,
  type Event,
  lines as crimeLines,
  PERIOD,
} from './wolds-cast.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const actor = await t.area()
const nell = await t.as('Nell Wainwright')
const folder = mkdtempSync(join(tmpdir(), 'waymark-wolds-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'crime.txt'), crimeLines.join('\r\n'), 'latin1')
writeFileSync(join(folder, 'asb.tsv'), asbLines.join('\n'))
const tools = { act: t.act, actor, refreshStatistics: makeRefreshStatistics(t.url, t.secret) }
const crimeProfile = readExtractProfile('recorded-crime', CRIME_PROFILE)
const readCrime = await importExtract(tools, 'recorded-crime', join(folder, 'crime.txt'), crimeProfile)
const readAsb = await importExtract(
  tools,
  'asb',
  join(folder, 'asb.tsv'),
  readExtractProfile('asb', ASB_PROFILE),
)

test('every row is read, and the importer says what it took them for', () => {
  assert.deepEqual([readCrime.rows_read, readCrime.refused], [crimes.length, []])
  assert.deepEqual([readAsb.rows_read, readAsb.rows_kept, readAsb.refused], [900, 900, []])
  const victims = (of: Event[], is: (one: Event) => boolean) => of.filter(is).length
  const said = tallyInWords('recorded-crime', readCrime.tally).join('\n')
  assert.match(said, new RegExp(`person ${victims(crimes, (one) => one.counts).toLocaleString('en-GB')}`))
  assert.match(said, /not named \d+/)
  assert.match(said, /Race \d+/)
  assert.ok(!said.includes('CSE'))
  assert.ok(!said.includes('no known group'), said)
  assert.match(tallyInWords('asb', readAsb.tally).join('\n'), /Tagged as at risk: \d+/)
})

const inPeriod = (all: Event[]) =>
  all.filter((one) => one.counts && one.day >= PERIOD.from && one.day <= PERIOD.to)
type Counted = Map<string, Set<string>>
const put = (counted: Counted, at: string, key: string) =>
  counted.set(at, (counted.get(at) ?? new Set()).add(key))
const inOrder = (all: Event[]) =>
  all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.number < b.number ? -1 : 1))
const firstOf = (all: Event[], by: (one: Event) => string) =>
  [...Map.groupBy(inOrder(all), by).values()].map((group) => [group[0]!, group] as const)

/** Each measure from the facts: what is counted once, and where, by dimension. */
const RECOUNT: Record<
  string,
  { of: Event[]; lines: (all: Event[]) => { key: string; at: Record<string, string> }[] }
> = {
  crimes: { of: crimes, lines: (all) => all.map((one) => ({ key: one.number, at: one })) as never },
  'domestic-crimes': {
    of: crimes.filter((one) => one.domestic && one.class !== 'Burglary'),
    lines: (all) => all.map((one) => ({ key: one.number, at: one })) as never,
  },
  'hate-crimes': {
    of: crimes,
    lines: (all) =>
      all.flatMap((one) =>
        one.strands.map((strand) => ({ key: one.number, at: { ...one, strand } })),
      ) as never,
  },
  'victims-within-class': {
    of: crimes,
    lines: (all) =>
      firstOf(all, (one) => `${one.class}/${one.victim!.id}`).map(([one]) => ({
        key: `${one.class}/${one.victim!.id}`,
        at: one,
      })) as never,
  },
  'individual-victims': {
    of: crimes,
    lines: (all) =>
      firstOf(all, (one) => String(one.victim!.id)).map(([one]) => ({
        key: String(one.victim!.id),
        at: one,
      })) as never,
  },
  'repeat-victims': {
    of: crimes,
    lines: (all) =>
      firstOf(all, (one) => String(one.victim!.id)).map(([one, group]) => ({
        key: String(one.victim!.id),
        at: { ...one, number_of_crimes: String(new Set(group.map((g) => g.number)).size) },
      })) as never,
  },
  'asb-incidents': { of: asb, lines: (all) => all.map((one) => ({ key: one.number, at: one })) as never },
  'asb-victims-within-class': {
    of: asb,
    lines: (all) =>
      firstOf(all, (one) => `${one.class}/${one.victim!.id}`).map(([one]) => ({
        key: `${one.class}/${one.victim!.id}`,
        at: one,
      })) as never,
  },
  'asb-individual-victims': {
    of: asb,
    lines: (all) =>
      firstOf(all, (one) => String(one.victim!.id)).map(([one]) => ({
        key: String(one.victim!.id),
        at: one,
      })) as never,
  },
  'asb-repeat-victims': {
    of: asb,
    lines: (all) =>
      firstOf(all, (one) => String(one.victim!.id)).map(([one, group]) => ({
        key: String(one.victim!.id),
        at: { ...one, number_of_incidents: group.length >= 10 ? '10+' : String(group.length) },
      })) as never,
  },
}
const BREAKDOWNS: Record<string, string[][]> = {
  crimes: [['class'], ['district'], ['class', 'district']],
  'domestic-crimes': [['class'], ['district'], ['class', 'district']],
  'hate-crimes': [['strand'], ['class'], ['district'], ['class', 'strand'], ['district', 'strand']],
  'victims-within-class': [['class'], ['district'], ['class', 'district']],
  'individual-victims': [['district']],
  'repeat-victims': [['number_of_crimes'], ['district'], ['number_of_crimes', 'district']],
  'asb-incidents': [['class'], ['district'], ['class', 'district']],
  'asb-victims-within-class': [['class'], ['district'], ['class', 'district']],
  'asb-individual-victims': [['district']],
  'asb-repeat-victims': [['number_of_incidents'], ['district']],
}

for (const [measure, { of, lines }] of Object.entries(RECOUNT))
  test(`${measure}: the figure and its breakdowns are those of an independent recount`, async () => {
    const counted = lines(inPeriod(of))
    for (const by of [[], ...BREAKDOWNS[measure]!]) {
      const figure = await nell.act((ctx) => askFigure(ctx, { measure, by, ...PERIOD }))
      assert.equal(figure.value, new Set(counted.map((one) => one.key)).size, measure)
      const expected: Counted = new Map()
      for (const { key, at } of counted) put(expected, by.map((name) => at[name]).join(' / '), key)
      if (by.length > 0)
        assert.deepEqual(
          Object.fromEntries(
            figure.by!.map((line) => [by.map((name) => line[name]).join(' / '), line.value]),
          ),
          Object.fromEntries([...expected].map(([at, keys]) => [at, keys.size] as const)),
          `${measure} by ${by.join(', ')}`,
        )
    }
  })
