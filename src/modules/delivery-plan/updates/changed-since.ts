import type { Ctx } from '#platform/act.ts'
import type { AskedFigure, FigureSource, KeptFigure } from './figures-in-text.ts'

/** Figures kept in updates that read otherwise today, by `figureKey`: what a reader must be told. */
export type ChangedFigures = ReadonlyMap<string, AskedFigure>

/** One figure as one update keeps it: two updates may keep the same measure and period as it was on different days. */
export const figureKey = ({ measure, from, to, printed, n }: KeptFigure): string =>
  [measure, from, to, printed, n ?? ''].join(' ')

/**
 * Which of the figures that these updates keep have changed since they were written: each measure and period is asked once, now, and what is
 * printed (and what it is out of) is compared. Figures from elsewhere do not change; a measure that is no longer counted is left as it was.
 */
export async function figuresChangedSince(
  ctx: Ctx,
  source: FigureSource,
  updates: readonly { figures: readonly KeptFigure[]; corrected?: boolean }[],
): Promise<ChangedFigures> {
  const changed = new Map<string, AskedFigure>()
  const asked = new Map<string, AskedFigure>()
  const known = new Set(source.measures.map(({ name }) => name))
  for (const kept of updates.filter(({ corrected }) => !corrected).flatMap(({ figures }) => figures)) {
    const { measure, from, to } = kept
    if (!measure || !from || !to || !known.has(measure)) continue
    const key = [measure, from, to].join(' ')
    const now = asked.get(key) ?? (await source.ask(ctx, { measure, from, to }))
    asked.set(key, now)
    if (now.printed !== kept.printed || now.n !== kept.n) changed.set(figureKey(kept), now)
  }
  return changed
}

/** How many figures of an update have changed since it was written. */
export const countChanged = (figures: readonly KeptFigure[], changed: ChangedFigures): number =>
  figures.filter((kept) => changed.has(figureKey(kept))).length
