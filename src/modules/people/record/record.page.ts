import { ETHNICITIES } from '#reference'
import { formPage, html, type Html, link, page, summary } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { PastAddress } from '../addresses/queries.ts'
import { safeContactPanel } from '../safe-contact/panel.ts'
import { aboutPerson } from '../person/about-person.ts'
import type { editForm } from './form.ts'
import { bornInWords } from '../person/panels.ts'
import { fullName, type Person, type PersonHead } from '../person/queries.ts'

export type PersonRecordPage = {
  head: PersonHead
  person: Person
  previous_names: readonly { forename: string; surname: string }[]
  previous_addresses: readonly PastAddress[]
  has_address: boolean
  linked: number
  panels: readonly Html[]
  actions: readonly { text: string; href: string }[]
}

const SEX = { F: 'Female', M: 'Male', X: 'Another answer' } as const

/** The whole of a person's record: what is safe first, then who they are, then what higher modules add. */
export const recordPage = (shown: PersonRecordPage) => {
  const { head, person } = shown
  const url = `/people/${head.person_id}`
  return page(
    {
      title: "Person's record",
      width: 'full',
      heading: false,
      aside: aboutPerson(head, 'record', shown.actions),
    },
    html`<h1 class="govuk-visually-hidden">Person’s record</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">${safeContactPanel(head.safe_contact)}</div>
<div class="govuk-grid-column-one-half">
<h2 class="govuk-heading-m">Details</h2>
${summary([
  { key: 'Name', value: fullName(person), change: { href: `${url}/edit`, what: 'details' } },
  ...(person.pseudonym ? [{ key: 'Called', value: person.pseudonym }] : []),
  ...(shown.previous_names.length
    ? [{ key: 'Previous names', value: shown.previous_names.map(fullName).join(', ') }]
    : []),
  { key: 'Born', value: bornInWords(head) },
  { key: 'Sex', value: person.sex && SEX[person.sex] },
  {
    key: 'Ethnic group',
    value:
      person.ethnicity && ((ETHNICITIES as Record<string, string>)[person.ethnicity] ?? person.ethnicity),
  },
  { key: 'Interpreter', value: person.language ?? 'Not needed, as far as is known' },
  ...(person.communication_needs
    ? [{ key: 'To make contact easier', value: person.communication_needs }]
    : []),
  {
    key: 'Lives in',
    value: person.address_protected ? 'Protected' : person.district,
    change: { href: `${url}/addresses/record`, what: 'address', text: 'New address' },
  },
  ...(shown.previous_addresses.length
    ? [
        {
          key: 'Lived before',
          value: html`${shown.previous_addresses.map((one) => html`<div>${[one.line, one.town, one.postcode].filter(Boolean).join(', ')} (until ${dayInWords(one.until!)})</div>`)}`,
        },
      ]
    : []),
  { key: 'Reference', value: person.source_reference },
  {
    key: 'Same person',
    value: shown.linked
      ? link(`Linked with ${shown.linked} other ${shown.linked === 1 ? 'record' : 'records'}`, `${url}/links`)
      : link('Look for other records', `${url}/links`),
  },
])}
${shown.has_address && !person.address_protected ? html`<p class="govuk-body">${link('Protect the address', `${url}/addresses/protect`)}</p>` : null}
</div></div>
${shown.panels}`,
  )
}

/** What is recorded, to be changed. */
export const editPage = (head: PersonHead, form: FilledForm<typeof editForm>) =>
  formPage(
    { title: 'Change details', back: `/people/${head.person_id}`, aside: aboutPerson(head, 'record') },
    html`${field(form.forename)}${field(form.surname)}${field(form.keep_previous)}${field(form.pseudonym)}${field(form.date_of_birth)}${field(form.sex)}${field(form.ethnicity)}${field(form.language)}${field(form.communication_needs)}${field(form.sensitive)}${field(form.sensitive_because)}`,
  )
