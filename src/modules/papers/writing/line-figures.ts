import type { Figure, FigureLine } from '#insight'
import type { Run } from '#platform/documents/document.ts'
import type { BoundFigure } from '../templates/template.ts'
import { type AnsweredFigure, answerOf } from './answer-figures.ts'

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
