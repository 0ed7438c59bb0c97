import { html, link, page } from '#platform/design-system/index.ts'
import { listInWords } from '#platform/words/lists.ts'
import type { Measure } from '../measures/index.ts'

/** Every measure with its definition, what it can be broken down by, and its name on the command line. */
export const measuresPage = (measures: readonly Measure[], of: string) =>
  page(
    { title: 'Measures', caption: of },
    html`
    <p class="govuk-body">Each measure is defined once. Every page, paper and file asks the same one.</p>
    ${measures.map(
      (m) => html`
      <h2 class="govuk-heading-m govuk-!-margin-bottom-1">${link(m.title, `/measures/${m.name}`)}</h2>
      <p class="govuk-body govuk-!-margin-bottom-1">${m.definition}</p>
      <p class="govuk-body-s">By ${listInWords(Object.values(m.dimensions).map(({ title }) => title.toLowerCase()))}. On the command line: <code>${m.name}</code></p>`,
    )}`,
  )
