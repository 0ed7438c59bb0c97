import { CLOSE_REASONS } from '#reference'
import { html, insetText, link, type Html } from '#platform/design-system/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { lastDayToReturn } from '../closure/six-months.ts'
import type { CaseHead } from './get-case.ts'

/** What is unusual about the case as it stands: closed, offered to another team, restricted. Nothing: null. */
export function caseState(theCase: CaseHead): Html | null {
  const { closure, offer, team_kind, case_id } = theCase
  const said = [
    closure &&
      html`<p class="govuk-body">Closed on ${dayInWords(closure.closed_on)}: ${CLOSE_REASONS[closure.reason] ?? closure.reason}. If they come back by ${dayInWords(lastDayToReturn(closure.closed_on))}, ${link('record the return', `/cases/${case_id}/return`)}.</p>`,
    offer &&
      !offer.answer &&
      html`<p class="govuk-body">Offered to ${offer.team_name}, who have not answered yet. It stays yours until they accept. ${link('See or withdraw the offer', `/cases/${case_id}/hand-over`)}</p>`,
    offer?.answer === 'declined' &&
      html`<p class="govuk-body">${offer.team_name} declined the hand-over${offer.answer_note ? `: ${offer.answer_note}` : ''}. ${link('Take the case back', `/cases/${case_id}/hand-over`)}</p>`,
    team_kind === 'restricted' &&
      html`<p class="govuk-body">Restricted: only named members of ${theCase.team_name} see this case.</p>`,
  ].filter(Boolean)
  return said.length ? insetText({ html: html`${said}` }) : null
}
