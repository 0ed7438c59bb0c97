import type { CaseHead } from '#support'
import type { Ctx } from '#platform/act.ts'
import { html, link, summary, type Html } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { SATISFACTION } from './form.ts'
import { listSurveysOfCase, type SentSurvey } from './queries.ts'

/** What the person thought of the service, on the case's page of outcomes. Until the case is closed nothing is asked. */
export async function surveysOfCase(ctx: Ctx, theCase: CaseHead): Promise<Html> {
  const surveys = await listSurveysOfCase(ctx, theCase.case_id)
  const heading = html`<h2 class="govuk-heading-m">Satisfaction survey</h2>`
  if (surveys.length > 0)
    return html`${heading}${surveys.map((survey) => answers(survey, ctx.actor.actor_id))}`
  return html`${heading}<p class="govuk-body">${
    theCase.closure
      ? html`Not sent yet. ${link('Record that it was sent', `/cases/${theCase.case_id}/surveys/send`)}`
      : 'Asked when the case is closed.'
  }</p>`
}

function answers(survey: SentSurvey, actor_id: string): Html {
  const yes = (said: boolean | null) => (said === null ? null : said ? 'Yes' : 'No')
  if (!survey.returned_on)
    return html`<p class="govuk-body">Sent on ${shortDayInWords(survey.sent_on)}, not answered yet. ${survey.worked_on_by.includes(actor_id) ? 'You worked on this case, so somebody else records the answers.' : link('Record the answers', `/surveys/${survey.survey_id}/record`)}</p>`
  return summary(
    [
      { key: 'Answered on', value: shortDayInWords(survey.returned_on) },
      { key: 'Satisfied', value: survey.satisfaction ? SATISFACTION[survey.satisfaction] : null },
      { key: 'Would use it again', value: yes(survey.would_use_again) },
      { key: 'Would recommend it', value: yes(survey.would_recommend) },
      ...(survey.comment
        ? [{ key: 'In their own words', value: html`<div class="app-lines">${survey.comment}</div>` }]
        : []),
    ],
    { missing: 'Not answered' },
  )
}
