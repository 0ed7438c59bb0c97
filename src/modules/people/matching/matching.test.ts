import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compare, newLevels } from './comparison/compare.ts'
import type { PersonRecord } from './index.ts'
import {
  createStore,
  encodeRecord,
  linkRecords,
  readModel,
  scoreCandidates,
  STARTING_MODEL,
  storedForm,
  weigh,
  writeModel,
} from './index.ts'
import { bandFromModel } from './model/frequencies.ts'
import { score } from './model/score.ts'

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 })
const someone: fc.Arbitrary<PersonRecord> = fc.record({
  forename: maybe(
    fc.constantFrom(
      'Mary',
      'Mary Jane',
      'Marie',
      'J',
      'Jon',
      'John',
      'Thomas',
      'Tom',
      'Łucja',
      'Zzyzx',
      'Ella',
      'Elle',
    ),
  ),
  surname: maybe(
    fc.constantFrom('Smith', 'Smyth', 'Smith-Jones', 'Jones', 'Thomas', 'van der Berg', "O'Neill", 'Oneil'),
  ),
  previous_surname: maybe(fc.constantFrom('Jones', 'Brown')),
  date_of_birth: maybe(
    fc.constantFrom('1971-06-05', '1971-05-06', '1971-06-15', '1971', '1972-06-05', '1990-12-31'),
  ),
  sex: maybe(fc.constantFrom('F', 'M')),
  postcode: maybe(fc.constantFrom('NG1 1AA', 'NG1 1AB', 'NG1 2ZZ', 'CA1 1AA', 'NG11AA')),
  address: maybe(fc.constantFrom('1 High Street', '12 High St', 'High Street', 'Low Lane', '1 Hihg Street')),
  town: maybe(fc.constantFrom('Nottingham', 'Notingham', 'Kendal')),
  email: maybe(fc.constantFrom('m.smith@example.org', 'm.smyth@example.org', 'tom@example.org')),
  phone: maybe(fc.constantFrom('07700 900001', '07700 900010', '01632 960001')),
  other_phone: maybe(fc.constantFrom('07700 900001', '01632 960001')),
  nominal: maybe(fc.constantFrom('N100001', 'N100010', 'N777777')),
  other_1: maybe(fc.constantFrom('baker', 'barker')),
})

function scored(records: readonly PersonRecord[]) {
  const store = createStore(records.length)
  let end = 0
  records.forEach((record, i) => (end = encodeRecord(store, i, record, end)))
  bandFromModel(store, records.length, STARTING_MODEL.frequencies)
  const weights = weigh(STARTING_MODEL, 50_000)
  return (i: number, j: number) => {
    const levels = newLevels()
    compare(store, i, j, weights.inUse, levels)
    return { odds: score(weights, levels), levels: [...levels] }
  }
}

test('comparison is symmetric', () => {
  fc.assert(
    fc.property(someone, someone, (a, b) => {
      const of = scored([a, b])
      assert.deepEqual(of(0, 1), of(1, 0))
    }),
    { numRuns: 1000 },
  )
})

test('nothing is more like a record than the same record again', () => {
  fc.assert(
    fc.property(someone, someone, (a, b) => {
      const of = scored([a, { ...a }, b])
      assert.ok(of(0, 1).odds >= of(0, 2).odds - 1e-9)
    }),
    { numRuns: 1000 },
  )
})

const keysOfRecord = (record: PersonRecord) =>
  Object.values(storedForm(record).keys).filter((key) => key !== undefined)

test('a record kept as bytes compares as it did', () => {
  fc.assert(
    fc.property(someone, someone, (a, b) => {
      const others = { others: 50_000, thresholds: { link: 99, review: -99 } }
      const packed = scoreCandidates(STARTING_MODEL, a, [storedForm(b).packed], others)
      assert.deepEqual(packed, scoreCandidates(STARTING_MODEL, a, [b], others))
    }),
  )
})

test('keys are safe whole numbers, made from the record alone, and shared by records that differ by one slip', () => {
  const record = {
    forename: 'Gregory',
    surname: 'Greenfelder',
    date_of_birth: '1987-07-24',
    postcode: 'NG15 2NW',
  }
  const keys = keysOfRecord(record)
  assert.ok(keys.length > 5 && keys.every((key) => Number.isSafeInteger(key) && key >= 0))
  assert.deepEqual(keysOfRecord(record), keys)
  const slips: PersonRecord[] = [
    { ...record, forename: 'Greg' },
    { ...record, surname: 'Greenfeldre' },
    { ...record, date_of_birth: '1987-07-25' },
    { forename: 'Greenfelder', surname: 'Gregory', date_of_birth: '1987-07-24' },
    { ...record, surname: 'Smith', postcode: undefined },
  ]
  for (const slip of slips)
    assert.ok(
      keysOfRecord(slip).some((key) => keys.includes(key)),
      JSON.stringify(slip),
    )
  assert.ok(
    !keysOfRecord({ forename: 'Amy', surname: 'Nowak', date_of_birth: '1950-01-02' }).some((key) =>
      keys.includes(key),
    ),
  )
  const second = { ...record, date_of_birth: '1987-04-07' }
  assert.ok(
    keysOfRecord({ ...second, date_of_birth: '1987-07-04', forename: 'Bo' }).some((k) =>
      keysOfRecord({ ...second, forename: 'Ty' }).includes(k),
    ),
    'day and month swapped',
  )
})

test('a worker is told why, in words, and a band', () => {
  const record = {
    forename: 'Carmella',
    surname: 'Kertzmann',
    date_of_birth: '1999-04-10',
    postcode: 'NG3 8UL',
  }
  const [best, ...rest] = scoreCandidates(
    STARTING_MODEL,
    record,
    [
      { forename: 'Omari', surname: 'Skiles', date_of_birth: '1999-11-26' },
      { ...record, surname: 'Kertzman' },
    ],
    { others: 50_000 },
  )
  assert.equal(rest.length, 0)
  assert.equal(best!.index, 1)
  assert.equal(best!.band, 'almost certain')
  assert.deepEqual(best!.reasons, [
    'same forename',
    'same date of birth',
    'same postcode',
    'surname differs by one letter',
  ])
})

test('a model can be kept, read again by the next version too, and is refused when one that is not understood wrote it', async () => {
  const { model } = await linkRecords([
    { forename: 'Amy', surname: 'Nowak' },
    { forename: 'Bo', surname: 'Reid' },
  ])
  assert.deepEqual(readModel(writeModel(model)), JSON.parse(JSON.stringify(model)))
  assert.equal(readModel(writeModel({ ...model, version: model.version - 1 }))?.records, 2)
  for (const version of [0, model.version + 1])
    assert.equal(readModel(writeModel({ ...model, version })), undefined)
  assert.ok(!writeModel(model).toLowerCase().includes('nowak'))
})
