import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PersonRecord, soughtForms, STARTING_MODEL } from '../index.ts'
import { bandOf } from '../model/frequencies.ts'
import { F, TEXT } from '../record/layout.ts'

const record: PersonRecord = {
  forename: 'Mary',
  surname: 'Smith',
  date_of_birth: '1971-06-24',
  postcode: 'NG3 1HF',
  phone: '07700 900123',
}
const keysAmong = (others: number, each: number, model = STARTING_MODEL) =>
  Object.keys(soughtForms([record], model, { others, most: 50, each }).keys[0]!)

test('among few everything is looked for, among many what few share', () => {
  const few = keysAmong(1000, 200)
  for (const kind of ['born', 'born_month', 'sound_surname', 'sound_forename', 'name_year', 'phone'])
    assert.ok(few.includes(kind), kind)
  const many = keysAmong(1_000_000, 10)
  assert.ok(many.includes('born_surname') && many.includes('phone'))
  for (const kind of ['born', 'born_month', 'sound_surname', 'sound_forename'])
    assert.ok(!many.includes(kind), kind)
})

test('the more may be brought, the more is looked for, and never less', () => {
  let before: string[] = []
  for (const each of [0, 1, 5, 20, 100, 1000]) {
    const now = keysAmong(100_000, each)
    assert.ok(
      before.every((kind) => now.includes(kind)),
      `${each}`,
    )
    before = now
  }
})

test('a name or a telephone that the model knows to be common is not looked for by itself', () => {
  const { store } = soughtForms([record], STARTING_MODEL, { others: 1, most: 50, each: 50 })
  const common = (field: number, text: number) => ({
    field,
    filled: 100_000,
    common: [[store.rows[2 * text]!, bandOf(field, 1000, 100_000, 0)] as const],
    rare_band: 15,
  })
  const frequencies = [
    common(F.forename, TEXT.forename),
    common(F.surname, TEXT.surname),
    common(F.phone, TEXT.phone),
  ]
  const sought = keysAmong(1_000_000, 200, { ...STARTING_MODEL, frequencies })
  assert.ok(!sought.includes('name') && !sought.includes('phone') && sought.includes('born_surname'))
})
