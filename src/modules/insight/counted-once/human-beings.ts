import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** A relation of `person_id` and `human_being` (one id for all records of them), for whoever has more than one record or may have. */
export type HumanBeings = RawBuilder<unknown>

/**
 * Who is who, for a measure that counts people. For a whole area: the identities across holders that its own actor keeps (decision 3); rows
 * that anybody else kept count for nothing. For the teams of one organisation: the links that its own workers decided and nothing more, so
 * that no provider's count moves because somebody is known to another. Whoever is in neither counts as themself.
 */
export async function humanBeings(ctx: Ctx, held_by?: readonly string[]): Promise<HumanBeings> {
  if (held_by) return ownLinks(held_by)
  const { member_id } = await ctx.db
    .selectFrom('access.member as m')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 'm.area_id').onRef('o.organisation_id', '=', 'm.organisation_id'),
    )
    .select('m.member_id')
    .where('o.kind', '=', 'platform')
    .executeTakeFirstOrThrow()
  return sql`select person_id, human_being from insight.human_being where kept_by = ${member_id}::uuid`
}

/** Linked directly or through others, named by the oldest record: those a reader cannot see tie nothing for them. */
const ownLinks = (held_by: readonly string[]): HumanBeings => sql`
  with recursive linked as (
    select person_id, other_person_id from insight.linked_people where held_by = any (${`{${held_by.join(',')}}`}::uuid[])
  ), both_ways as (
    select person_id, other_person_id from linked union all select other_person_id, person_id from linked
  ), reached as (
    select person_id, person_id as other from both_ways
    union select r.person_id, b.other_person_id from reached r join both_ways b on b.person_id = r.other
  )
  select person_id, (array_agg(other order by other))[1] as human_being from reached group by person_id`
