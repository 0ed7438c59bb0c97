import type { Ctx } from '#platform/act.ts'
import { askFigure, type Figure, measureNamed } from '#insight'
import { numberInWords } from '#platform/words/numbers.ts'
import { percentageInWords } from '#platform/words/percentages.ts'
import type { PlanInPaper } from '../plan-papers/plan-in-paper.ts'
import type { BoundFigure } from '../templates/template.ts'
import type { ForWhat } from './placeholders.ts'

/** Whose records, and when. */
export type Scope = { from: string; to: string; held_by?: readonly string[] | undefined }

/** What people gave a paper: its front sheet, and what they wrote. */
export type PaperWords = {
  organisation: string
  area: string
  report_to: string
  meeting_on: string
  report_author: string
  author_email: string
  other_contacts: string
  agenda_item: string
  for_what: ForWhat
  is_public: boolean
  /** What the author wrote, by the section's number; blank lines part paragraphs. */
  sections: Readonly<Record<string, string>>
  /** For a paper about a delivery plan. */
  plan?: PlanInPaper
}

/** A figure as it stands in a sentence: what is printed, and everything needed to follow it. */
export type AnsweredFigure = {
  key: string
  title: string
  bound: BoundFigure
  value: number
  n?: number
  printed: string
  /** The question it is a line of, for the list at the end of the paper. */
  whole: { id: string; title: string; printed: string }
  definition: string
  from: string
  to: string
  as_at: string
  query: string
}

type Counts = Record<string, unknown> & { value: number; n?: number }

/** The same days a year before, or as many years as the period covers, so that the two never overlap; 29 February is 28 February then. */
export function yearBefore({ from, to }: Pick<Scope, 'from' | 'to'>): { from: string; to: string } {
  const back = (day: string, years: number) =>
    `${Number(day.slice(0, 4)) - years}${day.slice(4).replace('-02-29', '-02-28')}`
  let years = 1
  while (back(to, years) >= from) years++
  return { from: back(from, years), to: back(to, years) }
}

/** Asks each question once, however many sentences use its lines. */
export function questionAsker(ctx: Ctx, scope: Scope): (bound: BoundFigure) => Promise<Figure> {
  const asked = new Map<string, Promise<Figure>>()
  return (bound) => {
    const { measure, by, only } = bound
    const question = {
      measure,
      by,
      only,
      ...(bound.over === 'year_before' ? yearBefore(scope) : { from: scope.from, to: scope.to }),
      ...(scope.held_by ? { held_by: scope.held_by } : {}),
    }
    const key = JSON.stringify(question)
    let answer = asked.get(key)
    if (!answer) asked.set(key, (answer = askFigure(ctx, question)))
    return answer
  }
}

/** Every figure of a template, answered now. */
export async function answerFigures(
  ask: (bound: BoundFigure) => Promise<Figure>,
  figures: Readonly<Record<string, BoundFigure>>,
): Promise<Map<string, AnsweredFigure>> {
  const answered = new Map<string, AnsweredFigure>()
  for (const [key, bound] of Object.entries(figures))
    answered.set(key, answerOf(key, await ask(bound), bound))
  return answered
}

/** What a figure answers a question that is bound to it: the whole, or the line picked. */
export function answerOf(key: string, figure: Figure, bound: BoundFigure): AnsweredFigure {
  const counts = linesMeant(figure, bound)
  return {
    key,
    title: titleOf(figure, bound),
    bound,
    value: shownValue(counts, bound),
    ...(counts.n === undefined ? {} : { n: counts.n }),
    printed: printed(counts, bound),
    whole: wholeOf(figure, bound),
    definition: figure.definition,
    from: figure.from,
    to: figure.to,
    as_at: figure.as_at,
    query: `${figure.query}${ofLine(bound)}`,
  }
}

/** What a query says of the line or lines picked: `figure.query` counts the whole. */
const ofLine = ({ pick = {} }: BoundFigure) =>
  Object.entries(pick)
    .map(([name, codes], at) => {
      const listed = codes.split('|').map((code) => `'${code.replaceAll("'", "''")}'`)
      const is = codes === 'not-stated' ? 'is null' : `in (${listed.join(', ')})`
      return ` ${at === 0 ? 'where' : 'and'} ${name} ${is}`
    })
    .join('')

/** The line picked, or several ('a|b') added up, or the whole figure. A line that is not there counts nought. */
function linesMeant(figure: Figure, { pick }: BoundFigure): Counts {
  if (!pick) return figure
  const lines = (figure.by ?? []).filter((line) =>
    Object.entries(pick).every(([dimension, codes]) => codes.split('|').includes(String(line[dimension]))),
  )
  return lines.length === 1 ? lines[0]! : { value: lines.reduce((sum, line) => sum + line.value, 0) }
}

const shownValue = (counts: Counts, { show }: BoundFigure): number =>
  show === 'n'
    ? (counts.n ?? 0)
    : show === 'value' || show === 'percent'
      ? counts.value
      : Number(counts[show] ?? 0)

function printed(counts: Counts, bound: BoundFigure): string {
  if (bound.show !== 'percent') return numberInWords(shownValue(counts, bound))
  return counts.n ? percentageInWords(counts.value, counts.n) : 'no answers'
}

function titleOf(figure: Figure, { pick, only, show, over }: BoundFigure): string {
  const { dimensions } = measureNamed(figure.measure)
  const words = Object.entries({ ...only, ...pick }).map(([name, codes]) =>
    codes
      .split('|')
      .map((code) => dimensions[name]?.words?.[code]?.toLowerCase() ?? code)
      .join(' or '),
  )
  const part = show === 'value' ? '' : show === 'percent' ? ', per cent' : `, ${show}`
  const when = over === 'year_before' ? ', the period before' : ''
  return `${figure.title}${words.length > 0 ? `: ${words.join(', ')}` : ''}${part}${when}`
}

function wholeOf(figure: Figure, bound: BoundFigure) {
  const { measure, only } = bound
  const whole = { ...bound, show: 'value', pick: undefined }
  return {
    id: [measure, ...Object.values(only), ...(bound.over === 'year_before' ? ['before'] : [])]
      .join('_')
      .replaceAll(/\W/g, '_'),
    title: titleOf(figure, whole),
    printed: printed(figure, whole),
  }
}
