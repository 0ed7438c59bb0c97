// Senders unlike any other, each read by a profile that was written from MAPPING-PROFILES.md alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideAll, rowsOf } from '../transfers/decided-in-memory.ts'
import { readProfile } from './mapping-profile.ts'

const stream = (content: Buffer, piece = 7) =>
  (async function* () {
    for (let at = 0; at < content.length; at += piece) yield content.subarray(at, at + piece)
  })()

test('UTF-16 with a byte-order mark, tabs, times in UTC, one name column, no quotation marks', async () => {
  const profile = readProfile({
    profile: 'calder-constabulary',
    title: 'Calder Constabulary: victims of the night',
    sender: 'Calder Constabulary',
    file: {
      encoding: 'utf-16le',
      separator: 'tab',
      quote: 'none',
      header_row: 3,
      skip_lines_starting: ['#', 'END'],
    },
    date_formats: ['YYYY-MM-DDTHH:mm:ssZ', 'YYYYMMDD'],
    time_zone: 'UTC',
    empty_values: ['(none)', '?'],
    name_order: 'forenames surname',
    columns: {
      occurrence_no: 'Incident',
      reported_on: 'Logged',
      offence: { columns: ['Category', 'Detail'], join: ': ' },
      full_name: 'Who',
      born_on: { column: 'Born', empty_values: ['19000101'] },
      mobile: { column: 'Tel', split: ' or ', take: 1 },
      email: { column: 'Tel', split: ' or ', take: 2 },
      postcode: 'Home',
      domestic: { column: 'Tags', any_of: ['da', 'dv'], split: '+' },
      consent_basis: {
        column: 'OK?',
        codes: { S: 'explicit', V: 'notified-right', X: 'declined' },
        default: 'not-recorded',
      },
      safe_to_contact: { column: 'Ring?', codes: { ring: 'yes', 'do not': 'no' }, default: 'unknown' },
      town: { column: 'Town', codes: { Nottm: 'Nottingham', '-': null }, optional: true },
    },
    serves_outcodes: ['NG3'],
  })
  const rows = [
    [
      'C/1',
      '2024-06-30T23:30:00Z',
      'Violence',
      'Common assault',
      'Zoë van der Berg',
      '19800229',
      '07700 900111 or zoe@example.org',
      'ng3 1aa',
      '',
      'V',
      'ring',
      'Nottm',
    ],
    [
      'C/2',
      '2024-07-01T09:00:00Z',
      'Violence',
      'Common assault',
      'Łukasz Ó Briain',
      '19000101',
      '07700 900112',
      'NG3 1AB',
      'alc+DA',
      'V',
      '?',
      '-',
    ],
    ['C/3', '2024-07-01T09:00:00Z', 'Theft', '(none)', 'Bo', '?', '(none)', 'NG3 1AC', '', 'X', '', ''],
    [
      'C/4',
      '2024-07-32T09:00:00Z',
      'Theft',
      'Bicycle',
      'Ann "Nan" Day',
      '',
      '07700 900113',
      '',
      '',
      'V',
      '',
      '',
    ],
    [
      'C/1',
      '2024-07-01T00:10:00Z',
      'Violence',
      'Common assault',
      'zoe VAN DER BERG',
      '19800229',
      '07700 900111',
      'NG3 1AA',
      '',
      'V',
      'ring',
      '',
    ],
  ]
  const heads = 'Incident Logged Category Detail Who Born Tel Home Tags OK? Ring? Town'.split(' ')
  const text = [
    'Calder',
    '',
    heads.join('\t'),
    '# page 1',
    ...rows.map((row) => row.join('\t')),
    'END 5',
    '',
  ].join('\r\n')
  const read = await rowsOf(
    profile,
    stream(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])),
  )
  const victims = read.map(({ victims: [one] }) => one!.read!)
  assert.deepEqual(victims.map(({ surname, forenames }) => [forenames, surname]).slice(0, 3), [
    ['Zoë van der', 'Berg'],
    ['Łukasz Ó', 'Briain'],
    [null, 'Bo'],
  ])
  assert.equal(
    victims[0]!.reported_on,
    '2024-07-01',
    'half past eleven in UTC is the next day in London in summer',
  )
  assert.deepEqual(
    [victims[0]!.mobile, victims[0]!.email, victims[0]!.town],
    ['07700 900111', 'zoe@example.org', 'Nottingham'],
  )
  assert.deepEqual([victims[1]!.born_on, victims[1]!.domestic, victims[1]!.town], [null, true, null])
  assert.deepEqual(
    decideAll(read, profile).map(({ result }) => result),
    ['accepted', 'no-consent', 'no-consent', 'error', 'duplicate'],
  )
})

test('windows-1252 without headings, one row a crime, columns by number, days in words', async () => {
  const profile = readProfile({
    profile: 'tamar-crimes',
    title: 'Tamar: one row a crime, no headings',
    source: 'police-other-force',
    file: { encoding: 'windows-1252', separator: '|', quote: "'", header_row: 0, cells: 6 },
    date_formats: ['D MMMM YYYY', 'D MMM YY'],
    columns: {
      occurrence_no: 1,
      reported_on: 2,
      offence: 3,
      surname: 4,
      mobile: 5,
      consent_basis: { constant: 'notified-right' },
      child_protection: { column: 6, true_values: ['yes, open'] },
    },
  })
  const text =
    "T1|1 March 2024|Burglary dwelling|'O''Neill|Sons'|07700 900114|no\nT2|2 mar 24|Théft from person|Brontë|07700 900115|Yes, open\nT3|3 Mar 24|Arson|Day|07700 900116\n"
  const read = await rowsOf(profile, stream(Buffer.from(text, 'latin1')))
  assert.deepEqual(
    read.map(({ victims: [one] }) => one!.read && [one!.read.surname, one!.read.reported_on]),
    [["O'Neill|Sons", '2024-03-01'], ['Brontë', '2024-03-02'], null],
  )
  const results = decideAll(read, profile)
  assert.deepEqual(
    results.map(({ result }) => result),
    ['accepted', 'safeguarding', 'error'],
  )
  assert.match(results[2]!.problems[0]!, /5 cells/)
})

// Each row is everything that comes after its place in the order of results as well: only the order decides.
const ORDER = [
  'error',
  'duplicate',
  'deceased',
  'no-consent',
  'safeguarding',
  'out-of-scope',
  'out-of-area',
  'unsafe-contact',
  'no-contact-details',
  'accepted',
] as const

test('a row that fits several results has the first in the fixed order, whoever sends it and however it is written', async () => {
  const profile = readProfile({
    profile: 'avon-live',
    title: 'Avon: the list of the hour',
    file: { encoding: 'latin1', separator: '^', quote: 'none', header_row: 2 },
    date_formats: ['EXCEL', 'YYYY.MM.DD'],
    empty_values: ['NULL'],
    name_order: 'surname forenames',
    columns: {
      occurrence_no: { column: 'URN', split: '/', take: -1 },
      reported_on: 'Logged',
      offence: 'What',
      full_name: 'Person',
      born_on: 'DOB',
      mobile: 'Tel',
      postcode: 'PC',
      deceased: { column: 'Marks', any_of: ['dead'], split: ' ' },
      child_protection: { column: 'Marks', any_of: ['cp'], split: ' ' },
      consent_basis: { column: 'Told', codes: { '0': 'declined', '1': 'notified-right' } },
      safe_to_contact: { column: 'Ring?', codes: { never: 'no' }, default: 'unknown' },
    },
    scope: { exclude_offences: ['Speeding'] },
    serves_outcodes: ['NG1'],
  })
  const row = (from: number, urn: string) => {
    const at = (result: (typeof ORDER)[number]) => ORDER.indexOf(result) >= from
    return [
      `48/${urn}`,
      from === 0 ? '2024.02.30' : '45352',
      at('out-of-scope') && from <= 5 ? 'SPEEDING' : 'Theft',
      from <= 1 ? 'Ash Bo' : `Ash Bo${'abcdefghij'[from]}`,
      'NULL',
      from <= 8 ? 'NULL' : '07700 900123',
      from <= 6 ? 'S1 1AA' : 'NG1 1AA',
      [from <= 2 ? 'dead' : '', from <= 4 ? 'cp' : ''].join(' '),
      from <= 3 ? '0' : '1',
      from <= 7 ? 'never' : '',
    ].join('^')
  }
  const first = row(9, 'U1').replace('Ash Boj', 'Ash Bo')
  const text = [
    'Avon',
    'URN^Logged^What^Person^DOB^Tel^PC^Marks^Told^Ring?',
    first,
    ...ORDER.map((_, n) => row(n, 'U1')),
  ]
  const results = decideAll(await rowsOf(profile, stream(Buffer.from(text.join('\n'), 'latin1'))), profile)
  assert.deepEqual(
    results.map(({ result }) => result),
    ['accepted', ...ORDER],
  )
})
