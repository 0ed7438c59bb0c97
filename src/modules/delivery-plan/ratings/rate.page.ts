import { formPage, html, insetText } from '#platform/design-system/index.ts'
import { field, type FilledField, type FilledForm } from '#platform/forms/index.ts'
import type { Cycle } from '../cycles/queries.ts'
import type { Deliverable } from '../deliverables/queries.ts'
import type { Plan } from '../plans/queries.ts'
import { datedInWords, type Update } from '../updates/queries.ts'
import { wordsWithFigures } from '../updates/words-with-figures.ts'
import { askedAs, levelWords } from '../level-words.ts'
import { statusMark, STATUSES } from '../words.ts'
import { coloursToChoose } from './colours-to-choose.ts'
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
        ${latest ? html`<h2 class="govuk-heading-s">Latest ${say.update.one}: ${latest.author}, ${datedInWords(latest)}</h2>${wordsWithFigures(latest)}` : html`<p class="govuk-body"><strong>No ${say.update.one} has been given.</strong> A colour without one rests on nothing.</p>`}`,
    },
    html`${coloursToChoose(form.status, (code) => plan[`${code}_means`])} ${field(reasonOf(form.reason, proposal))}`,
  )
}

/** Where a colour is proposed, that another needs a reason. */
const reasonOf = (filled: FilledField, proposal: Proposal | undefined): FilledField =>
  proposal
    ? askedAs(
        { ...filled, field: { ...filled.field, options: { ...filled.field.options, optional: false } } },
        'Reason',
        `Needed when you decide otherwise than ${STATUSES[proposal.status]}`,
      )
    : askedAs(filled, 'Reason', 'Why it stands so')
