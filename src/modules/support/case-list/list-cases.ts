import { sql } from 'kysely'
import { shownName } from '#people'
import { isDay, type Day } from '#reference'
import { isId, type Ctx } from '#platform/act.ts'
import type { Risk, Tier } from '../words.ts'
import { mineToSee, nobodyWorksOnIt } from '../cases/get-case.ts'

/** The filters in the address: codes and ids only. */
export type CaseFilter = {
  team: string | undefined
  worker: 'me' | 'nobody' | undefined
  state: 'open' | 'closed' | 'all'
  tier: Tier | undefined
  after: { opened_on: Day; case_id: string } | undefined
}

export type ListedCase = {
  case_id: string
  reference: string
  person_name: string
  opened_on: Day
  closed_on: Day | null
  tier: Tier
  risk: Risk | null
  allocated_to_name: string | null
  next: string | null
  due_on: Day | null
}

export const CASES_PAGE = 25

/** What an address asks for; anything else in it is left out. */
export function caseFilter(query: Record<string, string>): CaseFilter {
  const [opened_on = '', case_id = ''] = (query.after ?? '').split('_')
  return {
    team: isId(query.team ?? '') ? query.team : undefined,
    worker: query.worker === 'me' || query.worker === 'nobody' ? query.worker : undefined,
    state: query.state === 'closed' || query.state === 'all' ? query.state : 'open',
    tier: query.tier === 'brief' || query.tier === 'longer-term' ? query.tier : undefined,
    after: isDay(opened_on) && isId(case_id) ? { opened_on, case_id } : undefined,
  }
}

/** The newest cases of the actor's teams that match: CASES_PAGE, and one more when there are others after them. Never counted. */
export async function listCases(ctx: Ctx, filter: CaseFilter): Promise<ListedCase[]> {
  const { team, worker, state, tier, after } = filter
  const { rows } = await sql<
    Omit<ListedCase, 'person_name'> & { forename: string; surname: string; pseudonym: string | null }
  >`
    select c.case_id, c.reference, c.opened_on, c.tier, c.risk, x.closed_on, coalesce(m.name, c.worker) as allocated_to_name,
      p.forename, p.surname, p.pseudonym, k.what as next, k.due_on
    from support.case c
    left join support.closure x on x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null
    left join people.person p on p.area_id = c.area_id and p.person_id = c.person_id
    left join access.member m on m.area_id = c.area_id and m.member_id = c.allocated_to
    left join lateral (select t.what, t.due_on from support.task t where t.area_id = c.area_id and t.case_id = c.case_id and t.done_on is null
      order by t.due_on limit 1) k on true
    where ${mineToSee(ctx)}
      ${team ? sql`and c.held_by = ${team}` : sql``}
      ${worker === 'me' ? sql`and c.allocated_to = ${ctx.actor.actor_id}` : worker === 'nobody' ? sql`and ${nobodyWorksOnIt}` : sql``}
      ${tier ? sql`and c.tier = ${tier}` : sql``}
      ${state === 'open' ? sql`and x.case_id is null` : state === 'closed' ? sql`and x.case_id is not null` : sql``}
      ${after ? sql`and (c.opened_on, c.case_id) < (${after.opened_on}::date, ${after.case_id}::uuid)` : sql``}
    order by c.opened_on desc, c.case_id desc limit ${sql.lit(CASES_PAGE + 1)}`.execute(ctx.db)
  return rows.map(({ forename, surname, pseudonym, ...row }) => ({
    ...row,
    person_name: shownName({ forename: forename ?? '', surname: surname ?? '', pseudonym }),
  }))
}
