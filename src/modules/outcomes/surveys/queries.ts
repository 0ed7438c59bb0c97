import { sql } from 'kysely'
import { shownName } from '#people'
import { addDays, type Day } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { Satisfaction } from './form.ts'

export type SentSurvey = {
  survey_id: string
  case_id: string
  person_id: string
  reference: string
  person_name: string
  sent_on: Day
  returned_on: Day | null
  satisfaction: Satisfaction | null
  would_use_again: boolean | null
  would_recommend: boolean | null
  comment: string | null
  /** Everybody to whom the case was ever allocated: none of them records the answers. */
  worked_on_by: string[]
}
export type ToAsk = { case_id: string; reference: string; person_name: string; closed_on: Day }

type Named = { forename: string | null; surname: string | null; pseudonym: string | null }
const named = <T extends Named>({ forename, surname, pseudonym, ...row }: T) => ({
  ...row,
  person_name: shownName({ forename: forename ?? '', surname: surname ?? '', pseudonym }),
})

const surveys = sql`
  select s.survey_id, s.case_id, c.person_id, c.reference, p.forename, p.surname, p.pseudonym, s.sent_on, s.returned_on, s.satisfaction,
    s.would_use_again, s.would_recommend, s.comment,
    (select coalesce(jsonb_agg(distinct w.member_id), '[]') from (
      select a.allocated_to as member_id from support.allocation a where a.area_id = c.area_id and a.case_id = c.case_id and a.allocated_to is not null
      union select c.allocated_to where c.allocated_to is not null) w) as worked_on_by
  from outcomes.survey s
  join support.case c on c.area_id = s.area_id and c.case_id = s.case_id
  left join people.person p on p.area_id = c.area_id and p.person_id = c.person_id`

/** One survey of a case that the actor's teams hold, or NotFound. */
export async function getSurvey(ctx: Ctx, survey_id: string): Promise<SentSurvey> {
  const { rows } = await sql<
    Omit<SentSurvey, 'person_name'> & Named
  >`${surveys} where s.survey_id = ${survey_id}`.execute(ctx.db)
  return named(found(rows[0], 'This survey'))
}

export async function listSurveysOfCase(ctx: Ctx, case_id: string): Promise<SentSurvey[]> {
  const { rows } = await sql<
    Omit<SentSurvey, 'person_name'> & Named
  >`${surveys} where s.case_id = ${case_id} order by s.sent_on`.execute(ctx.db)
  return rows.map(named)
}

/** How far back a closed case is still asked, and a survey still awaited. */
export const ASKED_WITHIN_DAYS = 90

/** Surveys sent and not answered yet, the oldest first. */
export async function listAwaited(ctx: Ctx): Promise<SentSurvey[]> {
  const { rows } = await sql<Omit<SentSurvey, 'person_name'> & Named>`
    ${surveys} where s.held_by = any (access.my_teams()) and s.returned_on is null and s.sent_on >= ${addDays(ctx.today, -ASKED_WITHIN_DAYS)}
    order by s.sent_on, s.survey_id limit 50`.execute(ctx.db)
  return rows.map(named)
}

/** Cases closed lately that were not sent the survey, the longest closed first. Nobody who was never reached is asked. */
export async function listToAsk(ctx: Ctx): Promise<ToAsk[]> {
  const { rows } = await sql<Omit<ToAsk, 'person_name'> & Named>`
    select c.case_id, c.reference, x.closed_on, p.forename, p.surname, p.pseudonym
    from support.closure x
    join support.case c on c.area_id = x.area_id and c.case_id = x.case_id
    left join people.person p on p.area_id = c.area_id and p.person_id = c.person_id
    where x.held_by = any (access.my_teams()) and x.returned_on is null and x.closed_on >= ${addDays(ctx.today, -ASKED_WITHIN_DAYS)}
      and x.reason not in ('no-contact', 'error', 'unsafe')
      and not exists (select from outcomes.survey s where s.area_id = x.area_id and s.case_id = x.case_id and s.sent_on >= x.closed_on)
    order by x.closed_on, c.case_id limit 50`.execute(ctx.db)
  return rows.map(named)
}
