import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { decideAll, folder, notts, rowsOf } from '../transfers/decided-in-memory.ts'
import { readProfile } from './mapping-profile.ts'
import { numberedHeadings } from './profile-from-form.ts'
import { TRANSFER_FIELDS } from './transfer-fields.ts'

const HEAD = readFileSync(join(folder, 'NOTTS_ADT_20170313.csv'), 'utf8').split('\r\n')[0]!

test('a file of crimes gives each victim a result of its own', async () => {
  const profile = readProfile({
    profile: 'other-force',
    title: 'Other force',
    row_is: 'crime',
    victims: 3,
    name_order: 'surname, forenames',
    file: { separator: ';' },
    date_formats: ['YYYY-MM-DD HH:mm', 'D MMM YYYY'],
    time_zone: 'UTC',
    columns: {
      occurrence_no: 'Ref',
      reported_on: 'Reported',
      offence: { columns: ['Off1', 'Off2'], join: ' ' },
      full_name: 'Victim {n} name',
      mobile: 'Victim {n} phone',
      domestic: { column: 'Flags', any_of: ['DA'], split: ',' },
      consent_basis: { constant: 'explicit' },
      safe_to_contact: { constant: 'yes' },
      postcode: { column: 'Postcode', optional: true },
    },
  })
  const file =
    'Ref;Reported;Off1;Off2;Flags;Victim 1 name;Victim 1 phone;Victim 2 name;Victim 2 phone\n' +
    'C1;2017-06-30 23:30;Burglary;dwelling;VIC,DA;Day, Ann;07700 900001;Day, Bob;\n' +
    'C2;3 Mar 2017;Arson;;;Fox, Cy;07700 900002;;\n' +
    'C3;3 Mar 2017;Arson;;;;;;\n'
  const rows = await rowsOf(profile, file)
  assert.deepEqual(
    decideAll(rows, profile).map(({ row, victim, result }) => [row, victim, result]),
    [
      [1, 1, 'accepted'],
      [1, 2, 'no-contact-details'],
      [2, 1, 'accepted'],
      [3, 1, 'error'],
    ],
  )
  const first = rows[0]!.victims[0]!.read!
  assert.deepEqual(
    [first.surname, first.forenames, first.reported_on, first.offence, first.domestic],
    ['Day', 'Ann', '2017-07-01', 'Burglary dwelling', true],
  )
})

test('a file that does not fit the profile is refused with what it lacks', async () => {
  await assert.rejects(
    rowsOf(notts, 'Occurrence No;Offence\n1;x\n'),
    /no column “Occurrence No”.*is the separator “;”\?/s,
  )
  await assert.rejects(rowsOf(notts, HEAD.replace('DOB', 'Birth')), /no column “DOB”/)
  await assert.rejects(rowsOf(notts, HEAD.replace('Email', 'DOB')), /two columns “DOB”/)
  await assert.rejects(rowsOf(notts, ''), /The file is empty/)
})

test('a profile with faults is refused, each with its place', () => {
  const bad = {
    profile: 'X',
    title: 'x',
    date_formats: ['DD/MM'],
    columns: { surname: { column: 'S', codes: {} }, sex: { column: 'S', codes: { m: 'male' } }, wife: 'W' },
  }
  assert.throws(
    () => readProfile(bad),
    (error: Error) => {
      for (const place of [
        'profile:',
        'date_formats.0:',
        'columns.sex.codes.m: “male” is none of F, M, X',
        'columns.wife: there is no such part',
        'columns.occurrence_no: Every row needs it',
      ])
        assert.match(error.message, new RegExp(place.replace('.', '\\.')))
      return true
    },
  )
  const slips: [object, string][] = [
    [{ file: { seperator: ',' } }, 'file.seperator: there is no such part. Did you mean “separator”?'],
    [{ file: { encoding: 'ebcdic' } }, 'file.encoding: “ebcdic” is none of utf-8, windows-1252'],
    [
      { columns: { surname: 0 } },
      "columns.surname: write a heading in quotation marks, a column's number from 1",
    ],
    [
      { columns: { sex: { colum: 'S' } } },
      'columns.sex.colum: there is no such part. Did you mean “column”?',
    ],
    [
      { columns: { domestic: { column: 'D', true_values: 'Y' } } },
      'columns.domestic.true_values: write a list',
    ],
    [{ date_formats: 'DD/MM/YYYY' }, 'date_formats: write a list in square brackets'],
    [{ kind: 'service' }, 'kind: “service” is none of transfer'],
  ]
  for (const [slip, said] of slips)
    assert.throws(
      () => readProfile({ profile: 'x', title: 'x', columns: {}, ...slip }),
      (error: Error) => error.message.includes(`  ${said}`),
      said,
    )
  const { sex: _, wife: __, ...columns } = bad.columns
  assert.throws(
    () => readProfile({ profile: 'x', title: 'x', columns: { ...columns, surname: 'S' } }),
    /columns.occurrence_no: Every row needs it/,
  )
})

test('the documentation tells every field, and its examples are profiles that can be used', () => {
  const written = readFileSync(join(import.meta.dirname, '../transfers/MAPPING-PROFILES.md'), 'utf8')
  for (const [name, { says }] of Object.entries(TRANSFER_FIELDS))
    assert.ok(written.includes(`| \`${name}\` | `) && written.includes(says), name)
  const examples = [...written.matchAll(/```json\n(\{\n {2}"profile"[\s\S]*?)```/g)].map(([, json]) => json!)
  assert.equal(examples.length, 2)
  for (const example of examples) assert.ok(readProfile(JSON.parse(example)))
})

test('columns that are numbered by victim are offered with {n}', () => {
  assert.deepEqual(numberedHeadings(['Ref', 'Victim 1 Name', 'Victim 2 Name', 'Address 1', 'Box1', 'Box2']), [
    'Victim {n} Name',
    'Box{n}',
  ])
})
