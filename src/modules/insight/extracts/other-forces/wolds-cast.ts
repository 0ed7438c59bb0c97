// For the test: Wolds Constabulary, an invented force. Its two profiles, written from docs/extracts.md alone, and a year of its files.

export const PERIOD = { from: '2024-02-29', to: '2025-02-28' }
export const CRIME_PROFILE = {
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
export const ASB_PROFILE = {
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

/** One victim of one crime or incident, as it was written: `counts` when a named person was the victim (and at risk). */
export type Event = {
  number: string
  day: string
  class: string
  district: string
  domestic: boolean
  strands: string[]
  victim: Person | null
  counts: boolean
}
export const crimes: Event[] = []
export const lines = [
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
export const asb: Event[] = []
export const asbLines = ['Log\tOn\tType\tTHRIVE\tBcu\tLast\tFirst\tBorn\tPC']
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
