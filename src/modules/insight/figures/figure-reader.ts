import type { Ctx } from '#platform/act.ts'
import { performanceYearOf } from '#reference'
import { type Measure, measureNamed } from '../measures/index.ts'
import { type Asked, askFigure, type Figure, filtersOf } from './ask-figure.ts'
import { OFFICE_THRESHOLD } from './figure-table.ts'

/** What a reader may see: a provider its own figures in full and the list behind them, the Commissioner's office the area's, protected. */
export type Reader = { held_by: string[] | undefined; threshold: number; mayOpenList: boolean; of: string }

/** The teams of the reader's own organisation, or none for the whole area. */
export async function readerOf(ctx: Ctx): Promise<Reader> {
  if (ctx.actor.organisation_kind !== 'provider')
    return { held_by: undefined, threshold: OFFICE_THRESHOLD, mayOpenList: false, of: ctx.actor.area_name }
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
  return { measure, from: from || year.from, to: to || ctx.today, by: by.split(',').filter(Boolean), only }
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
  const figure = await askFigure(ctx, { ...asked, ...(reader.held_by ? { held_by: reader.held_by } : {}) })
  return { measure: measureNamed(name), asked, reader, figure }
}
