import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { performanceYearOf } from '#reference'
import { dayInWords, dayOf } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'

/** A measure that can be linked or put in a text, by its name: measures themselves are a higher module's. */
export type LinkedMeasure = { name: string; title: string; unit: string; share: boolean }

/** A figure as it was when asked: printed as a reader sees it, `measured` for rules (a share is in per cent). */
export type AskedFigure = {
  printed: string
  measured: number | null
  n: string | null
  definition: string
  as_at: string
  href: string
}

/** Where figures come from: handed in from the assembly, which fills it from the measures. */
export type FigureSource = {
  measures: readonly LinkedMeasure[]
  /** Small counts are printed as protected; nothing of a person is ever in it. */
  ask: (ctx: Ctx, asked: { measure: string; from: string; to: string }) => Promise<AskedFigure>
}

/** A figure in the words of an update, as it stood when they were written. */
export type KeptFigure = {
  marker: string
  measure: string | null
  name: string
  printed: string
  n: string | null
  definition: string
  period: string | null
  from: string | null
  to: string | null
  as_at: string
  href: string
}

/** The period an update is about, and the first day of its performance year. */
export type AboutPeriod = { from: string; to: string; year_from: string }

export type SourcedFigure = {
  sourced_figure_id: string
  plan_id: string
  name: string
  value: string
  n: string | null
  origin: string
  as_at_on: string | null
  recorded_at: Date
  recorded_by_name: string
}

type Choice = {
  marker: string
  measure?: string
  from?: string
  to?: string
  sourced?: SourcedFigure
}

const lower = (text: string) => text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** Everything that can be put in the text, by the words that stand for it there: `referrals received, this quarter`. */
export function figureChoices(
  measures: readonly LinkedMeasure[],
  about: AboutPeriod,
  sourced: readonly SourcedFigure[],
): Choice[] {
  const { quarter, year, before } = periodsAbout(about)
  const periods = [
    ['this quarter', quarter],
    ['this year so far', year],
    ['last year', before],
  ] as const
  return [
    ...measures.flatMap(({ name, title }) =>
      periods.map(([words, period]) => ({ marker: `${lower(title)}, ${words}`, measure: name, ...period })),
    ),
    ...sourced.map((one) => ({ marker: one.name, sourced: one })),
  ]
}

/** The periods a figure can be asked of: the cycle's own, its performance year so far, and the whole year before. */
export function periodsAbout({ from, to, year_from }: AboutPeriod) {
  const before = performanceYearOf(`${Number(year_from.slice(0, 4)) - 1}-06-01`)
  return {
    quarter: { from, to },
    year: { from: year_from, to },
    before: { from: before.from, to: before.to },
  }
}

const MARKERS = /\{\{\s*([^{}]+?)\s*\}\}/g

/** The figures named in a text, once each. */
export const markersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(MARKERS)].map(([, marker = '']) => marker.replaceAll(/\s+/g, ' '))),
]

/** The text cut at its figures: words, and markers in their place. */
export const cutAtFigures = (text: string): { words?: string; marker?: string }[] =>
  text
    .split(/(\{\{[^{}]+\}\})/)
    .filter(Boolean)
    .map((part) => {
      const marker = /^\{\{\s*([^{}]+?)\s*\}\}$/.exec(part)?.[1]?.replaceAll(/\s+/g, ' ')
      return marker === undefined ? { words: part } : { marker }
    })

/** Every figure named in the text, asked now, and the names that stand for none. */
export async function findFigures(
  ctx: Ctx,
  source: FigureSource,
  text: string,
  about: AboutPeriod,
  sourced: readonly SourcedFigure[],
): Promise<{ kept: KeptFigure[]; unknown: string[] }> {
  const choices = figureChoices(source.measures, about, sourced)
  const kept: KeptFigure[] = []
  const unknown: string[] = []
  for (const marker of markersIn(text)) {
    const choice = choices.find((one) => one.marker.toLowerCase() === marker.toLowerCase())
    if (!choice) unknown.push(marker)
    else
      kept.push(
        choice.sourced ? keepSourced(marker, choice.sourced) : await keepAsked(ctx, source, marker, choice),
      )
  }
  return { kept, unknown }
}

/** What is said of a name in braces that is not one of the list. */
export const noSuchFigure = (marker: string) =>
  `There is no figure called “${marker}”. Choose one from the list.`

/** Every figure named in the text, asked now: this is what the update will say for good. Refuses the field `words` when a name stands for none. */
export async function keepFigures(...asked: Parameters<typeof findFigures>): Promise<KeptFigure[]> {
  const { kept, unknown } = await findFigures(...asked)
  if (unknown[0] !== undefined) refuse('words', noSuchFigure(unknown[0]))
  return kept
}

async function keepAsked(
  ctx: Ctx,
  source: FigureSource,
  marker: string,
  choice: Choice,
): Promise<KeptFigure> {
  const [measure, from, to] = [choice.measure!, choice.from!, choice.to!]
  const { printed, n, definition, as_at, href } = await source.ask(ctx, { measure, from, to })
  const name = source.measures.find((one) => one.name === measure)!.title
  return {
    marker,
    measure,
    name,
    printed,
    n,
    definition,
    period: periodInWords({ from, to }),
    from,
    to,
    as_at,
    href,
  }
}

const keepSourced = (marker: string, one: SourcedFigure): KeptFigure => ({
  marker,
  measure: null,
  name: one.name,
  printed: one.value,
  n: one.n,
  definition: `Not counted here. Source: ${one.origin}. Entered by ${one.recorded_by_name}, ${dayInWords(dayOf(one.recorded_at))}.`,
  period: null,
  from: null,
  to: null,
  as_at: one.as_at_on ? `${one.as_at_on}T12:00:00Z` : one.recorded_at.toISOString(),
  href: `/delivery-plans/${one.plan_id}#sourced-figures`,
})
