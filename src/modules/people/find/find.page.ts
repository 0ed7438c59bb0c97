import {
  dataTable,
  formPage,
  html,
  type Html,
  link,
  page,
  postForm,
  statusTag,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import { hiddenFields } from '../person/hidden-fields.ts'
import { shownName } from '../person/queries.ts'
import { type FoundPeople, type FoundRow, MOST_COUNTED } from './find-people.ts'
import type { findForm, PersonSought } from './form.ts'

type FindForm = FilledForm<typeof findForm>

/** What to look for. It is posted, so that no name ends up in an address or a history. */
export const findPage = (form: FindForm) =>
  formPage(
    {
      title: 'Find a person',
      submit: 'Find',
      secondary: { text: 'Record a new person', href: '/people/new' },
    },
    html`<p class="govuk-body">Fill in what you know. You find the people whose records your teams hold.</p>${asked(form)}`,
  )

const asked = (form: FindForm): Html =>
  html`${field(form.surname)}${field(form.forename)}${field(form.date_of_birth)}${field(form.postcode)}${field(form.phone)}${field(form.reference)}`

/** Who was found. Going on to the next page posts the same search again. */
export const foundPage = (found: FoundPeople, sought: PersonSought, form: FindForm) =>
  page(
    { title: 'People found', width: 'full', back: { href: '/people', text: 'New search' } },
    html`<p class="govuk-body">${howMany(found)}</p>
${dataTable({
  caption: 'People found',
  captionHidden: true,
  rows: found.rows,
  columns: [
    { heading: 'Name', cell: (row) => link(shownName(row), `/people/${row.person_id}`) },
    {
      heading: 'Date of birth',
      cell: (row) => (row.date_of_birth ? shortDayInWords(row.date_of_birth) : 'Not recorded'),
    },
    { heading: 'Lives in', cell: (row) => row.district ?? 'Not recorded' },
    { heading: 'Reference', cell: (row) => row.source_reference ?? '' },
    { heading: 'Contact', cell: sensitiveTag },
  ],
  empty: 'Nobody your teams hold fits all of that. Try less, or another spelling.',
})}
${found.next ? postForm({ submit: 'Next page', quiet: true, hidden: { ...hiddenFields(form, sought), after: found.next } }) : null}
${postForm({ action: '/people/new', submit: 'Record a new person', quiet: true, hidden: beginning(form, sought) })}
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Change the search</span></summary>
<div class="govuk-details__text">${postForm({ submit: 'Find' }, asked(form))}</div></details>`,
  )

const sensitiveTag = (row: FoundRow) => (row.sensitive ? statusTag('Safe routes only', 'attention') : null)

const howMany = ({ count, more_than_counted }: FoundPeople) =>
  more_than_counted
    ? `More than ${MOST_COUNTED} people fit. Add a forename or a date of birth to see fewer.`
    : count === 0
      ? 'Nobody was found.'
      : `${plural(count, 'person', 'people')} found.`

/** What was looked for as the beginning of a new record. */
function beginning(form: FindForm, sought: PersonSought): Record<string, string> {
  const { phone, reference: _, after: __, ...same } = hiddenFields(form, sought)
  return { ...same, ...(phone ? { [phone.includes('@') ? 'email' : 'phone']: phone } : {}), stage: 'begin' }
}
