import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import type { Ctx } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { findPossibleDuplicates, recordPerson, tieIdentities } from '../index.ts'
import { factsOf } from '../bulk/person-to-record.ts'
import { keysSought } from '../duplicates/find-possible-duplicates.ts'
import { FIND, findValues } from '../keys/find-hits.ts'
import { decideSamePerson, unlinkPeople } from '../links/decide-same-person.ts'
import { tiesOf } from './tie-identities.ts'

const t = await testApp()
const area = await t.area()
const dan = await t.as('Dan Jessop')
const carys = await t.as('Carys Bevan')
const tie = () => t.act(area, { visit_id: newId(), query: {} }, tieIdentities)
const details = {
  forename: 'Wilhelmina',
  surname: 'Featherstonehaugh',
  date_of_birth: '1971-03-09',
  contact_methods: [{ kind: 'mobile' as const, value: '07700 900777' }],
  address: { line: '3 Mill Row', postcode: 'NG9 1AA' },
}
const identities = () =>
  dan.act((ctx) =>
    ctx.asFigures((db) =>
      db
        .selectFrom('people.identity')
        .select(['person_id', 'identity_id', 'tied_by'])
        .orderBy('person_id')
        .execute(),
    ),
  )
const one = await dan.act((ctx) => recordPerson(ctx, details))

/** Everything a worker can get to know by asking: what comes back, and the work that the database did for it. */
async function learnt(asked: (ctx: Ctx) => Promise<unknown>) {
  const answer = await dan.act(asked)
  const plan = await dan.act(async (ctx) => {
    const { rows } = await ctx.connection.query(
      `explain (analyze, timing off, summary off, buffers off, format json) ${FIND}`,
      findValues(keysSought(ctx, factsOf({ ...details, held_by: '' }))),
    )
    return rows[0]['QUERY PLAN'] as Step[]
  })
  return { answer, plan: work(plan), removed: stepsOf(plan).some(passedOver) }
}

/** A step of a query plan: what it did, and how often. */
type Step = { Plan?: Step; Plans?: Step[]; 'Relation Name'?: string; [fact: string]: unknown }
const stepsOf = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) => [step, ...stepsOf([...(step.Plan ? [step.Plan] : []), ...(step.Plans ?? [])])])
/** Everything of a plan but what the planner expected: the steps, their loops and the rows that they read. */
const work = (plan: Step[]): string =>
  JSON.stringify(plan, (name, value: unknown) => (/Cost|Width|Plan Rows/.test(name) ? undefined : value))
/** Whether rows of a table were read that policy or filter then kept back. */
const passedOver = (step: Step): boolean =>
  step['Relation Name'] !== undefined &&
  Object.entries(step).some(([fact, n]) => fact.startsWith('Rows Removed by') && n !== 0)
const ask = () =>
  learnt(async (ctx) => ({
    warned: await findPossibleDuplicates(ctx, details, { except: one }),
    seen: await ctx.db.selectFrom('people.identity').selectAll().execute(),
    people: (await ctx.db.selectFrom('people.person').select('person_id').execute()).length,
  }))

test('a worker learns nothing when another holder records the same person and both are counted once', async () => {
  const before = await ask()
  const theirs = await carys.act((ctx) => recordPerson(ctx, details))
  await tie()
  const rows = await identities()
  assert.equal(new Set(rows.map((row) => row.identity_id)).size, 1, 'counted once')
  assert.equal(rows.length, 2)
  const after = await ask()
  assert.deepEqual(after, before, 'the same warnings, counts, rows read and loops made')
  assert.equal(after.removed, false, 'no row of another holder is so much as passed over')
  const page = await dan.get(`/people/${one}/links`)
  assert.ok(page.text.includes('No other record looks like this person'))
  // Not there and not yours read the same.
  const nothing = await dan.get(`/people/${newId()}`)
  const hidden = await dan.get(`/people/${theirs}`)
  const plain = (text: string) => text.replaceAll(/nonce="[^"]*"|[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  assert.equal(plain(hidden.text), plain(nothing.text))
})

test('what a worker writes into the identities is counted by nobody, and collides with nothing', async () => {
  const before = await identities()
  await assert.rejects(
    dan.act(async (ctx) => {
      await ctx.db
        .insertInto('people.identity')
        .values({ person_id: one, identity_id: one, tied_by: 'itself' })
        .execute()
      assert.equal(
        (await ctx.db.selectFrom('people.identity').selectAll().execute()).length,
        1,
        'only their own row',
      )
      assert.equal(
        (await ctx.db.updateTable('people.identity').set({ tied_by: 'link' }).executeTakeFirst())
          .numUpdatedRows,
        1n,
      )
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  assert.deepEqual(await identities(), before)
})

test('figures count people across holders, and read no name', async () => {
  await assert.rejects(
    dan.act((ctx) => ctx.asFigures((db) => db.selectFrom('people.person').select('surname').execute())),
    /permission denied/,
  )
})

test('a sensitive record is never tied by the comparison, but by a worker’s link; unlinking restores every identity', async () => {
  const two = await dan.act((ctx) => recordPerson(ctx, { ...details, sensitive: true }))
  await tie()
  const apart = await identities()
  assert.equal(new Set(apart.map((row) => row.identity_id)).size, 2)
  await dan.act((ctx) => decideSamePerson(ctx, one, two, 'same'))
  await tie()
  const together = await identities()
  assert.equal(new Set(together.map((row) => row.identity_id)).size, 1)
  assert.equal(together.find((row) => row.person_id === two)!.tied_by, 'link')
  await dan.act((ctx) => unlinkPeople(ctx, one, two, 'sisters'))
  await tie()
  assert.deepEqual(await identities(), apart)
  assert.equal((await tie()).changed, 0, 'and again changes nothing')
})

test('twins at one address are not tied by themselves', async () => {
  const born = {
    surname: 'Trevelyan',
    date_of_birth: '2001-06-15',
    address: { line: '8 Orchard Close', town: 'Arnold', postcode: 'NG5 6AB' },
  }
  const twins = await dan.act(async (ctx) => [
    await recordPerson(ctx, { ...born, forename: 'Katherine' }),
    await recordPerson(ctx, { ...born, forename: 'Kathleen' }),
  ])
  await tie()
  const rows = (await identities()).filter((row) => twins.includes(row.person_id))
  assert.equal(new Set(rows.map((row) => row.identity_id)).size, 2)
})

test('no code but this folder and the figures so much as names the identities', () => {
  const src = join(import.meta.dirname, '..', '..', '..')
  const naming = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      !file.startsWith('modules/people/identity') &&
      !file.startsWith('testing/') &&
      file !== 'platform/database/tables.ts' &&
      readFileSync(join(src, file), 'utf8').includes('people.identity'),
  )
  assert.deepEqual(
    naming.filter((file) => !file.startsWith('modules/insight/')),
    [],
  )
})

test('ties do not depend on the order of arrival, and name an identity by its oldest record', () => {
  const id = (n: number) => `id-${String(n).padStart(3, '0')}`
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }).chain((n) =>
        fc.record({
          n: fc.constant(n),
          pairs: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 40 }),
          seed: fc.integer(),
        }),
      ),
      ({ n, pairs }) => {
        const ids = Array.from({ length: n }, (_, i) => id(i))
        const links = pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => ({ person_id: id(Math.min(a, b)), other_person_id: id(Math.max(a, b)) }))
        const inOrder = tiesOf(ids, new Map(), links)
        const other = tiesOf(ids.toReversed(), new Map(), links.toReversed())
        const byId = (ties: typeof inOrder) =>
          new Map(ids.map((id) => [id, ties.find((one) => one.person_id === id)!.identity_id]))
        assert.deepEqual(byId(other), byId(inOrder))
        for (const { person_id, identity_id } of inOrder) assert.ok(identity_id <= person_id)
        for (const { person_id, other_person_id } of links)
          assert.equal(byId(inOrder).get(person_id), byId(inOrder).get(other_person_id))
      },
    ),
  )
})
