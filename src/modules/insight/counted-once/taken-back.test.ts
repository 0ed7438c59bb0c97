// What was linked and taken back, in whatever order: every row and every figure is as it was. Only the history is longer.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { recordPerson, tieIdentities } from '#people'
import { newId } from '#platform/act.ts'
import { openCase } from '#support'
import { testApp } from '../../../testing/cast.ts'
import { askFigure } from '../figures/ask-figure.ts'
import { MEASURES } from '../measures/index.ts'

const t = await testApp({ areas: ['nottinghamshire'] })
const [dan, nell] = [await t.as('Dan Jessop'), await t.as('Nell Wainwright')]
const area = await t.area()
const tie = () => t.act(area, { visit_id: newId(), query: {} }, tieIdentities)

/** Three records of one person, two of another, and one of nobody else: each with a case. */
const PEOPLE = [
  ['Wilhelmina', 'Featherstonehaugh', '1971-03-09'],
  ['Billie', 'Fanshaw', '1971-03-09'],
  ['Wilhelmina', 'Fanshaw', '1971-09-03'],
  ['Tobias', 'Underhill', '1988-12-01'],
  ['Toby', 'Underhill', '1988-01-12'],
  ['Imogen', 'Castellane', '2002-05-17'],
] as const
const ids = await dan.act(async (ctx) => {
  const { team_id: held_by } = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('team_id', 'in', ctx.actor.team_ids)
    .where('kind', '=', 'casework')
    .executeTakeFirstOrThrow()
  const made: string[] = []
  for (const [forename, surname, date_of_birth] of PEOPLE) {
    const person_id = await recordPerson(ctx, { forename, surname, date_of_birth })
    await openCase(ctx, { person_id, held_by, tier: 'longer-term', take_it: true })
    made.push(person_id)
  }
  return made
})

/** Links and what was decided are the history: of them only those that stand. */
const HISTORY = ['people.link', 'people.link_decision']

/** Every row of the people, their cases and what came of them, as a worker reads them, and who counts as one human being. */
const everyRow = () =>
  dan.act(async (ctx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select table_schema || '.' || table_name as name from information_schema.table_privileges
      where grantee = 'waymark_app' and privilege_type = 'SELECT'
        and table_schema in ('people', 'support', 'referrals', 'outcomes', 'restorative_justice') order by 1`.execute(
      ctx.db,
    )
    const kept: Record<string, unknown> = {}
    for (const { name } of tables.filter((table) => !HISTORY.includes(table.name)))
      kept[name] = (
        await sql`select to_jsonb(one) as row from ${sql.table(name)} one order by one::text`.execute(ctx.db)
      ).rows
    kept.standing = (await sql`select from people.link where unlinked_at is null`.execute(ctx.db)).rows.length
    kept.identities = await ctx.asFigures((db) =>
      db.selectFrom('people.identity').select(['person_id', 'identity_id']).orderBy('person_id').execute(),
    )
    return kept
  })

const everyFigure = () =>
  nell.act(async (ctx) => {
    const kept: Record<string, unknown> = {}
    for (const { name, dimensions } of MEASURES) {
      const by = Object.keys(dimensions).slice(0, 1)
      const {
        value,
        n,
        by: lines,
      } = await askFigure(ctx, { measure: name, from: '2020-01-01', to: ctx.today, by })
      kept[name] = { value, n, lines }
    }
    return kept
  })

const post = async (url: string, fields: Record<string, string>) =>
  assert.equal((await dan.post(url, fields)).status, 303)

const PAIRS = ids.flatMap((one, n) => ids.slice(n + 1).map((two) => [one, two] as const))

test('links made and taken back in any order restore every row and every figure', async () => {
  await tie()
  const [rows, figures] = [await everyRow(), await everyFigure()]
  assert.ok(
    Object.keys(rows).length > 20 && Object.keys(figures).length > 20,
    'every table and every measure',
  )
  assert.deepEqual((figures['people-supported'] as { value: number }).value, PEOPLE.length)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(PAIRS, { minLength: 1, maxLength: 5 }).chain((made) =>
        fc.record({
          made: fc.constant(made),
          undone: fc.shuffledSubarray(made, { minLength: made.length }),
          night_between: fc.boolean(),
        }),
      ),
      async ({ made, undone, night_between }) => {
        for (const [one, two] of made) await post(`/people/${one}/links/${two}`, { decision: 'same' })
        if (night_between) {
          await tie()
          const linked = (await everyFigure())['people-supported'] as { value: number }
          assert.ok(linked.value < PEOPLE.length, 'those who are linked count once')
        }
        for (const [one, two] of undone)
          await post(`/people/${one}/links/${two}/unlink`, { because: 'A mistake' })
        await tie()
        assert.deepEqual(await everyRow(), rows)
        assert.deepEqual(await everyFigure(), figures)
      },
    ),
    { numRuns: 8 },
  )
})
