import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { fullName } from '../person/queries.ts'
import type { Decided } from './decisions.ts'

export type LinkedPerson = {
  person_id: string
  name: string
  date_of_birth: string | null
  district: string | null
  linked_at: Date
  linked_by: string | null
}

/** Records linked to this one, of those the actor may see. */
export async function linkedPeople(ctx: Ctx, person_id: string): Promise<LinkedPerson[]> {
  const { rows } = await sql<{
    person_id: string
    forename: string
    surname: string
    pseudonym: string | null
    date_of_birth: string | null
    district: string | null
    linked_at: Date
    linked_by: string | null
  }>`
    select p.person_id, p.forename, p.surname, p.pseudonym, p.date_of_birth, p.district, l.linked_at, m.name as linked_by
    from (select other_person_id as person_id, linked_at, linked_by from people.link where person_id = ${person_id} and unlinked_at is null
      union all select person_id, linked_at, linked_by from people.link where other_person_id = ${person_id} and unlinked_at is null) l
    join people.person p on p.person_id = l.person_id
    left join access.member m on m.member_id = l.linked_by
    order by l.linked_at desc`.execute(ctx.db)
  return rows.map(({ forename, surname, pseudonym, ...row }) => ({
    ...row,
    name: pseudonym || fullName({ forename, surname }),
  }))
}

export type PastDecision = {
  person_id: string
  name: string
  decision: Decided
  because: string
  band: string
  reasons: string[]
  decided_at: Date
  decided_by: string | null
}

/** What was decided about this record and others that the actor may see, newest first. */
export async function pastDecisions(ctx: Ctx, person_id: string): Promise<PastDecision[]> {
  const { rows } = await sql<PastDecision & { forename: string; surname: string; pseudonym: string | null }>`
    select p.person_id, p.forename, p.surname, p.pseudonym, d.decision, d.because, d.band, d.reasons, d.decided_at, m.name as decided_by
    from people.link_decision d
    join people.person p on p.person_id = case when d.person_id = ${person_id} then d.other_person_id else d.person_id end
    left join access.member m on m.member_id = d.decided_by
    where d.person_id = ${person_id} or d.other_person_id = ${person_id}
    order by d.decided_at desc, d.link_decision_id desc limit 200`.execute(ctx.db)
  return rows.map(({ forename, surname, pseudonym, ...row }) => ({
    ...row,
    name: pseudonym || fullName({ forename, surname }),
  }))
}
