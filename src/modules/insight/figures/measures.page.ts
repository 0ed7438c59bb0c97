import { html, link, page } from '#platform/design-system/index.ts'
import { listInWords } from '#platform/words/lists.ts'
import { MEASURE_GROUPS } from '../measures/index.ts'

/** Every measure with its definition and what it can be broken down by, by what it is about. */
export const measuresPage = (of: string) =>
  page(
    { title: 'Measures', caption: of },
    html`
    <p class="govuk-body">Each measure is defined once. Every page, paper and file asks the same one.</p>
    <ul class="govuk-list">${MEASURE_GROUPS.map(({ title }, index) => html`<li>${link(title, `#group-${index + 1}`)}</li>`)}</ul>
    ${MEASURE_GROUPS.map(
      ({ title, measures }, index) => html`
      <h2 class="govuk-heading-l" id="group-${index + 1}">${title}</h2>
      ${measures.map(
        (m) => html`
        <h3 class="govuk-heading-m govuk-!-margin-bottom-1">${link(m.title, `/measures/${m.name}`)}</h3>
        <p class="govuk-body govuk-!-margin-bottom-1">${m.definition}</p>
        <p class="govuk-body-s">By ${listInWords(Object.values(m.dimensions).map(({ title }) => title.toLowerCase()))}.</p>`,
      )}`,
    )}`,
  )
