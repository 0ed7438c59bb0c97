import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { NotFound, refuse } from '#platform/errors.ts'
import type { Decided, Decision } from './decisions.ts'

/** What a comparison said when the decision was made; kept with it, so that it can be explained later. */
export type Grounds = {
  because?: string | null | undefined
  band?: string | undefined
  reasons?: readonly string[] | undefined
  score?: number | undefined
  batch_id?: string | undefined
}

/**
 * Decides about two records that this actor may both see. 'same' links them; nothing is merged, and everything stays in the
 * history. Refuses 'not-same' for records that are linked: unlink them first. Throws NotFound when either is not there.
 */
export async function decideSamePerson(
  ctx: Ctx,
  person_id: string,
  other_person_id: string,
  decision: Decision,
  grounds: Grounds = {},
): Promise<void> {
  const pair = await pairOf(ctx, person_id, other_person_id)
  if (decision === 'same')
    await ctx.db
      .insertInto('people.link')
      .values({ ...pair, batch_id: grounds.batch_id ?? null })
      .onConflict((conflict) =>
        conflict
          .columns(['area_id', 'person_id', 'other_person_id'])
          .where('unlinked_at', 'is', null)
          .doNothing(),
      )
      .execute()
  else if (await activeLink(ctx, pair))
    refuse('decision', 'These records are linked: unlink them first, and say why')
  await keepDecision(ctx, pair, decision, grounds)
}

/** Takes a link back, with the reason. Both records are as they were; the history keeps both decisions. Refuses where there is no link. */
export async function unlinkPeople(
  ctx: Ctx,
  person_id: string,
  other_person_id: string,
  because: string,
): Promise<void> {
  const pair = await pairOf(ctx, person_id, other_person_id)
  const link_id = await activeLink(ctx, pair)
  if (!link_id) refuse('', 'These records are not linked any more: somebody took the link back already')
  await ctx.db
    .updateTable('people.link')
    .set({ unlinked_at: sql`now()` })
    .where('link_id', '=', link_id)
    .execute()
  await keepDecision(ctx, pair, 'unlinked', { because })
}

type Pair = { person_id: string; other_person_id: string; held_by: string }

/** The pair in the order that it is kept, held by the narrower of the two teams: who may see only one record sees no link. */
async function pairOf(ctx: Ctx, one: string, other: string): Promise<Pair> {
  if (one === other) throw new NotFound('This person')
  const rows = await ctx.db
    .selectFrom('people.person as p')
    .innerJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 'p.area_id').onRef('t.team_id', '=', 'p.held_by'),
    )
    .select(['p.person_id', 'p.held_by', 't.kind'])
    .where('p.person_id', 'in', [one, other])
    .execute()
  if (rows.length !== 2) throw new NotFound('This person')
  const [person_id, other_person_id] = [one, other].toSorted() as [string, string]
  const NARROW = ['all_staff', 'office', 'casework', 'restricted']
  const { held_by } = rows.toSorted((a, b) => NARROW.indexOf(b.kind) - NARROW.indexOf(a.kind))[0]!
  return { person_id, other_person_id, held_by }
}

const activeLink = async (ctx: Ctx, pair: Pair): Promise<string | undefined> =>
  (
    await ctx.db
      .selectFrom('people.link')
      .select('link_id')
      .where('person_id', '=', pair.person_id)
      .where('other_person_id', '=', pair.other_person_id)
      .where('unlinked_at', 'is', null)
      .executeTakeFirst()
  )?.link_id

async function keepDecision(ctx: Ctx, pair: Pair, decision: Decided, grounds: Grounds): Promise<void> {
  await ctx.db
    .insertInto('people.link_decision')
    .values({
      ...pair,
      decision,
      because: grounds.because ?? '',
      band: (grounds.band ?? '') as '',
      reasons: [...(grounds.reasons ?? [])],
      score: grounds.score ?? null,
      batch_id: grounds.batch_id ?? null,
    })
    .execute()
  if (decision === 'not-sure') return
  await ctx.db
    .updateTable('people.link_review')
    .set({ decided_at: sql`now()` })
    .where('person_id', '=', pair.person_id)
    .where('other_person_id', '=', pair.other_person_id)
    .where('decided_at', 'is', null)
    .execute()
}
