import { sql } from 'kysely'
import { shownName } from '#people'
import { addDays, type Day } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { mineToSee, nobodyWorksOnIt } from '../cases/get-case.ts'

export type WaitingCase = {
  case_id: string
  reference: string
  person_name: string
  since: Day
  risk: string | null
  enhanced: boolean
  because: string | null
}
export type WaitingReferral = {
  referral_id: string
  reference: string
  person_name: string
  received_on: Day
  sensitive: boolean
}

/** At most so many are shown; one more is read, to say that there are others. */
export const WAITING_SHOWN = 20
/** How far back an accepted referral without a case is still work of the day; older ones are a question for the quarter's return. */
export const RECENT_DAYS = 28

type Named = { forename: string | null; surname: string | null; pseudonym: string | null }
const named = <T extends Named>({ forename, surname, pseudonym, ...row }: T) => ({
  ...row,
  person_name: shownName({ forename: forename ?? '', surname: surname ?? '', pseudonym }),
})

/** Open cases of the actor's teams that nobody works on, enhanced rights and the longest wait first. Not those of an old system's worker. */
export async function listWaitingCases(ctx: Ctx): Promise<WaitingCase[]> {
  const { rows } = await sql<Omit<WaitingCase, 'person_name'> & Named>`
    select c.case_id, c.reference, coalesce(c.received_on, c.opened_on) as since, c.risk, cardinality(c.enhanced_reasons) > 0 as enhanced,
      p.forename, p.surname, p.pseudonym,
      (select 'The last worker knows the person' from support.allocation a where a.area_id = c.area_id and a.case_id = c.case_id
        and a.knows_person = 'yes' limit 1) as because
    from support.case c left join people.person p on p.area_id = c.area_id and p.person_id = c.person_id
    where ${nobodyWorksOnIt} and ${mineToSee(ctx)}
      and not exists (select from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null)
    order by enhanced desc, since, c.case_id limit ${sql.lit(WAITING_SHOWN + 1)}`.execute(ctx.db)
  return rows.map(named)
}

/** Accepted referrals of the last weeks for which no case was opened, the longest wait first. */
export async function listWaitingReferrals(ctx: Ctx): Promise<WaitingReferral[]> {
  const { rows } = await sql<Omit<WaitingReferral, 'person_name'> & Named>`
    select r.referral_id, r.reference, r.received_on, r.domestic or r.sexual as sensitive, p.forename, p.surname, p.pseudonym
    from referrals.referral r left join people.person p on p.area_id = r.area_id and p.person_id = r.person_id
    where r.held_by = any (access.my_teams()) and r.received_on >= ${addDays(ctx.today, -RECENT_DAYS)} and r.result = 'accepted'
      and r.person_id is not null
      and not exists (select from support.case c where c.area_id = r.area_id and c.referral_id = r.referral_id)
    order by r.received_on, r.referral_id limit ${sql.lit(WAITING_SHOWN + 1)}`.execute(ctx.db)
  return rows.map(named)
}
