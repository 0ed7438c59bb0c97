import assert from 'node:assert/strict'
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { codesOf, INTAKE_RESULTS } from '#reference'
import { isUsableAddress, isUsableEmail, isUsablePhone } from './contact-details.ts'
import { decideAll, folder, notts, rowsOf } from './decided-in-memory.ts'
import { readProfile, scopeRule, sensitiveRule } from '../mapping-profiles/mapping-profile.ts'
import { foldName, personKey, transferKey } from './person-key.ts'

test('all 125 rows of three days of transfer end as they should', async () => {
  const expected = readFileSync(join(folder, 'expected.csv'), 'utf8').trim().split('\n').slice(1)
  assert.equal(expected.length, 125)
  const held = new Set<string>()
  const found: string[] = []
  for (const day of [13, 14, 15]) {
    const name = `NOTTS_ADT_201703${day}.csv`
    const rows = await rowsOf(notts, createReadStream(join(folder, name)))
    const decided = decideAll(rows, notts, held)
    for (const [index, { row, result }] of decided.entries())
      found.push(`${name},${row},${rows[index]!.victims[0]!.read?.occurrence_no ?? ''},${result}`)
  }
  assert.deepEqual(
    found,
    expected.map((line) => line.trim()),
  )
})

const HEAD = readFileSync(join(folder, 'NOTTS_ADT_20170313.csv'), 'utf8').split('\r\n')[0]!
const GOOD =
  '17,12/03/2017,Harassment,Individual,Skiles,Omari Isaac,26/11/1999,M,W1,07700 900618,,,1 Elm St,Nottingham,NG3 1HF,N,N,,Informed,,,,,,,PC 1'
const change = (changes: Record<string, string>) => {
  const names = HEAD.split(',')
  const cells = GOOD.split(',')
  for (const [name, cell] of Object.entries(changes)) cells[names.indexOf(name)] = cell
  return cells.join(',')
}
const decideOne = async (changes: Record<string, string>) =>
  decideAll(await rowsOf(notts, `${HEAD}\n${change(changes)}\n`), notts)[0]!

test('a row that cannot be read is an error that says what is wrong and where', async () => {
  for (const [changes, says] of [
    [{ 'Reported Date': '31/02/2017' }, 'Column “Reported Date”: “31/02/2017” is not a day that exists'],
    [
      { 'Reported Date': '2017-03-12' },
      'Column “Reported Date”: “2017-03-12” is not a date written DD/MM/YYYY',
    ],
    [{ 'Reported Date': '' }, 'Column “Reported Date” is blank, and a row needs reported on'],
    [{ 'Occurrence No': ' ' }, 'Column “Occurrence No” is blank, and a row needs occurrence no'],
    [{ Surname: '', Forenames: '' }, 'The row names nobody: the columns of the name are blank'],
    [{ DOB: '29/02/1999' }, 'Column “DOB”: “29/02/1999” is not a day that exists'],
    [{ DOB: '13/03/2017' }, 'The date of birth, 2017-03-13, is after the report'],
    [{ DOB: '01/01/1880' }, 'The date of birth, 1880-01-01, is more than 120 years ago'],
    [{ 'Reported Date': '01/12/2026' }, 'It was reported on 2026-12-01, which is still to come'],
    [{ Domestic: 'perhaps' }, 'Column “Domestic”: “perhaps” is neither yes nor no'],
    [
      { 'Consent To Refer': 'Verbal' },
      'Column “Consent To Refer”: “Verbal” is no code that the profile knows',
    ],
    [{ OIC: 'PC 1,extra' }, 'The row has 27 cells where 26 are expected'],
  ] as const) {
    const { result, problems } = await decideOne(changes)
    assert.deepEqual([result, problems], ['error', [says]])
  }
})

test('the first result that holds is the result', async () => {
  const all = {
    Deceased: 'Y',
    'Consent To Refer': 'Declined',
    'Child Protection': 'Y',
    Offence: 'Speeding',
    Postcode: 'M14 5TL',
    'Safe To Contact': 'N',
    Mobile: '',
    Address: '',
  }
  const order: (keyof typeof all)[][] = [
    ['Deceased'],
    ['Consent To Refer'],
    ['Child Protection'],
    ['Offence'],
    ['Postcode'],
    ['Safe To Contact'],
    ['Mobile', 'Address'],
  ]
  const left = { ...all }
  const found: string[] = []
  for (const columns of order) {
    found.push((await decideOne(left)).result)
    for (const column of columns) delete (left as Record<string, string>)[column]
  }
  found.push((await decideOne(left)).result)
  assert.deepEqual(found, codesOf(INTAKE_RESULTS).slice(2))
})

test('sensitive rows need explicit consent and a route marked safe; others do not', async () => {
  const result = async (changes: Record<string, string>) => (await decideOne(changes)).result
  assert.equal(await result({ Domestic: 'Y' }), 'no-consent')
  assert.equal(await result({ Domestic: 'Y', 'Consent To Refer': '' }), 'no-consent')
  assert.equal(await result({ Domestic: 'Y', 'Consent To Refer': 'Explicit' }), 'unsafe-contact')
  assert.equal(
    await result({ Domestic: 'Y', 'Consent To Refer': 'Explicit', 'Safe To Contact': 'Y' }),
    'accepted',
  )
  assert.equal(await result({ Offence: 'Rape of a female aged 16 or over' }), 'no-consent') // the flag was forgotten
  assert.equal(await result({ 'Consent To Refer': '' }), 'accepted')
  assert.equal(await result({ 'Safe To Contact': 'N' }), 'unsafe-contact')
  assert.equal(await result({ 'Victim Type': 'Business' }), 'out-of-scope')
  assert.equal(await result({ Offence: 'NON CRIME - hate incident' }), 'out-of-scope')
})

test('the receipt names what is missing and nothing else', async () => {
  assert.deepEqual((await decideOne({})).missing, [])
  assert.deepEqual((await decideOne({ DOB: '', Postcode: '', Mobile: '' })).missing, [
    'phone',
    'postcode',
    'date-of-birth',
  ])
  assert.deepEqual((await decideOne({ Domestic: 'Y' })).missing, ['explicit-consent', 'safe-contact'])
  assert.deepEqual((await decideOne({ Offence: 'Assault' })).missing, ['offence'])
  assert.deepEqual((await decideOne({ Mobile: '07700', Address: 'NFA', Postcode: 'NG3' })).missing, [
    'contact-details',
    'postcode',
  ])
})

test('a code nobody knows in a field that decides nothing is a remark, not an error', async () => {
  const { result, remarks } = await decideOne({ Ethnicity: 'Z9', 'DASH Risk': 'severe' })
  assert.deepEqual([result, remarks], ['accepted', ['ethnicity', 'risk grade']])
})

test('one person is known again however the force writes the name, and two people are not taken for one', () => {
  const person = { surname: "O'Connor-Łuczak", forenames: 'Zoë May', born_on: '1990-01-02' }
  const key = personKey(person)
  for (const other of [
    { ...person, surname: 'OCONNOR LUCZAK', forenames: 'ZOE' },
    { ...person, forenames: 'Zoe-May' },
    { ...person, surname: "o'connor - luczak" },
  ])
    assert.equal(personKey(other), key)
  for (const other of [
    { ...person, forenames: 'Anna' },
    { ...person, born_on: '1960-01-02' },
    { ...person, born_on: null },
    { ...person, surname: 'Connor' },
  ])
    assert.notEqual(personKey(other), key)
  assert.equal(
    transferKey('a', { ...person, occurrence_no: ' nt 17/1' }),
    transferKey('a', { ...person, occurrence_no: 'NT17/1' }),
  )
  assert.notEqual(
    transferKey('a', { ...person, occurrence_no: '1' }),
    transferKey('b', { ...person, occurrence_no: '1' }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => foldName(foldName(name)) === foldName(name)),
  )
})

test('contact details that reach nobody do not count', () => {
  assert.ok(
    isUsablePhone('07700 900618') &&
      isUsablePhone('+44 (0)1632 960 583') &&
      !isUsablePhone('0770') &&
      !isUsablePhone('00000 000000'),
  )
  assert.ok(isUsableEmail('a.b@example.org') && !isUsableEmail('a@b') && !isUsableEmail('none'))
  assert.ok(
    isUsableAddress('1 Elm St') &&
      !isUsableAddress('No fixed abode') &&
      !isUsableAddress('N/A') &&
      !isUsableAddress(null),
  )
})

test('every row of any file has exactly one result, and the same rows twice are duplicates', async () => {
  const cell = fc.constantFrom(
    '',
    'Y',
    'N',
    'x',
    '12/03/2017',
    '31/02/2017',
    'Rape',
    'Smith',
    'NG3 1HF',
    'M1 1AA',
    '"',
    'Explicit',
    'Business',
  )
  const row = fc.array(cell, { minLength: 20, maxLength: 28 }).map((cells) => `9,${cells.join(',')}`)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(row, fc.constant(GOOD)), { maxLength: 8 }), async (lines) => {
      const rows = await rowsOf(notts, `${HEAD}\n${lines.join('\n')}\n`)
      const held = new Set<string>()
      const first = decideAll(rows, notts, held)
      assert.equal(first.length, rows.length)
      for (const { result } of first) assert.ok(result in INTAKE_RESULTS)
      for (const { result } of decideAll(rows, notts, held))
        assert.ok(result === 'duplicate' || result === 'error')
    }),
  )
})

test('the rules have defaults that suit an area which has set nothing', () => {
  assert.deepEqual(scopeRule.parse({}), {
    victim_types: ['individual'],
    exclude_offences: [],
    exclude_groups: ['NON'],
  })
  assert.deepEqual(sensitiveRule.parse({}), { flags: ['domestic', 'sexual'], offence_groups: ['SEX'] })
})

test('an offence that is left out is known however it is written', async () => {
  const profile = readProfile({
    profile: 'rules',
    title: 'Rules',
    columns: {
      occurrence_no: 1,
      reported_on: { constant: '2024-03-01' },
      surname: { constant: 'Day' },
      offence: 2,
      mobile: { constant: '07700 900111' },
    },
    file: { header_row: 0 },
    scope: { exclude_offences: ['Drunk & disorderly'] },
  })
  const rows = await rowsOf(
    profile,
    '1,DRUNK AND DISORDERLY\n2,drunk&disorderly.\n3,Drunk\n4,Disorderly drunk\n',
  )
  assert.deepEqual(
    decideAll(rows, profile).map(({ result }) => result),
    ['out-of-scope', 'out-of-scope', 'accepted', 'accepted'],
  )
})
