import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { CASEWORK_ROLES } from '../words.ts'

export type Worker = {
  member_id: string
  name: string
  job_title: string
  open_cases: number
  knows_person: boolean
}

/** Who is in the team that holds the case and works with cases, the least busy first, with how many open cases each has there. */
export async function listWorkers(
  ctx: Ctx,
  { case_id, held_by }: Pick<CaseHead, 'case_id' | 'held_by'>,
): Promise<Worker[]> {
  const { rows } = await sql<Worker>`
    select m.member_id, m.name, m.job_title,
      (select count(*) from support.case c where c.area_id = m.area_id and c.allocated_to = m.member_id and c.held_by = ${held_by}
        and not exists (select from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null))::int as open_cases,
      exists (select from support.allocation a where a.area_id = m.area_id and a.case_id = ${case_id} and a.allocated_to = m.member_id
        and a.knows_person = 'yes') as knows_person
    from access.membership s join access.member m on m.area_id = s.area_id and m.member_id = s.member_id
    where s.team_id = ${held_by} and (s.ends_at is null or s.ends_at > now()) and m.left_at is null and m.roles && ${CASEWORK_ROLES}::text[]
    group by m.area_id, m.member_id, m.name, m.job_title
    order by open_cases, m.name`.execute(ctx.db)
  return rows
}
