// Invented forces write the same kind of facts in wildly different files, read by profiles written from docs/extracts.md alone. Every measure is
// what was written in.
import assert from 'node:assert/strict'
import test from 'node:test'
import { findExtractProfile, readExtractProfile } from '../profile.ts'
import { parts, yearOf } from './facts.ts'
import { ask, isCounted, read, readAsb, write } from './read-facts.ts'

test('one row a crime with numbered victims, cut by semicolons, in UTF-16, days like 12/3/14, companies in words of its own', async () => {
  const facts = yearOf('fen', 2014)
  const day = (text: string) => (({ d, m, yy }) => `${d}/${m}/${yy}`)(parts(text))
  const people = [1, 2, 3].flatMap((n) =>
    ['name', 'birth', 'pc', 'kind'].map((what) => `victim_${n}_${what}`),
  )
  const rows = facts.map((f) =>
    [
      f.number,
      day(f.day),
      f.class,
      f.domestic ? 'Ja' : 'Nein',
      f.strands.join(' + '),
      f.district,
      ...[0, 1, 2].flatMap((n) => {
        const one = f.people[n]
        if (one)
          return [`${one.surname.toUpperCase()}, ${one.forenames}`, day(one.born), one.postcode, 'Private']
        return n === 0 && f.other
          ? [f.other.name, '', '', f.other.type === 'state' ? 'HM' : 'Trading concern']
          : ['', '', '', '']
      }),
    ].join(';'),
  )
  const text = [
    ['Ref', 'Logged', 'Heading', 'DA', 'Hate motives', 'Borough', ...people].join(';'),
    ...rows,
  ].join('\r\n')
  const file = write('fen.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  const [result] = await read(
    {
      profile: 'fen',
      title: 'Fenland Constabulary',
      row_is: 'crime',
      file: { separator: ';' },
      date_formats: ['DD/MM/YY'],
      columns: {
        crime_number: 'Ref',
        recorded_on: 'Logged',
        class: 'Heading',
        domestic: { column: 'DA', true_values: ['Ja'], false_values: ['Nein'] },
        hate_strand: { column: 'Hate motives', split: '+' },
        district: 'Borough',
        full_name: 'victim_{n}_name',
        born_on: 'victim_{n}_birth',
        postcode: 'victim_{n}_pc',
        victim_type: {
          column: 'victim_{n}_kind',
          codes: { Private: 'person', 'Trading concern': 'organisation', HM: 'state' },
        },
      },
    },
    file,
  )
  assert.deepEqual([result!.rows_read, result!.refused], [120, []])
  assert.equal(
    result!.rows_kept,
    facts.reduce((sum, f) => sum + new Set(f.people).size + (f.other ? 1 : 0), 0),
  )
  await isCounted(facts, 2014)
})

test('a spreadsheet of offence codes alone: classes, groups and types are worked out, days are numbers', async () => {
  const facts = yearOf('isle', 2018)
  const OFFENCE: Record<string, [string, string]> = {
    'Violence with injury': ['8N', 'Assault occasioning actual bodily harm'],
    Rape: ['19C', 'Rape of a female aged 16 and over'],
    Burglary: ['28E', 'Burglary - Residential - dwelling'],
    'Criminal damage & arson': ['58A', 'Criminal damage to dwellings'],
  }
  const excel = (day: string) => String(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569)
  const rows = facts.flatMap((f) => {
    const own = [
      f.number,
      `${excel(f.day)}.75`,
      OFFENCE[f.class]![0],
      OFFENCE[f.class]![1],
      f.domestic ? 'DA flag' : '',
      f.district,
      f.strands.join(', '),
    ]
    return f.other
      ? [[...own, '', f.other.name, '', ''].map((c) => `"${c}"`).join(',')]
      : f.people.map((one) =>
          [...own, `P${one.id}`, one.surname, one.forenames, excel(one.born)].map((c) => `"${c}"`).join(','),
        )
  })
  const file = write(
    'isle.csv',
    ['No,Date,HO,Offence,Marker,Area,Motive,PNC,Sname,Fname,DoB', ...rows].join('\r\n'),
  )
  const [result] = await read(
    {
      profile: 'isle',
      title: 'Isle Police',
      date_formats: ['EXCEL'],
      columns: {
        crime_number: 'No',
        recorded_on: 'Date',
        offence_code: 'HO',
        offence: 'Offence',
        domestic: { column: 'Marker', true_values: ['DA flag'] },
        district: 'Area',
        hate_strand: { column: 'Motive', split: ',' },
        nominal: 'PNC',
        surname: 'Sname',
        forenames: 'Fname',
        born_on: 'DoB',
      },
    },
    file,
  )
  assert.deepEqual(result!.refused, [])
  assert.deepEqual(result!.tally.unplaced, {})
  await isCounted(facts, 2018)
})

test('one row an incident with numbered victims, in columns whose numbers stand anywhere', async () => {
  const head = 'log|on|kind|tagged|v1_first|v1_last|v2_first|v2_last'
  const rows = [
    'L1|1/4/19|Personal|Vulnerable|Alba|Quenby|Bruno|Quenby',
    'L2|2/4/19|Nuisance|Risk|Alba|Quenby||',
    'L3|3/4/19|Environmental|None|Cosima|Rudge||',
    'L4|4/4/19|Personal|Risk||||',
    'L5|31/4/19|Personal|Risk|Greta|Ilves||',
  ]
  const file = write('asb.txt', [head, ...rows].join('\n'))
  const profile = {
    profile: 'fen-asb',
    title: 'Fenland Constabulary, anti-social behaviour',
    row_is: 'incident',
    victims: 5,
    file: { separator: '|' },
    date_formats: ['D/M/YY'],
    columns: {
      incident_number: 'log',
      occurred_on: 'on',
      qualifier: 'kind',
      at_risk: { column: 'tagged', any_of: ['Vulnerable', 'Risk'] },
      forenames: 'v{n}_first',
      surname: 'v{n}_last',
    },
  }
  const result = await readAsb(profile, file)
  assert.deepEqual([result.rows_read, result.rows_kept], [5, 5])
  assert.deepEqual(
    result.refused.map(({ row, problem }) => [row, problem]),
    [[5, 'Column “on”: “31/4/19” is not a day that exists']],
  )
  const within = { from: '2019-01-01', to: '2019-12-31' }
  assert.equal((await ask('asb-incidents', within)).value, 2, 'named, and tagged')
  assert.equal((await ask('asb-victims-within-class', within)).value, 3)
})

test('a profile is told all that is wrong with it, in plain words', () => {
  const faults = (kind: 'recorded-crime' | 'asb', profile: object) => {
    try {
      readExtractProfile(kind, profile)
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }
  const named = { profile: 'x', title: 'X' }
  const told = faults('recorded-crime', {
    ...named,
    titles: 'X',
    columns: { crime_number: 'A', surname: 'Victim {n} surname', age: 'Age' },
  })
  for (const words of [
    'titles: there is no such part. Did you mean “title”?',
    'columns.age: there is no such part',
    'columns.recorded_on: every row needs it',
    'row_is: columns with {n} are numbered by victim: write "row_is": "crime"',
  ])
    assert.ok(told.includes(words), `${words}\n${told}`)
  const asb = { ...named, row_is: 'incident', columns: { occurred_on: 'On', qualifier: 'Kind' } }
  assert.match(faults('asb', asb), /"incident" needs the columns of each victim with \{n\}/)
  assert.match(faults('asb', { ...asb, row_is: 'crime' }), /“crime” is none of victim, incident/)
  const broken = write('broken.json', '{\n  "profile": "x",\n  "title": "X",\n}')
  assert.throws(
    () => findExtractProfile('asb', broken),
    /broken\.json, line 4, column 1: a comma stands before the closing brace\. Take it out\./,
  )
})
