import type { CaseHead } from '#support'
import type { Ctx } from '#platform/act.ts'
import { html, link, summary, type Html } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { changeInWords, FOUR } from './change.ts'
import { firstAndLatest, listSelfAssessments, type SelfAssessment } from './queries.ts'

/** What changed for the person, in their own view, for the case's page. */
export async function outcomesPanel(ctx: Ctx, theCase: CaseHead): Promise<Html> {
  const all = await listSelfAssessments(ctx, theCase.case_id)
  return html`<h2 class="govuk-heading-m">How they see it</h2>${
    all.length
      ? changes(all)
      : html`<p class="govuk-body">They have not been asked yet. ${theCase.closure ? '' : link('Record the first self-assessment', `/cases/${theCase.case_id}/self-assessments/record`)}</p>`
  }`
}

/** The four outcomes, each with its change in words. */
export function changes(all: readonly SelfAssessment[]): Html {
  const { first, latest } = firstAndLatest(all)
  return html`${summary(FOUR.map(({ words, column }) => ({ key: words, value: changeInWords(first, latest, column) })))}
  <p class="govuk-body-s">${first ? `First asked on ${shortDayInWords(first.assessed_on)}` : 'Not asked at the start'}${latest ? `, ${latest.stage === 'last' ? 'last' : 'reviewed'} on ${shortDayInWords(latest.assessed_on)}` : ''}. 1 is very bad, ${(latest ?? first ?? all[0]!).scale} is very good.</p>`
}

/** Before a case closes: is the last self-assessment recorded? */
export async function lastAssessmentCheck(ctx: Ctx, theCase: CaseHead) {
  const since = theCase.returned_on ?? theCase.opened_on
  const met = (await listSelfAssessments(ctx, theCase.case_id)).some(
    (one) => one.stage === 'last' && one.assessed_on >= since,
  )
  return met
    ? { text: 'the last self-assessment is recorded', met }
    : {
        text: 'offer the last self-assessment',
        met,
        href: `/cases/${theCase.case_id}/self-assessments/record?stage=last`,
      }
}
