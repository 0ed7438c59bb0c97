import { html, type Html, identityBar, subNavigation } from '#platform/design-system/index.ts'
import { identityFacts } from './panels.ts'
import type { PersonHead } from './queries.ts'

const PAGES = { record: 'Record', contact: 'Safe contact', links: 'Same person' } as const

/** What stands above every page of a person's record: who, how they may be reached, and the record's pages. */
export const aboutPerson = (
  head: PersonHead,
  active: keyof typeof PAGES | undefined,
  actions: readonly { text: string; href: string }[] = [],
): Html =>
  html`${identityBar({ name: head.name, facts: identityFacts(head), actions })}${subNavigation(
    Object.entries(PAGES).map(([page, text]) => ({
      text,
      href: page === 'record' ? `/people/${head.person_id}` : `/people/${head.person_id}/${page}`,
      active: page === active,
    })),
    'Person',
  )}`
