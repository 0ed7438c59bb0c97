// An extract of an invented force, in other columns, signs and codes than Nottinghamshire's, read by a profile written from docs/extracts.md
// alone. Every named measure, in every breakdown, is counted again here from what was written into the file.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { testApp } from '../../../testing/cast.ts'
import { askFigure } from '../figures/ask-figure.ts'
import { importExtract } from './import-extract.ts'
import { readExtractProfile } from './profile.ts'
import { tallyInWords } from './tally.ts'

const PERIOD = { from: '2024-02-29', to: '2025-02-28' }
const CRIME_PROFILE = {
  profile: 'wolds-crime',
  title: 'Wolds Constabulary, recorded crime',
  kind: 'recorded-crime',
  file: { separator: '|', header_row: 2, encoding: 'windows-1252' },
  date_formats: ['DD-MMM-YYYY HH:mm', 'YYYYMMDD'],
  time_zone: 'UTC',
  empty_values: ['NULL', '-'],
  name_order: 'forenames surname',
  columns: {
    crime_number: 'URN',
    recorded_on: 'Created (UTC)',
    class: {
      column: 'Cat',
      codes: { V1: 'Violence with injury', S: 'Sexual offences', B: 'Burglary', H: 'Harassment & stalking' },
    },
    domestic: { column: 'Markers', any_of: ['DA'], split: ',' },
    hate_strand: {
      column: 'Markers',
      split: ',',
      codes: { RAC: 'Race', DIS: 'Disability', TRN: 'Transgender', DA: null, CSE: null },
    },
    district: { column: 'Bcu', codes: { X1: 'Newark and Sherwood', X2: 'Ashfield' } },
    victim_type: { column: 'Vic', codes: { IND: 'person', COM: 'organisation', REX: 'state' } },
    full_name: 'Name',
    born_on: 'Born',
    postcode: 'PC',
    phone: 'Tel',
  },
}
const ASB_PROFILE = {
  profile: 'wolds-asb',
  title: 'Wolds Constabulary, anti-social behaviour',
  file: { separator: 'tab' },
  date_formats: ['YYYY-MM-DD'],
  columns: {
    incident_number: 'Log',
    occurred_on: 'On',
    qualifier: { column: 'Type', codes: { P: 'Personal', N: 'Nuisance', E: 'Environmental' } },
    at_risk: { column: 'THRIVE', true_values: ['Vulnerable', 'Risk'] },
    district: { column: 'Bcu', codes: { X1: 'Newark and Sherwood', X2: 'Ashfield' } },
    surname: 'Last',
    forenames: 'First',
    born_on: { column: 'Born', date_formats: ['DD.MM.YY'] },
    postcode: 'PC',
  },
}

let seed = 7
const random = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
const two = (n: number) => String(n).padStart(2, '0')
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const FORENAMES = 'Ada Bea Cal Dee Eli Fay Gus Ida Jan Kit Lou Max Nan Oz Pip Ray Sue Tom Una Viv'.split(' ')
const SURNAMES =
  'Ashby Brook Croft Dale Elms Firth Grange Heath Ings Jay Kemp Lund Marsh Nye Oakes Pym Quill Rudd Stow Thorpe'.split(
    ' ',
  )

type Person = { id: number; first: string; last: string; born: string; postcode: string; phone: string }
const people: Person[] = Array.from({ length: 1400 }, (_, id) => ({
  id,
  first: `${pick(FORENAMES)}${id % 3 === 0 ? ` ${pick(FORENAMES)}` : ''}`,
  last: `${pick(SURNAMES)}${id % 7 === 0 ? `-${pick(SURNAMES)}` : ''}`,
  born: `${1940 + random(65)}-${two(1 + random(12))}-${two(1 + random(28))}`,
  postcode: `NG${1 + random(19)} ${random(9)}${pick(['AB', 'CD', 'EF', 'GH', 'JL'])}`,
  phone: `07700 900${String(random(1000)).padStart(3, '0')}`,
}))
const CLASSES = {
  V1: 'Violence with injury',
  S: 'Sexual offences',
  B: 'Burglary',
  H: 'Harassment & stalking',
}
const DISTRICTS = { X1: 'Newark and Sherwood', X2: 'Ashfield' }
const STRANDS = { RAC: 'Race', DIS: 'Disability', TRN: 'Transgender' }

type Event = {
  number: string
  day: string
  class: string
  district: string
  domestic: boolean
  strands: string[]
  victim: Person | null
  counts: boolean
}
const crimes: Event[] = []
const lines = [
  'Wolds Constabulary: extract, not for onward disclosure',
  'URN|Created (UTC)|Cat|Markers|Bcu|Vic|Name|Born|PC|Tel',
]
for (let i = 0; i < 2600; i++) {
  const [cat, bcu] = [pick(['V1', 'S', 'B', 'H'] as const), pick(['X1', 'X2'] as const)]
  const marks = (['DA', 'RAC', 'DIS', 'TRN', 'CSE'] as const).filter(() => random(9) === 0)
  const vic = pick(['IND', 'IND', 'IND', 'IND', 'COM', 'REX'])
  // The first half-hour of a summer's day in London is the day before in UTC, which is how this force writes it.
  const [month, date] = [random(12), 1 + random(28)]
  const year = month < 2 ? 2025 : 2024
  const day = `${year}-${two(month + 1)}-${two(date)}`
  const summer = day > '2024-03-31' && day < '2024-10-27'
  const midnight = summer && random(10) === 0
  const told = new Date(Date.parse(`${day}T12:00:00Z`) - (midnight ? 86_400_000 : 0))
  const written = `${two(told.getUTCDate())}-${MONTHS[told.getUTCMonth()]}-${told.getUTCFullYear()} ${midnight ? '23:30' : '09:05'}`
  // One in twenty has two victims; one in thirty nobody knows the name of.
  const victims =
    vic === 'IND'
      ? random(20) === 0
        ? [pick(people), pick(people)]
        : random(30) === 0
          ? [null]
          : [pick(random(3) ? people.slice(0, 300) : people)]
      : [null]
  for (const victim of new Set(victims)) {
    crimes.push({
      number: `W/${i}`,
      day,
      class: CLASSES[cat],
      district: DISTRICTS[bcu],
      domestic: marks.includes('DA'),
      strands: marks.flatMap((m) => STRANDS[m as 'RAC'] ?? []),
      victim,
      counts: vic === 'IND' && victim !== null,
    })
    const name = victim ? `${victim.first} ${victim.last}` : vic === 'COM' ? 'Runte and Sons' : 'NULL'
    lines.push(
      [
        `W/${i}`,
        written,
        cat,
        marks.join(','),
        bcu,
        vic,
        random(2) ? name : name.toUpperCase(),
        victim ? victim.born.replaceAll('-', '') : '-',
        victim?.postcode ?? '',
        victim && random(4) ? victim.phone : '',
      ].join('|'),
    )
  }
}
const asb: Event[] = []
const asbLines = ['Log\tOn\tType\tTHRIVE\tBcu\tLast\tFirst\tBorn\tPC']
for (let i = 0; i < 900; i++) {
  const victim = random(5) ? pick(people.slice(0, 120)) : null
  const [type, bcu, risk] = [
    pick(['P', 'N', 'E'] as const),
    pick(['X1', 'X2'] as const),
    pick(['Vulnerable', 'Risk', 'Standard']),
  ]
  const day = `2024-${two(3 + random(10))}-${two(1 + random(28))}`
  asb.push({
    number: `L${i}`,
    day,
    class: { P: 'Personal', N: 'Nuisance', E: 'Environmental' }[type],
    district: DISTRICTS[bcu],
    domestic: false,
    strands: [],
    victim,
    counts: victim !== null && risk !== 'Standard',
  })
  const [y = '', m, d] = victim?.born.split('-') ?? []
  asbLines.push(
    [
      `L${i}`,
      day,
      type,
      risk,
      bcu,
      victim?.last ?? '',
      victim?.first ?? '',
      victim ? `${d}.${m}.${y.slice(2)}` : '',
      victim?.postcode ?? '',
    ].join('\t'),
  )
}

const t = await testApp({ areas: ['nottinghamshire'] })
const actor = await t.area()
const nell = await t.as('Nell Wainwright')
const folder = mkdtempSync(join(tmpdir(), 'waymark-wolds-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'crime.txt'), lines.join('\r\n'), 'latin1')
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
