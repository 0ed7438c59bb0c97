import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { RatingShown } from '../deliverables/deliverable.page.ts'

/** Every decision on a deliverable's colour, the latest cycle and the latest decision first. */
export async function listRatings(ctx: Ctx, deliverable_id: string): Promise<RatingShown[]> {
  const { rows } = await sql<RatingShown>`
    select c.cycle_id, c.name as cycle_name, r.status, r.read_from, r.proposed, r.because, r.reason, r.decided_at, m.name as decided_by_name
    from delivery_plan.rating r
    join delivery_plan.cycle c on c.area_id = r.area_id and c.cycle_id = r.cycle_id
    join access.member m on m.area_id = r.area_id and m.member_id = r.decided_by
    where r.deliverable_id = ${deliverable_id}::uuid order by c.period_to desc, r.decided_at desc`.execute(
    ctx.db,
  )
  return rows
}
