import { errorSummary, html, page, postForm } from '#platform/design-system/index.ts'
import type { FilledForm } from '#platform/forms/index.ts'
import { decisionRadios, duplicateCard } from '../duplicates/card.ts'
import type { PossibleDuplicate } from '../duplicates/possible-duplicate.ts'
import { hiddenFields } from '../person/hidden-fields.ts'
import type { newPersonForm, NewPerson } from './form.ts'

/** Records that may be of the person, each to be decided before anything is saved; what was typed is carried along. */
export function checkPage(
  possible: readonly PossibleDuplicate[],
  typed: NewPerson,
  form: FilledForm<typeof newPersonForm>,
) {
  const asked = typed.stage === 'checked'
  const open = asked ? possible.filter(({ person_id }) => !typed.decisions[person_id]) : []
  const { decisions: _, ...carried } = form
  return page(
    {
      title: 'This person may be recorded already',
      ...(open.length ? { status: 422 } : {}),
    },
    html`${
      open.length
        ? errorSummary({
            titleText: 'There is a problem',
            errorList: open.map(({ person_id, name }) => ({
              text: `Decide about ${name}`,
              href: `#decision-${person_id}`,
            })),
          })
        : null
    }<p class="govuk-body">Nothing is saved yet. Decide about each record below. You can change a decision later.</p>
<p class="govuk-body">If you choose “Same person”, no new record is made. A new number or email address that you typed is added to theirs, what theirs leaves empty is filled in, and what you marked as unsafe counts at once. Everything else stays as their record has it.</p>
${postForm(
  { submit: 'Save', hidden: { ...hiddenFields(carried, typed), stage: 'checked' } },
  html`${possible.map((one) =>
    duplicateCard(
      one,
      decisionRadios(
        one,
        typed.decisions[one.person_id],
        open.includes(one) ? 'Select whether this is the same person' : undefined,
      ),
      'new-tab',
    ),
  )}`,
)}
${postForm({ submit: 'Change what you typed', quiet: true, hidden: { ...hiddenFields(carried, typed), stage: 'begin' } })}`,
  )
}
