import assert from 'node:assert/strict'
import test from 'node:test'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { findPossibleDuplicates, peopleBySource, recordPeople } from '../index.ts'

const t = await testApp()
const area = await t.area()
const dan = await t.as('Dan Jessop')
const held_by = area.receiving_team_id
const asArea = <T>(work: Parameters<typeof t.act<T>>[2]) =>
  t.act(area, { visit_id: newId(), query: {} }, work)
const people = Array.from({ length: 4500 }, (_, i) => ({
  held_by,
  source_reference: `N${i}`,
  forename: `Forename${i}`,
  surname: `Surname${i % 700}`,
  date_of_birth: `19${10 + (i % 90)}-0${1 + (i % 9)}-1${i % 10}`,
  contact_methods: [
    { kind: 'mobile' as const, value: `07700 900${String(i % 1000).padStart(3, '0')}`, safe: undefined },
  ],
  address: { postcode: 'NG3 1HF' },
}))
const ids = await asArea((ctx) => recordPeople(ctx, people))

test('thousands are recorded at once, in the order given, each with contacts, address and keys', async () => {
  assert.equal(new Set(ids).size, 4500)
  await dan.act(async (ctx) => {
    const { rows } = await ctx.connection
      .query(`select count(*) as people, count(distinct p.held_by) as holders,
      (select count(*) from people.contact_method where safe = 'unknown' and message_ok = 'unknown') as methods,
      (select count(*) from people.address) as addresses, (select count(distinct person_id) from people.person_key) as keyed,
      count(*) filter (where district = 'Nottingham' and outcode = 'NG3') as placed from people.person p`)
    assert.deepEqual(rows[0], {
      people: 4500,
      holders: 1,
      methods: 4500,
      addresses: 4500,
      keyed: 4500,
      placed: 4500,
    })
    const fifth = await ctx.db
      .selectFrom('people.person')
      .select('source_reference')
      .where('person_id', '=', ids[4321]!)
      .executeTakeFirst()
    assert.equal(fifth?.source_reference, 'N4321')
  })
})

test('who came in bulk is found as a possible duplicate at once', async () => {
  const { held_by: _, ...again } = people[1234]!
  const found = await dan.act((ctx) =>
    findPossibleDuplicates(ctx, { ...again, source_reference: null, surname: 'Surnam534' }),
  )
  assert.equal(found[0]!.person_id, ids[1234])
  assert.equal(found[0]!.band, 'almost certain')
})

test('a file sent again is known by the sender’s numbers, and recording one twice is refused whole', async () => {
  const known = await asArea((ctx) => peopleBySource(ctx, held_by, ['N7', 'N8', 'X9']))
  assert.deepEqual(Object.fromEntries(known), { N7: ids[7], N8: ids[8] })
  const before = await dan.act((ctx) => ctx.db.selectFrom('people.person_key').select('part').execute())
  await assert.rejects(
    asArea((ctx) => recordPeople(ctx, [{ held_by, surname: 'New' }, people[7]!])),
    /duplicate key/,
  )
  assert.equal(
    (await dan.act((ctx) => ctx.db.selectFrom('people.person_key').select('part').execute())).length,
    before.length,
  )
})

test('nobody records for a team that is not theirs', async () => {
  const carys = await t.as('Carys Bevan')
  await assert.rejects(
    carys.act((ctx) => recordPeople(ctx, [{ held_by, surname: 'Elsewhere' }])),
    /row-level security/,
  )
})

test('a load of thousands is a handful of changes to keep, not one for each row', async () => {
  const kept = await dan.act((ctx) =>
    ctx.asAuditor((db) =>
      db.selectFrom('access.change').select('table_name').where('table_name', 'like', 'people.%').execute(),
    ),
  )
  assert.ok(kept.length < 20, `${kept.length} for 4,500 people`)
})
