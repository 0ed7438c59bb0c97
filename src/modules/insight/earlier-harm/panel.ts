import { dataTable, html, insetText, link, type Html } from '#platform/design-system/index.ts'
import type { Ctx } from '#platform/act.ts'
import type { CaseHead } from '#support'
import { shortDayInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { type Harm, listEarlierHarm } from './list-earlier-harm.ts'
import { mostInAYear, TARGETED_AT, type Window } from './targeted.ts'

const SHOWN = 10

/** On a case: the other crimes and incidents that this person suffered, and at three in 12 months the question whether somebody targets them. */
export async function earlierHarmPanel(ctx: Ctx, theCase: CaseHead): Promise<Html | null> {
  const all = await listEarlierHarm(ctx, theCase.person_id)
  const others = all.filter((one) => one.referral_id !== theCase.referral_id || one.referral_id === null)
  if (others.length === 0) return null
  const year = mostInAYear(all.map((one) => one.happened_on))
  return html`<h2 class="govuk-heading-m">Other crimes and incidents</h2>
  ${year && year.count >= TARGETED_AT ? prompt(theCase, year) : null}
  ${dataTable<Harm>({
    caption: 'Other crimes and incidents of this person that your teams know of',
    captionHidden: true,
    rows: others.slice(0, SHOWN),
    columns: [
      { heading: 'When', cell: (one) => shortDayInWords(one.happened_on) },
      { heading: 'What', cell: (one) => one.what },
      {
        heading: 'Number',
        cell: (one) =>
          one.referral_id && one.reference
            ? link(one.number ?? one.reference, `/referrals/${one.referral_id}`)
            : (one.number ?? 'None'),
      },
    ],
  })}
  ${others.length > SHOWN ? html`<p class="govuk-body-s">${numberInWords(SHOWN)} of ${numberInWords(others.length)}, the newest first.</p>` : null}
  <p class="govuk-body-s">From referrals that your teams hold, about this record and those linked to it. Each crime once. The day is when it was reported.</p>`
}

function prompt(theCase: CaseHead, { from, to, count }: Window): Html {
  const told = html`${numberInWords(count)} crimes or incidents in 12 months, ${shortDayInWords(from)} to ${shortDayInWords(to)}.`
  if (theCase.enhanced_reasons.includes('persistently-targeted'))
    return html`<p class="govuk-body">${told} Recorded: deliberately targeted again and again.</p>`
  if (theCase.closure) return html`<p class="govuk-body">${told}</p>`
  return insetText({
    html: html`<p class="govuk-body"><strong>${told}</strong></p>
    <p class="govuk-body govuk-!-margin-bottom-0">Ask whether the same people are behind it. Somebody who is deliberately targeted again and again
      has enhanced rights under the Victims’ Code: ${link('record why enhanced rights apply', `/cases/${theCase.case_id}/enhanced-rights`)}.</p>`,
  })
}
