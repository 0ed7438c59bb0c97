import type { Ctx } from '#platform/act.ts'
import { found, NotFound, refuse } from '#platform/errors.ts'
import { timeInWords } from '#platform/words/dates.ts'
import { showOrganisation } from '../accounts/account-keys.ts'
import { listOwnTeams } from '../members/queries.ts'
import { HOURS } from './form.ts'

/** The teams of one's own organisation that one is not in: offices hold no records. */
export async function listTeamsToEnter(ctx: Ctx) {
  const teams = await listOwnTeams(ctx)
  return teams.filter((team) => team.kind !== 'office' && !ctx.actor.team_ids.includes(team.team_id))
}

/**
 * Makes the acting member a member of a team of their own organisation for some hours, with a reason. It ends by itself, and is before the
 * team's managers and the data protection officer at once. Returns when it ends.
 */
export async function breakGlass(
  ctx: Ctx,
  typed: { team_id: string; hours: keyof typeof HOURS; reason: string },
): Promise<Date> {
  const team = (await listTeamsToEnter(ctx)).find((one) => one.team_id === typed.team_id)
  if (!team) refuse('team_id', 'Select a team from the list')
  const ends_at = new Date(ctx.now.getTime() + Number(typed.hours) * 3_600_000)
  const { membership_id } = await ctx.db
    .insertInto('access.membership')
    .values({
      team_id: team.team_id,
      member_id: ctx.actor.actor_id,
      joined_at: ctx.now,
      ends_at,
      break_glass: true,
    })
    .returning('membership_id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('access.break_glass')
    .values({
      organisation_id: ctx.actor.organisation_id,
      team_id: team.team_id,
      membership_id,
      reason: typed.reason,
      begun_at: ctx.now,
      ends_at,
    })
    .execute()
  return ends_at
}

/** Ends one's own break-glass before its time. Throws NotFound when it is not one's own. */
export async function endBreakGlass(ctx: Ctx, break_glass_id: string): Promise<void> {
  const { membership_id } = found(
    await ctx.db
      .selectFrom('access.break_glass')
      .select('membership_id')
      .where('break_glass_id', '=', break_glass_id)
      .where('member_id', '=', ctx.actor.actor_id)
      .executeTakeFirst(),
  )
  await ctx.db
    .updateTable('access.membership')
    .set({ ends_at: ctx.now })
    .where('membership_id', '=', membership_id)
    .where('ends_at', '>', ctx.now)
    .execute()
}

/**
 * Reviews a break-glass: by a manager of the team or the data protection officer, never by whoever did it, and once. What is not right ends at once;
 * what is right is reviewed when it has ended, because what is opened until then is a part of it.
 */
export async function reviewBreakGlass(
  ctx: Ctx,
  break_glass_id: string,
  found: { finding: 'right' | 'not-right'; review: string },
): Promise<void> {
  const one = await getBreakGlass(ctx, break_glass_id)
  if (one.member_id === ctx.actor.actor_id)
    refuse('finding', 'This was you: somebody else has to review it. The data protection officer can')
  if (one.reviewed_at) refuse('finding', `${one.reviewer ?? 'Somebody'} has reviewed this already`)
  const runs = one.ends_at !== null && one.ends_at > ctx.now
  if (runs && found.finding === 'right')
    refuse(
      'finding',
      `It lasts until ${timeInWords(one.ends_at!)}: review it then, when everything that they opened is in sight. If it is not right, say so now, and it ends at once`,
    )
  if (runs)
    await ctx.db
      .updateTable('access.membership')
      .set({ ends_at: ctx.now })
      .where('membership_id', '=', one.membership_id)
      .execute()
  await ctx.db
    .updateTable('access.break_glass')
    .set({ ...found, reviewed_by: ctx.actor.actor_id, reviewed_at: ctx.now })
    .where('break_glass_id', '=', break_glass_id)
    .execute()
}

const isOfficer = (ctx: Ctx) => ctx.actor.roles.includes('data_protection_officer')

/** The acting member's own break-glass that has not ended. */
export async function listOwnOpen(ctx: Ctx) {
  return ctx.db
    .selectFrom('access.break_glass as b')
    .innerJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 'b.area_id').onRef('t.team_id', '=', 'b.team_id'),
    )
    .innerJoin('access.membership as m', (join) =>
      join.onRef('m.area_id', '=', 'b.area_id').onRef('m.membership_id', '=', 'b.membership_id'),
    )
    .select(['b.break_glass_id', 't.name as team_name', 'm.ends_at'])
    .where('b.member_id', '=', ctx.actor.actor_id)
    .where('m.ends_at', '>', ctx.now)
    .orderBy('m.ends_at')
    .execute()
}

/** What there is to review, the unreviewed first: for the data protection officer the whole organisation's, for a manager their teams'. */
export async function listBreakGlass(ctx: Ctx, options: { unreviewed_only?: boolean } = {}) {
  await showOrganisation(ctx, ctx.actor.organisation_id)
  const standing = await standingTeams(ctx)
  let rows = ctx.db
    .selectFrom('access.break_glass as b')
    .innerJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 'b.area_id').onRef('t.team_id', '=', 'b.team_id'),
    )
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'b.area_id').onRef('m.member_id', '=', 'b.member_id'),
    )
    .innerJoin('access.membership as s', (join) =>
      join.onRef('s.area_id', '=', 'b.area_id').onRef('s.membership_id', '=', 'b.membership_id'),
    )
    .leftJoin('access.member as r', (join) =>
      join.onRef('r.area_id', '=', 'b.area_id').onRef('r.member_id', '=', 'b.reviewed_by'),
    )
    .select([
      'b.break_glass_id',
      'b.membership_id',
      'b.team_id',
      'b.member_id',
      'b.reason',
      'b.begun_at',
      'b.reviewed_at',
      'b.finding',
      'b.review',
    ])
    .select([
      't.name as team_name',
      'm.name as member_name',
      'm.job_title',
      'r.name as reviewer',
      's.ends_at',
    ])
    .where('b.organisation_id', '=', ctx.actor.organisation_id)
  if (!isOfficer(ctx))
    rows = rows.where('b.team_id', 'in', standing.length > 0 ? standing : [ctx.actor.area_id])
  if (options.unreviewed_only) rows = rows.where('b.reviewed_at', 'is', null)
  return rows
    .orderBy('b.reviewed_at', (order) => order.desc().nullsFirst())
    .orderBy('b.begun_at', 'desc')
    .limit(200)
    .execute()
}

/** Teams that the actor is in by standing, not by break-glass: entering a team does not make one its judge. */
async function standingTeams(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('access.membership')
    .select('team_id')
    .where('member_id', '=', ctx.actor.actor_id)
    .where('break_glass', '=', false)
    .where((is) => is.or([is('ends_at', 'is', null), is('ends_at', '>', ctx.now)]))
    .execute()
  return rows.map((row) => row.team_id)
}

/** One break-glass that the actor may review. Throws NotFound otherwise. */
export async function getBreakGlass(ctx: Ctx, break_glass_id: string) {
  const one = (await listBreakGlass(ctx)).find((row) => row.break_glass_id === break_glass_id)
  if (!one) throw new NotFound()
  return one
}

/** How many are waiting for this actor's review: for a home page. */
export async function countBreakGlassToReview(ctx: Ctx): Promise<number> {
  if (!isOfficer(ctx) && !ctx.actor.roles.includes('team_manager')) return 0
  return (await listBreakGlass(ctx, { unreviewed_only: true })).length
}
