import { formPage, html, insetText } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import type { Cycle } from '../cycles/queries.ts'
import type { Deliverable } from '../deliverables/queries.ts'
import type { Plan } from '../plans/queries.ts'
import { datedInWords, type Update } from '../updates/queries.ts'
import { wordsWithFigures } from '../updates/words-with-figures.ts'
import { levelWords } from '../level-words.ts'
import { STATUS_CODES, statusMark } from '../words.ts'
import type { ratingForm } from './form.ts'
import type { Proposal } from './propose-status.ts'

/** Deciding a colour: what it stands on, what is proposed and why, and what each colour means here. */
export const ratePage = (
  {
    plan,
    one,
    cycle,
    latest,
    proposal,
  }: {
    plan: Plan
    one: Deliverable
    cycle: Cycle
    latest: Update | undefined
    proposal: Proposal | undefined
  },
  form: FilledForm<typeof ratingForm>,
) => {
  const say = levelWords(plan)
  return formPage(
    {
      title: 'Decide its colour',
      caption: `${cycle.name}: ${one.theme_title}, number ${one.number}`,
      back: `/deliverables/${one.deliverable_id}`,
      submit: 'Keep this decision',
      before: html`<p class="govuk-body">${one.words}</p>
        ${proposal ? insetText({ html: html`<p class="govuk-body"><strong>Proposed:</strong> ${statusMark(proposal.status)} ${proposal.because}</p>` }) : html`<p class="govuk-body">Nothing is proposed: no date or measure says how it stands.</p>`}
        ${latest ? html`<h2 class="govuk-heading-s">Latest ${say.update.one}: ${latest.author}, ${datedInWords(latest)}</h2>${wordsWithFigures(latest)}` : html`<p class="govuk-body"><strong>No ${say.update.one} has been given.</strong> A colour without one rests on nothing.</p>`}
        <ul class="govuk-list">${STATUS_CODES.map((code) => html`<li>${statusMark(code)} ${plan[`${code}_means`]}</li>`)}</ul>`,
    },
    html`${field(form.status)} ${field(form.reason)}`,
  )
}
