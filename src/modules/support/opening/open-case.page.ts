import type { PersonHead } from '#people'
import { dayInWords } from '#reference'
import { formPage, html, insetText, link, type Html } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { lastDayToReturn, returnsAsSameCase } from '../closure/six-months.ts'
import { pickOf } from '../pick.ts'
import type { openCaseForm } from './form.ts'
import type { EarlierCase } from './earlier-cases.ts'

export type OpeningPage = {
  person: PersonHead
  teams: readonly { team_id: string; name: string; kind: string }[]
  earlier: readonly EarlierCase[]
  today: string
  cancel: string
}

/** Opens a case; what is there already is said first, so that nobody gets two by mistake. */
export const openCasePage = (
  { person, teams, earlier, today, cancel }: OpeningPage,
  form: FilledForm<typeof openCaseForm>,
) =>
  formPage(
    {
      title: 'Open a case',
      caption: person.name,
      submit: 'Open the case',
      secondary: { text: 'Cancel', href: cancel },
      before: earlier.length
        ? insetText({ html: html`${earlier.map((one) => earlierCase(one, today))}` })
        : null,
    },
    html`
    ${field(form.tier)}
    ${
      teams.length === 1
        ? html`<input type="hidden" name="held_by" value="${teams[0]!.team_id}">`
        : pickOf(
            form.held_by,
            teams.map((team) => ({
              id: team.team_id,
              text: team.name,
              hint: team.kind === 'restricted' ? 'Only its named members see the case' : undefined,
            })),
          )
    }
    ${field(form.take_it)}
    ${field(form.enhanced_reasons)}`,
  )

function earlierCase(one: EarlierCase, today: string): Html {
  const name = link(`Case ${one.reference}`, `/cases/${one.case_id}`)
  if (!one.closed_on)
    return html`<p class="govuk-body">${name} is open. Open another only if this is a separate matter.</p>`
  if (returnsAsSameCase(one.closed_on, today))
    return html`<p class="govuk-body">${name} was closed on ${dayInWords(one.closed_on)}. Until ${dayInWords(lastDayToReturn(one.closed_on))} they come back to it: ${link('record the return', `/cases/${one.case_id}/return`)} instead of opening another.</p>`
  return html`<p class="govuk-body">${name} was closed on ${dayInWords(one.closed_on)}, more than six months ago. The new case is linked to it.</p>`
}
