import assert from 'node:assert/strict'
import test from 'node:test'
import { testApp } from '../../../testing/cast.ts'
import { findPossibleDuplicates, recordPeople, recordPerson } from '../index.ts'

const t = await testApp()
const dan = await t.as('Dan Jessop')
const marta = {
  forename: 'Marta',
  surname: 'Kowalska',
  date_of_birth: '1984-05-02',
  contact_methods: [{ kind: 'mobile' as const, value: '07700 900111' }],
  address: { line: '14 High Street', town: 'Nottingham', postcode: 'NG3 1HF' },
}
const id = await dan.act((ctx) => recordPerson(ctx, marta))
const find = (details: Parameters<typeof findPossibleDuplicates>[1]) =>
  dan.act((ctx) => findPossibleDuplicates(ctx, details))

test('a surname with a slip, the same birthday and the same postcode are told in words', async () => {
  const [found] = await find({
    forename: 'Marta',
    surname: 'Kowalski',
    date_of_birth: '1984-05-02',
    address: { postcode: 'ng31hf' },
  })
  assert.equal(found!.person_id, id)
  assert.deepEqual(found!.reasons, [
    'same forename',
    'same date of birth',
    'same postcode',
    'surname differs by one letter',
  ])
  assert.ok(!JSON.stringify(found!.reasons).includes('1984'), 'no value among the reasons')
})

const SAME: Record<string, Parameters<typeof findPossibleDuplicates>[1]> = {
  'day and month of birth swapped': { forename: 'Marta', surname: 'Kowalska', date_of_birth: '1984-02-05' },
  'forename and surname swapped': { forename: 'Kowalska', surname: 'Marta', date_of_birth: '1984-05-02' },
  'another spelling by sound': { forename: 'Martha', surname: 'Kowalska', date_of_birth: '1984-05-02' },
  'moved away, but the same phone': {
    forename: 'Marta',
    surname: 'Kowalska',
    contact_methods: [{ kind: 'mobile', value: '+447700900111' }],
  },
}
for (const [what, details] of Object.entries(SAME))
  test(`found with ${what}`, async () => assert.ok((await find(details)).some((one) => one.person_id === id)))

test('a stranger is not shown, nor a neighbour', async () => {
  assert.deepEqual(await find({ forename: 'Oluwaseun', surname: 'Adebayo', date_of_birth: '1999-12-12' }), [])
  assert.deepEqual(
    await find({
      forename: 'Oluwaseun',
      surname: 'Adebayo',
      date_of_birth: '1999-12-12',
      address: { postcode: 'NG3 1HF' },
    }),
    [],
  )
})

test('a twin at one address is never almost certain', async () => {
  const twin = await find({ ...marta, forename: 'Joanna', contact_methods: [] })
  assert.ok(twin.length > 0 && twin.every((one) => one.band !== 'almost certain'))
})

test('a fact that hundreds share brings nobody by itself', async () => {
  const { receiving_team_id: held_by } = await t.area()
  await dan.act((ctx) =>
    recordPeople(
      ctx,
      Array.from({ length: 400 }, (_, i) => ({
        held_by,
        forename: `Guest${i}`,
        surname: `Hostel${i}`,
        address: { line: '1 Hostel Road', postcode: 'NG1 5FG' },
      })),
    ),
  )
  const found = await find({
    forename: 'Ada',
    surname: 'Brightwell',
    address: { line: '1 Hostel Road', postcode: 'NG1 5FG' },
  })
  assert.deepEqual(found, [])
})

test('nothing known finds nobody', async () => assert.deepEqual(await find({}), []))
