import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { addWorkingDays, isWorkingDay } from '#reference'
import type { Job } from '#platform/jobs/jobs.ts'
import { type Told, writeToOwners } from './write-to-owners.ts'

/**
 * Reminds owners who have not answered: a week before updates are due, on the day (or the last working day before it), and once they are late; each once. A reminder is a letter, and a
 * record that its owner and the office see. Nobody is reminded on a weekend or bank holiday. Returns how many requests were reminded of today.
 */
export async function remindOwners(ctx: Ctx, origin: string): Promise<number> {
  if (!isWorkingDay(ctx.today)) return 0
  const { rows } = await sql<{ update_request_id: string; kind: Told }>`
    insert into delivery_plan.reminder (area_id, update_request_id, held_by, given_to, kind, reminded_on)
    select q.area_id, q.update_request_id, q.held_by, q.given_to, k.kind, ${ctx.today}::date
    from delivery_plan.update_request q
    join delivery_plan.cycle c on c.area_id = q.area_id and c.cycle_id = q.cycle_id and c.closed_at is null
    cross join lateral (select case when ${ctx.today}::date > q.due_on then 'overdue' when q.due_on < ${addWorkingDays(ctx.today, 1)}::date then 'due'
      when ${ctx.today}::date >= q.due_on - 7 then 'due-soon' end as kind) k
    where k.kind is not null and q.withdrawn_at is null and not exists (
      select 1 from delivery_plan.update u where u.area_id = q.area_id and u.update_request_id = q.update_request_id)
    on conflict (area_id, update_request_id, kind) do nothing returning update_request_id, kind`.execute(
    ctx.db,
  )
  for (const [kind, reminded] of Map.groupBy(rows, (row) => row.kind))
    await writeToOwners(
      ctx,
      origin,
      kind,
      reminded.map(({ update_request_id }) => update_request_id),
    )
  return rows.length
}

/** Each working morning, as each area's own actor. */
export const cycleJobs = (origin: string): readonly Job[] => [
  {
    name: 'delivery-plan.remind-owners',
    timetable: '0 8 * * 1-5',
    run: async (ctx) => void (await remindOwners(ctx, origin)),
  },
]
