import { sql } from 'kysely'
import { shownName } from '#people'
import { isDay, type Day } from '#reference'
import { isId, type Ctx } from '#platform/act.ts'

/** The last referral of the page before: where an older page goes on. */
export type After = { received_on: Day; referral_id: string }

export type OpenReferral = {
  referral_id: string
  reference: string
  person_name: string
  received_on: Day
  offence_text: string | null
  district: string | null
  sensitive: boolean
}

export const REFERRALS_PAGE = 25

/** The place that an address asks for; anything else in it is left out. */
export function placeIn(query: Record<string, string>): After | undefined {
  const [received_on = '', referral_id = ''] = (query.after ?? '').split('_')
  return isDay(received_on) && isId(referral_id) ? { received_on, referral_id } : undefined
}

/**
 * The newest accepted referrals of the actor's teams for which no case was opened: REFERRALS_PAGE, and one more when there are others
 * after them. Read team by team in the order of the index, never counted.
 */
export async function listOpenReferrals(ctx: Ctx, after?: After): Promise<OpenReferral[]> {
  const { rows } = await sql<
    Omit<OpenReferral, 'person_name'> & {
      forename: string | null
      surname: string | null
      pseudonym: string | null
    }
  >`
    select r.referral_id, r.reference, r.received_on, r.offence_text, r.district, r.domestic or r.sexual as sensitive,
      p.forename, p.surname, p.pseudonym
    from (
      select r.* from unnest(access.my_teams()) as team (team_id) cross join lateral (
        select r.area_id, r.referral_id, r.person_id, r.reference, r.received_on, r.offence_text, r.district, r.domestic, r.sexual
        from referrals.referral r
        where r.area_id = access.area_id() and r.held_by = team.team_id and r.result = 'accepted' and r.person_id is not null
          and not exists (select from support.case c where c.area_id = r.area_id and c.referral_id = r.referral_id)
          ${after ? sql`and (r.received_on, r.referral_id) < (${after.received_on}::date, ${after.referral_id}::uuid)` : sql``}
        order by r.received_on desc, r.referral_id desc limit ${sql.lit(REFERRALS_PAGE + 1)}) r
      order by r.received_on desc, r.referral_id desc limit ${sql.lit(REFERRALS_PAGE + 1)}) r
    left join people.person p on p.area_id = r.area_id and p.person_id = r.person_id
    order by r.received_on desc, r.referral_id desc`.execute(ctx.db)
  return rows.map(({ forename, surname, pseudonym, ...row }) => ({
    ...row,
    person_name: shownName({ forename: forename ?? '', surname: surname ?? '', pseudonym }),
  }))
}
