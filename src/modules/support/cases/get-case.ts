import { sql } from 'kysely'
import type { CloseReason, Day } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { Step } from '../contact-attempts/attempt-rules.ts'
import type { EnhancedReason, Risk, Tier } from '../words.ts'

export type OpenTask = { task_id: string; step: Step | null; type: string | null; what: string; due_on: Day }

/** What every page about a case needs to know of it. Names of people are in none of its columns but `allocated_to_name`. */
export type CaseHead = {
  case_id: string
  held_by: string
  team_name: string
  team_kind: 'all_staff' | 'casework' | 'restricted' | 'office'
  person_id: string
  referral_id: string | null
  reference: string
  opened_on: Day
  received_on: Day | null
  tier: Tier
  risk: Risk | null
  sensitive: boolean
  enhanced_reasons: EnhancedReason[]
  follows_case_id: string | null
  allocated_to: string | null
  /** The member's name, or the name that an old system kept for its worker. */
  allocated_to_name: string | null
  /** What the worker said when asked whether they know the person; null when it was never asked. */
  knows_person: 'not-asked' | 'no' | 'yes' | null
  /** The latest return to this case after it was closed. */
  returned_on: Day | null
  closure: { closure_id: string; closed_on: Day; reason: CloseReason; note: string | null } | null
  offer: {
    hand_over_id: string
    team_name: string
    answer: 'accepted' | 'declined' | 'withdrawn' | null
    answer_note: string | null
  } | null
  /** Open tasks, the soonest first. */
  tasks: OpenTask[]
}

/** The columns of CaseHead, for one row of support.case called c. One statement, so that a page waits for the database once. */
export const headColumns = sql`
  c.case_id, c.held_by, t.name as team_name, t.kind as team_kind, c.person_id, c.referral_id, c.reference, c.opened_on, c.received_on,
  c.tier, c.risk, c.sensitive, c.enhanced_reasons, c.follows_case_id, c.allocated_to, coalesce(m.name, c.worker) as allocated_to_name,
  (select a.knows_person from support.allocation a where a.area_id = c.area_id and a.case_id = c.case_id and a.allocated_to = c.allocated_to
    order by a.recorded_at desc limit 1) as knows_person,
  (select jsonb_build_object('closure_id', x.closure_id, 'closed_on', x.closed_on, 'reason', x.reason, 'note', x.note)
    from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null) as closure,
  (select max(x.returned_on) from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id) as returned_on,
  case when c.offered_to is not null then (
    select jsonb_build_object('hand_over_id', h.hand_over_id, 'team_name', ot.name, 'answer', h.answer, 'answer_note', h.answer_note)
    from support.hand_over h join access.team ot on ot.area_id = h.area_id and ot.team_id = h.offered_to
    where h.area_id = c.area_id and h.case_id = c.case_id order by h.recorded_at desc limit 1) end as offer,
  coalesce((select jsonb_agg(jsonb_build_object('task_id', k.task_id, 'step', k.step, 'type', k.type, 'what', k.what, 'due_on', k.due_on)
    order by k.due_on, k.task_id) from support.task k where k.area_id = c.area_id and k.case_id = c.case_id and k.done_on is null), '[]') as tasks`

export const headTables = sql`support.case c
  join access.team t on t.area_id = c.area_id and t.team_id = c.held_by
  left join access.member m on m.area_id = c.area_id and m.member_id = c.allocated_to`

/**
 * The case, held by the actor's teams, or NotFound: also for a worker who said that they know the person (domain 2: cases with a
 * conflict are never seen), and for a team that it is only offered to.
 */
export async function getCase(ctx: Ctx, case_id: string): Promise<CaseHead> {
  const { rows } =
    await sql<CaseHead>`select ${headColumns} from ${headTables} where c.case_id = ${case_id} and ${mineToSee(ctx)}`.execute(
      ctx.db,
    )
  return found(rows[0], 'This case')
}

/** SQL: nobody works on the case `c`: neither a member here nor a worker of the old system it was moved from. */
export const nobodyWorksOnIt = sql`c.allocated_to is null and c.worker is null`

/** Held by my teams (an offered case is seen, too, by the team that may take it), and not of somebody I said I know. */
export const mineToSee = (ctx: Ctx) => sql`c.held_by = any (access.my_teams()) and not exists (
  select from support.allocation k where k.area_id = c.area_id and k.case_id = c.case_id and k.allocated_to = ${ctx.actor.actor_id} and k.knows_person = 'yes')`

/**
 * The case as getCase, for an act that changes it: of two workers at one case the second waits, and then reads what the first has left. Otherwise
 * both would close it, or both would make its next step.
 */
export const getCaseToChange = async (ctx: Ctx, case_id: string): Promise<CaseHead> =>
  (await Promise.all([oneAtATime(ctx, case_id), getCase(ctx, case_id)]))[1]

/** Waits for whoever changes the case now. In one message with the reads that follow, which then see what was changed. */
export const oneAtATime = (ctx: Ctx, case_id: string): Promise<unknown> =>
  sql`select from support.case where case_id = ${case_id} for no key update`.execute(ctx.db)
