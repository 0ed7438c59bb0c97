import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { findPossibleDuplicates, recordPerson } from '../index.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')

test('a record with the same birthday, postcode and nearly the same surname is found, with reasons in words', async () => {
  await dan.act((ctx) =>
    recordPerson(ctx, {
      forename: 'Marta',
      surname: 'Kowalska',
      date_of_birth: '1984-05-02',
      contact_methods: [{ kind: 'mobile', value: '07700 900111' }],
      address: { line: '14 High Street', town: 'Nottingham', postcode: 'NG3 1HF' },
    }),
  )
  const found = await dan.act((ctx) =>
    findPossibleDuplicates(ctx, {
      forename: 'Marta',
      surname: 'Kowalski',
      date_of_birth: '1984-05-02',
      address: { postcode: 'ng31hf' },
    }),
  )
  assert.equal(found.length, 1)
  console.log(found)
})
