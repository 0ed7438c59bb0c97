import { sql } from 'kysely'
import { addMonths, daysBetween, workingDaysBetween, type Day } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { nobodyWorksOnIt } from '../cases/get-case.ts'

export type WorkerLoad = {
  name: string
  open: number
  longer_term: number
  high_risk: number
  overdue: number
}
export type Median = { median: number | null; n: number }
export type Caseload = { workers: WorkerLoad[]; unallocated: number; wait: Median; length: Median; from: Day }

/** The middle value of a list; of two middle ones, the mean. Nothing to take it of: null. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Who works on what in the actor's teams, and for the last twelve months the medians of domain 5: wait (referral received to the
 * first assessment of needs, in working days) and length (first to last action of closed cases, in days).
 */
export async function listCaseload(ctx: Ctx): Promise<Caseload> {
  const from = addMonths(ctx.today, -12)
  const open = sql`not exists (select from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null)`
  const workersAsked = sql<WorkerLoad>`
    select coalesce(m.name, c.worker || ', of the old system') as name, count(*)::int as open, (count(*) filter (where c.tier = 'longer-term'))::int as longer_term,
      (count(*) filter (where c.risk = 'high'))::int as high_risk,
      (count(*) filter (where exists (select from support.task k where k.area_id = c.area_id and k.case_id = c.case_id and k.done_on is null
        and k.due_on < ${ctx.today})))::int as overdue
    from support.case c left join access.member m on m.area_id = c.area_id and m.member_id = c.allocated_to
    where c.held_by = any (access.my_teams()) and not (${nobodyWorksOnIt}) and ${open} group by 1 order by bool_and(m.member_id is null), 1`.execute(
    ctx.db,
  )
  const waitingAsked = sql<{ n: number }>`
    select count(*)::int as n from (select from support.case c where ${nobodyWorksOnIt} and c.held_by = any (access.my_teams()) and ${open} limit 501) w`.execute(
    ctx.db,
  )
  const waitsAsked = sql<{ received: Day; assessed: Day }>`
    select coalesce(c.received_on, c.opened_on) as received, n.assessed_on as assessed
    from support.case c join lateral (select min(s.assessed_on) as assessed_on from support.need_score s
      where s.area_id = c.area_id and s.case_id = c.case_id) n on n.assessed_on is not null
    where c.held_by = any (access.my_teams()) and c.opened_on >= ${from}`.execute(ctx.db)
  const lengthsAsked = sql<{ first: Day; last: Day }>`
    select a.first, a.last from support.closure x join support.case c on c.area_id = x.area_id and c.case_id = x.case_id
      join lateral (select min(acted_on) as first, max(acted_on) as last from support.action a
        where a.area_id = c.area_id and a.case_id = c.case_id) a on a.first is not null
    where x.held_by = any (access.my_teams()) and x.closed_on >= ${from} and x.returned_on is null`.execute(
    ctx.db,
  )
  const [{ rows: workers }, { rows: waiting }, { rows: waits }, { rows: lengths }] = await Promise.all([
    workersAsked,
    waitingAsked,
    waitsAsked,
    lengthsAsked,
  ])
  return {
    workers,
    unallocated: waiting[0]!.n,
    wait: of(waits.map(({ received, assessed }) => workingDaysBetween(received, assessed))),
    length: of(lengths.map(({ first, last }) => daysBetween(first, last))),
    from,
  }
}

const of = (values: readonly number[]): Median => ({ median: medianOf(values), n: values.length })
