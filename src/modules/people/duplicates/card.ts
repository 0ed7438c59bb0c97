import { html, type Html, link, radios, statusTag } from '#platform/design-system/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { DECISIONS } from '../links/decisions.ts'
import { BANDS, type PossibleDuplicate } from './possible-duplicate.ts'

/** A record that may be of the same person: who, how sure, and why. */
export const duplicateCard = (
  one: PossibleDuplicate,
  under: Html | null,
  /** Where what was typed would be lost by leaving, the record opens beside it. */
  opens: 'here' | 'new-tab' = 'here',
): Html => html`<div class="govuk-summary-card">
<div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">${opens === 'here' ? link(one.name, `/people/${one.person_id}`) : html`<a class="govuk-link" href="/people/${one.person_id}" target="_blank" rel="noopener">${one.name} (opens in a new tab)</a>`}</h2></div>
<div class="govuk-summary-card__content">
<p class="govuk-body">${statusTag(BANDS[one.band], one.band === 'almost certain' ? 'attention' : 'waiting')}</p>
<p class="govuk-body">Born ${one.date_of_birth ? shortDayInWords(one.date_of_birth) : '(not recorded)'}. Lives in ${one.district ?? '(not recorded)'}.</p>
<ul class="govuk-list govuk-list--bullet">${one.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
${under}</div></div>`

/** The three answers about one record. `message` when it was left open. */
export const decisionRadios = (one: PossibleDuplicate, chosen: string | undefined, message?: string): Html =>
  radios({
    idPrefix: `decision-${one.person_id}`,
    name: `decision-${one.person_id}`,
    value: chosen ?? '',
    classes: 'govuk-radios--small',
    fieldset: {
      legend: { text: `Is ${one.name} the person you are recording?`, classes: 'govuk-fieldset__legend--s' },
    },
    ...(message ? { errorMessage: { text: message } } : {}),
    items: Object.entries(DECISIONS).map(([value, text]) => ({ value, text })),
  })
