import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { addDays } from '#reference'
import { dayInWords } from '#platform/words/dates.ts'
import { listInWords } from '#platform/words/lists.ts'
import { levelWords, type LevelWords } from '../level-words.ts'
import type { Cycle } from './queries.ts'

/** From how many cycles in a row without a word a reader must be told. */
export const TOO_LONG_SILENT = 2

/**
 * For each deliverable of a cycle's year, in how many cycles in a row, this one and back, nobody gave an update of it; of what was carried over, the
 * cycles of the years before count too. Cycles that ended before it was planned to start do not. A deliverable told of in this cycle is not in it.
 */
export async function silentDeliverables(
  ctx: Ctx,
  { year_id, period_to }: Pick<Cycle, 'year_id' | 'period_to'>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ deliverable_id: string; silent: number }>`
    with recursive trail as (
      select d.area_id, d.deliverable_id as now, d.deliverable_id, d.carried_from, d.year_id, d.starts_on, 0 as back
      from delivery_plan.deliverable d where d.year_id = ${year_id}::uuid
      union all
      select d.area_id, trail.now, d.deliverable_id, d.carried_from, d.year_id, d.starts_on, trail.back + 1
      from trail join delivery_plan.deliverable d on d.area_id = trail.area_id and d.deliverable_id = trail.carried_from where trail.back < 50),
    told as (select distinct u.cycle_id, u.deliverable_id from delivery_plan.update u),
    rounds as (
      select trail.now, c.period_to, max(c.period_to) filter (where told.cycle_id is not null) over (partition by trail.now) as last_told
      from trail
      join delivery_plan.cycle c on c.area_id = trail.area_id and c.year_id = trail.year_id and c.period_to <= ${period_to}::date
        and c.period_to >= coalesce(trail.starts_on, '-infinity')
      left join told on told.cycle_id = c.cycle_id and told.deliverable_id = trail.deliverable_id)
    select now as deliverable_id, count(*)::int as silent from rounds
    where period_to > coalesce(last_told, '-infinity') group by now`.execute(ctx.db)
  return new Map(rows.map(({ deliverable_id, silent }) => [deliverable_id, silent]))
}

/** An owner who gave none of the updates they were asked for, cycle after cycle. */
export type SilentOwner = {
  owner_id: string
  initials: string
  /** The cycles in a row, the first first. */
  cycles: { name: string; period_to: string }[]
  /** What they were asked about in the last of them. */
  deliverables: { deliverable_id: string; number: number; theme_number: number }[]
}

/**
 * The owners of a cycle's plan who gave nothing of all they were asked for in two cycles in a row or more, this one and back, whatever year the
 * cycles are of: one answer to one deliverable breaks the silence. A cycle read in from a paper has no requests: there, whoever owned a deliverable
 * was asked. What the office wrote down counts for the owner it names, or who alone owns the deliverable.
 */
export async function silentOwners(
  ctx: Ctx,
  { year_id, period_to }: Pick<Cycle, 'year_id' | 'period_to'>,
  least = TOO_LONG_SILENT,
): Promise<SilentOwner[]> {
  const { rows } = await sql<SilentOwner>`
    with owned as (
      select o.area_id, o.owner_id, o.initials, d.deliverable_id, d.number, t.number as theme_number, d.year_id, d.starts_on,
        count(*) over (partition by d.deliverable_id) = 1 as alone
      from delivery_plan.year now
      join delivery_plan.owner o on o.area_id = now.area_id and o.plan_id = now.plan_id
      join delivery_plan.deliverable_owner x on x.area_id = o.area_id and x.owner_id = o.owner_id
      join delivery_plan.deliverable d on d.area_id = x.area_id and d.deliverable_id = x.deliverable_id
      join delivery_plan.theme t on t.area_id = d.area_id and t.theme_id = d.theme_id
      where now.year_id = ${year_id}::uuid),
    asked as (
      select owned.*, c.cycle_id, c.name, c.period_to, q.update_request_id is not null
          or (c.period_to >= coalesce(owned.starts_on, '-infinity') and not exists (
            select 1 from delivery_plan.update_request any_of where any_of.area_id = c.area_id and any_of.cycle_id = c.cycle_id)) as asked,
        exists (select 1 from delivery_plan.update u where u.area_id = c.area_id and u.cycle_id = c.cycle_id and u.deliverable_id = owned.deliverable_id
          and (u.update_request_id = q.update_request_id or u.update_request_id is null and (owned.alone
            or position(' ' || owned.initials || ' ' in ' ' || translate(u.author, '/,+&', '    ') || ' ') > 0))) as told
      from owned
      join delivery_plan.cycle c on c.area_id = owned.area_id and c.year_id = owned.year_id and c.period_to <= ${period_to}::date
      left join delivery_plan.update_request q on q.area_id = c.area_id and q.cycle_id = c.cycle_id and q.deliverable_id = owned.deliverable_id
        and q.owner_id = owned.owner_id and (q.withdrawn_at is null or q.withdrawn_at >= c.closed_at)),
    rounds as (
      select owner_id, initials, name, period_to, bool_or(told) as told,
        json_agg(json_build_object('deliverable_id', deliverable_id, 'number', number, 'theme_number', theme_number)
          order by theme_number, number) filter (where asked) as deliverables
      from asked where asked or told group by owner_id, initials, cycle_id, name, period_to),
    since as (select rounds.*, max(period_to) filter (where told) over (partition by owner_id) as last_told from rounds)
    select owner_id, initials, json_agg(json_build_object('name', name, 'period_to', period_to) order by period_to) as cycles,
      (array_agg(deliverables order by period_to desc))[1] as deliverables
    from since where period_to > coalesce(last_told, '-infinity')
    group by owner_id, initials having count(*) >= ${least} order by initials`.execute(ctx.db)
  return rows
}

/** Those silent as far as it can be said today: a cycle whose updates are not due yet is nobody's silence. */
export const silentByNow = (ctx: Ctx, cycle: Cycle): Promise<SilentOwner[]> =>
  silentOwners(
    ctx,
    cycle.closed_at || cycle.due_on < ctx.today
      ? cycle
      : { ...cycle, period_to: addDays(cycle.period_from, -1) },
  )

/** 'CG has given none of the updates asked for in 2 cycles in a row: Quarter 1 (to 30 June 2036) and …' */
export const silenceInWords = (
  { initials, cycles, deliverables }: SilentOwner,
  say: LevelWords = levelWords({}),
): string =>
  `${initials} has given none of the ${say.update.many} asked for in ${cycles.length} ${say.cycle.many} in a row: ${listInWords(
    cycles.map(({ name, period_to }) => `${name} (to ${dayInWords(period_to)})`),
  )}. Asked about number ${listInWords(deliverables.map(({ number, theme_number }) => `${theme_number}.${number}`))}.`
