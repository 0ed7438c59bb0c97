import type { Update } from '#delivery-plan'
import type { Block, FigureNote, Run, Runs } from '#platform/documents/document.ts'
import { runsOf } from '#platform/documents/document.ts'
import { dayInWords, dayOf } from '#platform/words/dates.ts'
import type { CountedHere } from './counted-here.ts'
import { numbersIn } from './numbers-in-words.ts'
import { numbersOfUpdate } from './numbers-of-update.ts'
import type { FigureSource } from './queries.ts'

export type Sources = ReadonlyMap<string, readonly FigureSource[]>

const idOf = ({ figure_source_id }: FigureSource) => `said_${figure_source_id.replaceAll('-', '_')}`

/** Makes figures of the numbers in one update's words whose source is known, as its words are printed run by run. */
export function figureMarker(update: Update, sources: Sources): (runs: Runs) => Runs {
  const known = sources.get(update.update_id)
  if (!known) return (runs) => runs
  const seen = new Map<string, number>()
  const mark = (text: string): Run[] => {
    const marked: Run[] = []
    let from = 0
    for (const { figure, at } of numbersIn(text)) {
      const place = (seen.get(figure) ?? 0) + 1
      seen.set(figure, place)
      const source = known.find((one) => one.figure === figure && one.place === place)
      if (!source) continue
      const href = `/deliverables/${update.deliverable_id}`
      marked.push(text.slice(from, at), { figure: idOf(source), text: figure, href })
      from = at + figure.length
    }
    return [...marked, text.slice(from)].filter((run) => run !== '')
  }
  return (runs) => runsOf(runs).flatMap((run): Run[] => (typeof run === 'string' ? mark(run) : [run]))
}

/** The same for words that are printed as paragraphs and lists. */
export function markBlocks(blocks: readonly Block[], mark: (runs: Runs) => Runs): Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, text: mark(block.text) }
      : block.kind === 'bullets'
        ? { ...block, items: block.items.map(mark) }
        : block,
  )
}

/** What the list at the end says of each, in the order they stand in: what it is a figure of, its source, when it was so, and who entered it. */
export const notesOfSources = (
  updates: readonly Update[],
  sources: Sources,
  counted: ReadonlyMap<string, CountedHere>,
): FigureNote[] =>
  updates.flatMap((update) => {
    const known = sources.get(update.update_id) ?? []
    return numbersOfUpdate(update).flatMap(({ figure, place }) => {
      const source = known.find((one) => one.figure === figure && one.place === place)
      return source ? [noteOf(update, source, counted.get(source.figure_source_id))] : []
    })
  })

const noteOf = (
  { deliverable_id }: Update,
  source: FigureSource,
  counted: CountedHere | undefined,
): FigureNote => ({
  id: idOf(source),
  name: source.about,
  value: source.figure,
  definition: `${counted ? `${counted.agrees ? 'Counted here' : `Counted here the records give ${counted.value}, not ${source.figure}`}: ${counted.words} ${counted.period}.` : 'Not counted here.'} Source: ${source.origin}. Entered by ${source.entered_by_name}, ${dayInWords(dayOf(source.entered_at))}.`,
  ...(source.n ? { n: source.n } : source.figure.endsWith('%') ? { n: 'not given' } : {}),
  as_at: source.as_at_on ? dayInWords(source.as_at_on) : 'not given',
  href: counted?.href ?? `/deliverables/${deliverable_id}`,
})
