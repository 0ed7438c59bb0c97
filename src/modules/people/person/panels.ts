import { html, type Html, link, summary } from '#platform/design-system/index.ts'
import type { IdentityFact } from '#platform/design-system/patterns/identity-bar.ts'
import { shortDayInWords } from '#platform/words/dates.ts'
import type { PersonHead } from './queries.ts'

/** Facts for the identity bar of any page about a person: what is safe first, then age, then language. Add the case's own after. */
export function identityFacts(head: PersonHead): IdentityFact[] {
  const { safe_contact, sensitive } = head
  const reachable = Object.values(safe_contact.channels).some((channel) => channel.allowed)
  const nothing = Object.values(safe_contact.channels).every((channel) => !channel.allowed && channel.none)
  return [
    {
      label: 'Safe contact',
      value: safe_contact.summary,
      ...(reachable ? {} : { tone: nothing ? ('attention' as const) : ('urgent' as const) }),
    },
    ...(sensitive
      ? [{ label: 'Sensitive', value: safe_contact.sensitive_because ?? 'yes', tone: 'attention' as const }]
      : []),
    { label: 'Born', value: bornInWords(head) },
    ...(head.language ? [{ label: 'Interpreter', value: head.language }] : []),
  ]
}

export const bornInWords = ({ date_of_birth, age }: Pick<PersonHead, 'date_of_birth' | 'age'>): string =>
  date_of_birth ? `${shortDayInWords(date_of_birth)} (${age})` : 'Not recorded'

/** A card about the person for another module's page, with the way to the whole record. */
export const personPanel = (head: PersonHead): Html => html`<section aria-labelledby="person-panel">
<h2 class="govuk-heading-m" id="person-panel">Person</h2>
${summary([
  { key: 'Name', value: link(head.name, `/people/${head.person_id}`) },
  { key: 'Born', value: bornInWords(head) },
  { key: 'Interpreter', value: head.language ?? 'Not needed, as far as is known' },
  ...(head.communication_needs ? [{ key: 'To make contact easier', value: head.communication_needs }] : []),
])}
</section>`
