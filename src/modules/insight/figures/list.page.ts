import { dataTable, html, keysetPagination, link, page } from '#platform/design-system/index.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import type { Measure } from '../measures/index.ts'
import type { Asked, Figure } from './ask-figure.ts'
import { keptTo, sameQuestion } from './figure-reader.ts'
import type { Behind } from './list-behind.ts'

type List = { lines: Behind[]; next: string | undefined; seen: number }

/** What the figure counted, one line each; a reader whose role `opens` records reaches each from its line. */
export function listPage(
  measure: Measure,
  asked: Asked,
  figure: Figure,
  { lines, next, seen }: List,
  opens: boolean,
) {
  const total = figure.n ?? figure.value
  const narrowed = asked.only?.yes ?? asked.only?.[measure.parts?.column ?? '']
  const kept = keptTo(measure, asked.only)
  const elsewhere = total - seen
  return page(
    {
      title: `List: ${measure.title}`,
      width: 'full',
      back: `/measures/${measure.name}?${sameQuestion(asked)}`,
    },
    html`
    <p class="govuk-body">${numberInWords(total)} ${figure.unit}, ${periodInWords(figure)}.${kept ? ` Only ${kept}.` : ''}
      ${elsewhere > 0 ? `${numberInWords(elsewhere)} of them are held by a team that you are not in, and are not listed.` : ''}</p>
    ${dataTable<Behind>({
      caption: measure.title,
      captionHidden: true,
      rows: lines,
      empty: 'Nothing was counted.',
      columns: [
        {
          heading: 'Record',
          reference: true,
          cell: (line) =>
            opens && measure.opens ? link(line.reference, measure.opens(line.record_id)) : line.reference,
        },
        ...Object.entries(measure.dimensions).map(([name, dimension]) => ({
          heading: dimension.title,
          cell: (line: Behind) =>
            dimension.words?.[String(line[name])] ??
            (line[name] === null ? 'Not stated' : String(line[name])),
        })),
        ...(measure.share && !narrowed
          ? [{ heading: 'Counted', cell: (line: Behind) => (line.yes ? 'Yes' : 'No') }]
          : []),
      ],
    })}
    ${next ? keysetPagination({ next: `?${sameQuestion(asked)}&after=${encodeURIComponent(next)}` }) : ''}`,
  )
}
