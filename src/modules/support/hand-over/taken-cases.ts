import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { html, type Html } from '#platform/design-system/index.ts'
import { dayInWords } from '#reference'

type TakenCase = { reference: string; by: string; taken_on: string }

/** Cases of a person that another team took and the reader no longer sees: that it was taken, by whom and when, and nothing else (decision 2). */
async function takenCases(ctx: Ctx, person_id: string): Promise<TakenCase[]> {
  const { rows } = await sql<TakenCase>`
    select h.reference, case when h.agreement_id is null then t.name else o.name end as by,
      (h.answered_at at time zone 'Europe/London')::date::text as taken_on
    from support.hand_over h
    join access.team t on t.area_id = h.area_id and t.team_id = h.offered_to
    join access.organisation o on o.area_id = t.area_id and o.organisation_id = t.organisation_id
    where h.person_id = ${person_id} and h.answer = 'accepted' and h.held_by = any (access.my_teams())
      and not exists (select from support.case c where c.area_id = h.area_id and c.case_id = h.case_id)
    order by h.answered_at desc`.execute(ctx.db)
  return rows
}

/** For the person's page: which cases were handed over; null when none was. */
export async function takenCasesPanel(ctx: Ctx, person_id: string): Promise<Html | null> {
  const taken = await takenCases(ctx, person_id)
  if (taken.length === 0) return null
  return html`<h2 class="govuk-heading-m">Handed over</h2>
    <ul class="govuk-list govuk-list--bullet">
      ${taken.map(({ reference, by, taken_on }) => html`<li>Case ${reference} was taken by ${by} on ${dayInWords(taken_on)}</li>`)}
    </ul>`
}
