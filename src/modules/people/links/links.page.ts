import {
  formPage,
  html,
  type Html,
  link,
  page,
  statusTag,
  summary,
  timeline,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { listInWords } from '#platform/words/lists.ts'
import { momentInWords, shortDayInWords } from '#platform/words/dates.ts'
import { duplicateCard } from '../duplicates/card.ts'
import { BANDS, type PossibleDuplicate } from '../duplicates/possible-duplicate.ts'
import { aboutPerson } from '../person/about-person.ts'
import type { PersonHead } from '../person/queries.ts'
import { DECIDED } from './decisions.ts'
import type { decideForm, unlinkForm } from './form.ts'
import type { LinkedPerson, PastDecision } from './queries.ts'

/** Records linked to this one, those that may be of the same person, and everything that was decided. */
export const linksPage = (
  head: PersonHead,
  linked: readonly LinkedPerson[],
  possible: readonly PossibleDuplicate[],
  past: readonly PastDecision[],
) => {
  // Past is newest first: what was decided last about each record can be decided anew; a link is taken back above.
  const latest = new Set(new Map(past.toReversed().map((one) => [one.person_id, one])).values())
  const open = (one: PastDecision) => latest.has(one) && one.decision !== 'same'
  return page(
    { title: 'Records of the same person', width: 'full', aside: aboutPerson(head, 'links') },
    html`<p class="govuk-body">Records are linked, never merged: each stays as it is, and a link can be taken back. You see only records that your teams hold.</p>
<h2 class="govuk-heading-m">Linked</h2>
${linked.length ? linked.map((one) => linkedCard(head.person_id, one)) : html`<p class="govuk-body">No other record is linked with this one.</p>`}
<h2 class="govuk-heading-m">May be the same person</h2>
${possible.length ? possible.map((one) => duplicateCard(one, decideLink(head.person_id, one))) : html`<p class="govuk-body">No other record looks like this person.</p>`}
<h2 class="govuk-heading-m">What was decided</h2>
${timeline(
  past.map((one) => ({
    title: html`${DECIDED[one.decision]}: ${link(one.name, `/people/${one.person_id}`)}`,
    at: one.decided_at,
    by: one.decided_by ?? 'Waymark',
    body: html`${whyDecided(one)}${open(one) ? html` ${link('Decide again', `/people/${head.person_id}/links/${one.person_id}`, { hidden: `about ${one.name}` })}` : null}`,
  })),
  { headingLevel: 3, empty: 'Nothing was decided about this record yet.' },
)}`,
  )
}

const linkedCard = (person_id: string, one: LinkedPerson): Html =>
  summary(
    [
      { key: 'Born', value: one.date_of_birth && shortDayInWords(one.date_of_birth) },
      { key: 'Lives in', value: one.district },
      { key: 'Linked', value: `${momentInWords(one.linked_at)}, by ${one.linked_by ?? 'Waymark'}` },
    ],
    {
      card: {
        title: one.name,
        actions: [
          { text: 'Open', href: `/people/${one.person_id}` },
          { text: 'Unlink', href: `/people/${person_id}/links/${one.person_id}/unlink` },
        ],
      },
    },
  )

const decideLink = (person_id: string, one: PossibleDuplicate) =>
  html`<p class="govuk-body">${link('Compare and decide', `/people/${person_id}/links/${one.person_id}`, { hidden: `about ${one.name}` })}</p>`

const whyDecided = ({ because, reasons }: PastDecision): string =>
  [because, reasons.length ? `The comparison said: ${listInWords(reasons)}` : ''].filter(Boolean).join('. ')

/** One record beside another, and the decision. */
export const comparePage = (
  heads: readonly [PersonHead, PersonHead],
  comparison: PossibleDuplicate | undefined,
  form: FilledForm<typeof decideForm>,
) => {
  const [head] = heads
  return formPage(
    {
      title: 'The same person?',
      width: 'full',
      back: `/people/${head.person_id}/links`,
      aside: aboutPerson(head, 'links'),
      before: html`<div class="govuk-grid-row">${heads.map((one) => html`<div class="govuk-grid-column-one-half">${recordCard(one)}</div>`)}</div>
${
  comparison
    ? html`<p class="govuk-body">${statusTag(BANDS[comparison.band], 'attention')}</p><ul class="govuk-list govuk-list--bullet">${comparison.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`
    : html`<p class="govuk-body">The comparison finds little that these records share.</p>`
}`,
    },
    html`${field(form.decision)}${field(form.because)}`,
  )
}

const recordCard = (head: PersonHead) =>
  summary(
    [
      { key: 'Born', value: head.date_of_birth && shortDayInWords(head.date_of_birth) },
      { key: 'Reached by', value: head.safe_contact.summary },
      { key: 'Interpreter', value: head.language ?? 'Not needed, as far as is known' },
    ],
    { card: { title: head.name, actions: [{ text: 'Open', href: `/people/${head.person_id}` }] } },
  )

/** Taking a link back. */
export const unlinkPage = (head: PersonHead, other: PersonHead, form: FilledForm<typeof unlinkForm>) =>
  formPage(
    {
      title: 'Unlink these records',
      back: `/people/${head.person_id}/links`,
      aside: aboutPerson(head, 'links'),
      submit: 'Unlink',
      before: html`<p class="govuk-body">This record and <strong>${other.name}</strong> stay as they are, and are counted as two people again. The history keeps that they were linked, and why not any more.</p>`,
    },
    html`${field(form.because)}`,
  )
