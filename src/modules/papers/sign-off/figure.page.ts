import { measureNamed } from '#insight'
import { details, html, link, page, summary } from '#platform/design-system/index.ts'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Paper } from '../drafts/queries.ts'
import type { AnsweredFigure } from '../writing/answer-figures.ts'
import type { Restatement } from '../writing/print-paper.ts'

/** One figure of a paper: its definition, period, as-at time, n and query, and the way to the list behind it. */
export function paperFigurePage(
  paper: Paper,
  figure: AnsweredFigure,
  restatement: Restatement | undefined,
  list: string | undefined,
) {
  return page(
    { title: figure.title, caption: paper.title, back: `/papers/${paper.paper_id}` },
    html`
    <p class="govuk-heading-xl">${figure.printed}</p>
    ${restatement ? html`<p class="govuk-body"><strong>Restated:</strong> ${restatement.was} when signed off; ${restatement.is} as at ${momentInWords(new Date(restatement.is_as_at))}.</p>` : ''}
    <p class="govuk-body">${figure.definition}</p>
    ${summary([
      measureNamed(figure.bound.measure).as_at
        ? { key: 'On', value: dayInWords(figure.to) }
        : { key: 'Period', value: periodInWords(figure) },
      { key: 'As at', value: momentInWords(new Date(figure.as_at)) },
      ...(figure.n === undefined ? [] : [{ key: 'n', value: numberInWords(figure.n) }]),
      { key: 'Measure', value: figure.bound.measure },
    ])}
    ${list ? html`<p class="govuk-body">${link(figure.bound.show === 'percent' ? `Open the list of the ${numberInWords(figure.value)} that are counted, of ${numberInWords(figure.n ?? 0)}` : 'Open the list behind this figure', list)}</p>` : ''}
    ${details({ summaryText: 'The query that was run', html: html`<p class="govuk-body"><code>${figure.query}</code></p>` })}`,
  )
}
