import type { Ctx } from '#platform/act.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { type AboutPeriod, type FigureSource, periodsAbout } from '../updates/figures-in-text.ts'
import type { Deliverable } from './queries.ts'

type Over = 'quarter' | 'year' | 'before'

/** A linked measure as it stands now, over three periods: printed with what it is out of. */
export type LinkedFigures = {
  title: string
  href: string
  periods: Record<Over, string>
  figures: Record<Over, string>
}

/** What the measures linked to a deliverable say: first the one its colour is proposed by. A measure that is no longer counted is left out. */
export async function askLinkedFigures(
  ctx: Ctx,
  source: FigureSource,
  { measure, also_measures }: Deliverable,
  about: AboutPeriod,
): Promise<LinkedFigures[]> {
  const names = new Set([measure, ...also_measures])
  const linked: LinkedFigures[] = []
  for (const name of names) {
    const known = source.measures.find((one) => one.name === name)
    if (!known) continue
    const [periods, figures] = [{} as Record<Over, string>, {} as Record<Over, string>]
    for (const [over, { from, to }] of Object.entries(periodsAbout(about)) as [Over, AboutPeriod][]) {
      const { printed, n } = await source.ask(ctx, { measure: known.name, from, to })
      periods[over] = periodInWords({ from, to })
      figures[over] = printed.endsWith('%') && n ? `${printed} of ${n}` : printed
    }
    linked.push({ title: known.title, href: `/measures/${known.name.split(':')[0]}`, periods, figures })
  }
  return linked
}
