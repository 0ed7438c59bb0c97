import type { Ctx } from '#platform/act.ts'
import { performanceYearOf, wordsFor } from '#reference'
import { type Measure, measureNamed } from '../measures/index.ts'
import { type Asked, askFigure, type Figure, filtersOf } from './ask-figure.ts'
import { figureTable } from './figure-table.ts'
import { CONFIDENTIAL, hideBelow } from '../disclosure/small-numbers.ts'
import { refuse } from '#platform/errors.ts'

/** What a reader may see: a provider its own figures in full and the list behind them, the Commissioner's office the area's, protected. */
export type Reader = { held_by: string[] | undefined; threshold: number; mayOpenList: boolean; of: string }

/** The teams of the reader's own organisation, or none for the whole area. */
export async function readerOf(ctx: Ctx): Promise<Reader> {
  if (ctx.actor.organisation_kind !== 'provider')
    return {
      held_by: undefined,
      threshold: await hideBelow(ctx, 'office'),
      mayOpenList: false,
      of: ctx.actor.area_name,
    }
  const teams = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('organisation_id', '=', ctx.actor.organisation_id)
    .execute()
  return {
    held_by: teams.map((team) => team.team_id),
    threshold: 0,
    mayOpenList: true,
    of: ctx.actor.organisation_name,
  }
}

/** What the address asks: the measure, the period (this performance year unless told), the breakdown and the filters. */
export function askedBy(ctx: Ctx, measure: string): Asked & { by: string[]; only: Record<string, string> } {
  const { from, to, by = '', ...rest } = ctx.query
  const known = measureNamed(measure)
  const year = performanceYearOf(ctx.today)
  const only = Object.fromEntries(
    filtersOf(known).flatMap((name) => (rest[name] ? [[name, rest[name]]] : [])),
  )
  return {
    measure,
    from: from || year.from,
    to: to || ctx.today,
    by: inOrder(known, by.split(',').filter(Boolean)),
    only,
  }
}

/** Breakdowns in the order that the measure tells them, whatever order they were asked in; what it does not have comes last, to be refused. */
const inOrder = (measure: Measure, by: readonly string[]) => [
  ...Object.keys(measure.dimensions).filter((name) => by.includes(name)),
  ...by.filter((name) => !(name in measure.dimensions)),
]

/** What a question is kept to, in words: 'Support: Longer-term'; nothing where everything is counted. */
export function keptTo(measure: Measure, only: Readonly<Record<string, string>> = {}): string {
  return Object.entries(only)
    .map(([name, values]) => {
      const { title, words = {} } = measure.dimensions[name] ?? {}
      if (!title)
        return name === 'yes'
          ? `${values === 'true' ? 'those that' : 'not those that'} ${measure.share?.yes}`
          : values
      const said = values.split('|').map((value) => wordsFor({ 'not-stated': 'Not stated', ...words }, value))
      return `${title}: ${said.join(' or ')}`
    })
    .join('; ')
}

/** The query part of an address that asks the same again, with some of it changed. */
export function sameQuestion(asked: Asked, change: Partial<Asked> = {}): string {
  const { from, to, by = [], only = {} } = { ...asked, ...change }
  return new URLSearchParams({ from, to, ...(by.length > 0 ? { by: by.join(',') } : {}), ...only }).toString()
}

/** The figure that the address asks, for this reader. */
export async function readFigure(
  ctx: Ctx,
  name: string,
): Promise<{ measure: Measure; asked: ReturnType<typeof askedBy>; reader: Reader; figure: Figure }> {
  const reader = await readerOf(ctx)
  const asked = askedBy(ctx, name)
  if (reader.threshold > 0) await refuseTelling(ctx, asked, reader.threshold)
  const figure = await askFigure(ctx, { ...asked, ...(reader.held_by ? { held_by: reader.held_by } : {}) })
  return { measure: measureNamed(name), asked, reader, figure }
}

/**
 * A line asked by itself (`only`) tells no more than it does in its table: refuses one that is hidden there, and more than two breakdowns at
 * once, whose tables nobody could hold against each other.
 */
async function refuseTelling(
  ctx: Ctx,
  asked: Required<Pick<Asked, 'by' | 'only'>> & Asked,
  threshold: number,
): Promise<void> {
  const { dimensions } = measureNamed(asked.measure)
  const narrowed = Object.keys(asked.only).filter((name) => name in dimensions)
  const by = [...new Set([...narrowed, ...asked.by])]
  if (by.length > 2)
    refuse('by', 'Break down by two things at most: by more, small counts could be worked out')
  if (Object.keys(asked.only).length === 0) return
  const whole = await askFigure(ctx, { ...asked, by, only: {} })
  const { rows } = figureTable(by.length > 0 ? whole : { ...whole, by: undefined }, threshold)
  const lines: Record<string, unknown>[] = whole.by ?? [whole]
  const kept = lines.flatMap((line, index) =>
    narrowed.every((name) => asked.only[name]!.split('|').includes(String(line[name]))) ? [rows[index]] : [],
  )
  if (kept.some((row) => row === undefined || row.value === CONFIDENTIAL))
    refuse('only', 'This is too small a part to be shown by itself without telling about a person')
}
