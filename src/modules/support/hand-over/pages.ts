import { formPage, html, page, postForm, summary, type Html } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords, dayOf } from '#platform/words/dates.ts'
import type { CaseHead } from '../cases/get-case.ts'
import { pickOf } from '../pick.ts'
import { CASE_TIERS, RISKS } from '../words.ts'
import type { OfferedCase } from './answer-hand-over.ts'
import { GROUNDS_TO_GIVE, type answerForm, type offerForm } from './form.ts'
import type { TeamToOffer } from './offer-hand-over.ts'

export const offerPage = (
  theCase: CaseHead,
  teams: readonly TeamToOffer[],
  form: FilledForm<typeof offerForm>,
  aside: Html,
) =>
  formPage(
    {
      title: 'Hand the case over',
      aside,
      submit: 'Offer the case',
      secondary: { text: 'Cancel', href: `/cases/${theCase.case_id}` },
      before: html`<p class="govuk-body">The case stays with ${theCase.team_name} until the other team accepts. Everything recorded in it then moves with it, and waits there for allocation.</p>`,
    },
    html`
    ${pickOf(
      form.offered_to,
      teams.map((team) => ({
        id: team.team_id,
        text: team.organisation_name ? `${team.organisation_name}: ${team.name}` : team.name,
        hint:
          [
            team.kind === 'restricted' && 'Restricted: only its named members see the case.',
            team.mine && 'You are in this team: the case moves at once.',
            team.organisation_name && `Another organisation, under the agreement “${team.agreement}”.`,
          ]
            .filter(Boolean)
            .join(' ') || undefined,
      })),
    )}
    ${field(form.because)}
    ${
      teams.some((team) => team.organisation_name)
        ? html`<h2 class="govuk-heading-m">If it goes to another organisation</h2>
    <p class="govuk-body">Before they accept they see what you write here, the risk and the support chosen, and no name. Then the case is theirs, with how it is safe to reach the person. A protected address does not go along: tell it only if the person wants that.</p>
    ${field(form.ground)}${field(form.ground_note)}`
        : null
    }`,
  )

/** The offer as the team sees it that made it, with the one thing it can do. */
export const offeredPage = (theCase: CaseHead, aside: Html) => {
  const offer = theCase.offer!
  const declined = offer.answer === 'declined'
  return page(
    {
      title: declined ? 'Hand-over declined' : 'Hand-over offered',
      aside,
      back: `/cases/${theCase.case_id}`,
    },
    html`<p class="govuk-body">${
      declined
        ? `${offer.team_name} declined${offer.answer_note ? `: ${offer.answer_note}` : '.'}`
        : `Offered to ${offer.team_name}. They have not answered yet.`
    }</p>
    ${postForm({
      action: `/cases/${theCase.case_id}/hand-over/withdraw`,
      submit: declined ? 'Take the case back' : 'Withdraw the offer',
    })}`,
  )
}

/** What the receiving team is told before it answers: no name, nothing recorded in the case. */
export const answerPage = (offer: OfferedCase, form: FilledForm<typeof answerForm>) =>
  formPage(
    {
      title: 'A case is offered to your team',
      submit: 'Answer',
      back: '/my-day',
      before: summary([
        { key: 'Case', value: offer.reference },
        ...(offer.from_organisation
          ? [
              { key: 'Organisation', value: offer.from_organisation },
              { key: 'Ground', value: offer.ground ? GROUNDS_TO_GIVE[offer.ground] : 'Not told' },
            ]
          : []),
        { key: 'From', value: html`${offer.from_team}${offer.by_name ? `, ${offer.by_name}` : ''}` },
        { key: 'To', value: offer.to_team },
        { key: 'Offered on', value: dayInWords(dayOf(new Date(offer.recorded_at))) },
        { key: 'Risk', value: offer.risk ? RISKS[offer.risk] : 'Not judged yet' },
        { key: 'Support chosen', value: CASE_TIERS[offer.tier] },
        { key: 'Sensitive', value: offer.sensitive ? 'Yes: only routes known to be safe' : 'No' },
        { key: 'What they say', value: html`<div class="app-lines">${offer.because}</div>` },
      ]),
    },
    html`${field(form.answer)}${field(form.answer_note)}`,
  )
