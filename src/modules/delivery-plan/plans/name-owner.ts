import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getOwner } from './queries.ts'

/** Somebody who can answer for a deliverable: a member, or a whole team elsewhere. `code` is 'member:id' or 'team:id'. */
export type CanAnswer = { code: string; name: string }

/** The members and teams of the area's offices, forces and partners, for a list. No provider's casework team is among them. */
export async function listWhoCanAnswer(ctx: Ctx): Promise<CanAnswer[]> {
  const teams = await ctx.db
    .selectFrom('access.team as t')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 't.area_id').onRef('o.organisation_id', '=', 't.organisation_id'),
    )
    .select(['t.team_id', 't.name', 'o.name as organisation'])
    .where('t.kind', 'in', ['office', 'all_staff'])
    .orderBy('o.name')
    .orderBy('t.name')
    .execute()
  const members = await ctx.db
    .selectFrom('access.member as m')
    .innerJoin('access.membership as s', (join) =>
      join.onRef('s.area_id', '=', 'm.area_id').onRef('s.member_id', '=', 'm.member_id'),
    )
    .innerJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 's.area_id').onRef('t.team_id', '=', 's.team_id'),
    )
    .select(['m.member_id', 'm.name', 't.name as team'])
    .where('t.kind', '=', 'office')
    .where('m.left_at', 'is', null)
    .orderBy('m.name')
    .execute()
  const named = members.map(({ member_id, name, team }) => ({
    code: `member:${member_id}`,
    name: `${name}, ${team}`,
  }))
  return [
    ...new Map(named.map((one) => [one.code, one])).values(),
    ...teams.map(({ team_id, name, organisation }) => ({
      code: `team:${team_id}`,
      name: `Anybody in ${name}, ${organisation}`,
    })),
  ]
}

/** Says who answers for the deliverables of an owner, so that they can be asked; `null`: nobody is asked. */
export async function nameOwner(ctx: Ctx, owner_id: string, who: string | null): Promise<void> {
  await getOwner(ctx, owner_id)
  const [kind, id] = (who ?? '').split(':')
  if (who && !(await listWhoCanAnswer(ctx)).some(({ code }) => code === who))
    refuse('who', 'Select who answers from the list')
  const team_id = kind === 'team' ? id! : kind === 'member' ? await officeOf(ctx, id!) : null
  await ctx.db
    .updateTable('delivery_plan.owner')
    .set({ member_id: kind === 'member' ? id! : null, team_id })
    .where('owner_id', '=', owner_id)
    .execute()
}

const officeOf = async (ctx: Ctx, member_id: string) =>
  (
    await ctx.db
      .selectFrom('access.membership as s')
      .innerJoin('access.team as t', (join) =>
        join.onRef('t.area_id', '=', 's.area_id').onRef('t.team_id', '=', 's.team_id'),
      )
      .select('t.team_id')
      .where('s.member_id', '=', member_id)
      .where('t.kind', '=', 'office')
      .orderBy('t.code')
      .executeTakeFirstOrThrow()
  ).team_id
