import type { Figure, FigureLine, Measure } from '#insight'
import { wordsFor } from '#reference'
import type { Block, Run } from '#platform/documents/document.ts'
import type { BoundFigure } from '../templates/template.ts'
import { type AnsweredFigure, answerOf } from './answer-figures.ts'

/** A figure broken down, as a table of a document: each line with its parts and, for a share, its n and per cent, each as `cell` prints it. */
export function breakdownTable(
  measure: Measure,
  figure: Figure,
  by: readonly string[],
  caption: string,
  cell: (line: FigureLine, show: string) => Run,
): Block {
  const dimensions = by.map((name) => [name, measure.dimensions[name]!] as const)
  const parts = measure.parts?.values ?? []
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  return {
    kind: 'table',
    caption,
    columns: [
      ...dimensions.map(([, { title }]) => ({ title })),
      ...parts.map((part) => ({ title: capital(part), numeric: true })),
      ...(measure.share
        ? [
            { title: 'n', numeric: true },
            { title: capital(measure.share.yes), numeric: true },
          ]
        : [{ title: capital(measure.unit), numeric: true }]),
    ],
    rows: (figure.by ?? []).map((line) => [
      ...dimensions.map(([name, { words }]) =>
        wordsFor({ 'not-stated': 'Not stated', ...words }, String(line[name])),
      ),
      ...[...parts, ...(measure.share ? ['n', 'percent'] : ['value'])].map((show) => [cell(line, show)]),
    ]),
  }
}

/** Where the figures of a paper are kept as it is written. */
export type Figures = {
  answered: Map<string, AnsweredFigure>
  hrefOf: (figure: AnsweredFigure) => string
}

/**
 * A number of one line of a breakdown, as a figure of the paper: it leads to its definition and query, is kept at sign-off and told of when it
 * is restated. `show` is what of the line is printed, as in a template.
 */
export function lineFigure(
  { answered, hrefOf }: Figures,
  figure: Figure,
  bound: BoundFigure,
  line: FigureLine,
  show: string,
): Run {
  const pick = Object.fromEntries(bound.by.map((name) => [name, String(line[name])]))
  const before = bound.over === 'year_before' ? ['before'] : []
  const key = [bound.measure, ...Object.values(bound.only), ...Object.values(pick), show, ...before]
    .map((part) => part.replaceAll(/\W+/g, '-'))
    .join('_')
  const answer = answerOf(key, figure, { ...bound, pick, show })
  answered.set(key, answer)
  return { figure: answer.whole.id, text: answer.printed, href: hrefOf(answer) }
}
