import { sql } from 'kysely'
import type { Day } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { mineToSee } from '../cases/get-case.ts'

export type EarlierCase = {
  case_id: string
  reference: string
  opened_on: Day
  closed_on: Day | null
  allocated_to_name: string | null
}

/** The person's cases that the actor's teams hold, the newest first; `closed_on` is null for an open one. */
export async function casesOfPerson(ctx: Ctx, person_id: string): Promise<EarlierCase[]> {
  const { rows } = await sql<EarlierCase>`
    select c.case_id, c.reference, c.opened_on, coalesce(m.name, c.worker) as allocated_to_name,
      (select x.closed_on from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null) as closed_on
    from support.case c left join access.member m on m.area_id = c.area_id and m.member_id = c.allocated_to
    where c.person_id = ${person_id} and ${mineToSee(ctx)} order by c.opened_on desc, c.case_id desc limit 20`.execute(
    ctx.db,
  )
  return rows
}
