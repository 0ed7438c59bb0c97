import {
  button,
  emptyState,
  figure as figureBlock,
  figures as figureBlocks,
  html,
  input,
  link,
  page,
  type Html,
} from '#platform/design-system/index.ts'
import { documentHtml } from '#platform/documents/document-html.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Figure } from '../figures/ask-figure.ts'
import type { Period } from '../measures/index.ts'
import { addressOf } from '../published-tables/address.ts'
import type { Rules } from '../small-number-rules/rules.ts'
import { crimeDocument } from './crime-document.ts'
import { type CrimeFigures, isEmpty } from './queries.ts'
import { shown } from './shown.ts'

/** Crime, its victims and anti-social behaviour in one period: every table of a victims' strategy with its chart and its definitions. */
export function recordedCrimePage(area: string, period: Period, figures: CrimeFigures, rules: Rules) {
  const hrefOf = (measure: string) => `/measures/${measure}?from=${period.from}&to=${period.to}`
  const below = rules.crimes.hide_below
  const one = (figure: Figure, label: string): Html =>
    figureBlock({
      label,
      value: shown(figure, [], below).total,
      definition: { href: hrefOf(figure.measure) },
    })
  return page(
    { title: 'Recorded crime and its victims', caption: `${area}, ${periodInWords(period)}`, width: 'full' },
    html`
    ${periodForm(period)}
    ${
      isEmpty(figures)
        ? emptyState({
            text: 'No extract of recorded crime covers this period. Whoever runs the service reads extracts in.',
          })
        : html`
    ${figureBlocks([one(figures.crimes, 'Crimes'), one(figures.victims, 'Victims within classes'), one(figures.individuals, 'Individuals')])}
    <ul class="govuk-list">
      <li>${link('What the public reads of this period', `/recorded-crime/published/${addressOf(period)}`)}</li>
      <li>${link('How soon, in which class and where people became victims again', `/recorded-crime/repeat-victims?from=${period.from}&to=${period.to}`)}</li>
      <li>${link('How small a count these tables print', '/recorded-crime/small-numbers')}</li>
    </ul>
    ${documentHtml(crimeDocument(figures, { area, period, rules, hrefOf }).document, { withoutTitle: true, wide: true })}`
    }
    <p class="govuk-body">As at ${momentInWords(new Date(figures.crimes.as_at))}.</p>`,
  )
}

/** From and to, asked again. */
export const periodForm = ({ from, to }: Period): Html => html`<form method="get" class="figure-question">
  ${input({ id: 'from', name: 'from', type: 'date', label: { text: 'From' }, value: from, classes: 'govuk-input--width-10' })}
  ${input({ id: 'to', name: 'to', type: 'date', label: { text: 'To' }, value: to, classes: 'govuk-input--width-10' })}
  ${button({ text: 'Show', type: 'submit', classes: 'govuk-button--secondary' })}
</form>`
