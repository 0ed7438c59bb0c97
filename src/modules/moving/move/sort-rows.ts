import type { MovedFile } from '../profile/fields.ts'
import type { ReadRow } from '../profile/open-moved-file.ts'
import { makeDayCheck } from './possible-days.ts'
import type { Refused } from './proof.ts'
import type { Place, Row, Step } from './step.ts'

/** A batch told apart: what can be loaded with its ids, what cannot and why, and how many rows the profile leaves out. */
export type Sorted<Ready> = { ready: Ready[]; ids: string[]; refused: Refused[]; left_out: number }

/**
 * Tells rows that can be loaded from those that cannot, and counts what the export says of all it could read. One for all files of a kind,
 * so that a number which stands in two of them is seen.
 */
export function makeSorter<File extends MovedFile, Ready extends { row: number }>(
  step: Step<File, Ready>,
  place: Place,
) {
  const seen = new Map<string, { called: string; row: number }>()
  const times = new Map<string, number>()
  const inExport = new Map<string, number>()
  const wrongDays = makeDayCheck(step.name)
  const nth = (...content: (string | number | null)[]) => {
    const key = JSON.stringify(content)
    times.set(key, (times.get(key) ?? 0) + 1)
    return times.get(key)!
  }
  const sort = (called: string, rows: readonly ReadRow<File>[]): Sorted<Ready> => {
    const sorted: Sorted<Ready> = { ready: [], ids: [], refused: [], left_out: 0 }
    for (const read of rows) {
      if (read.left_out) sorted.left_out++
      else if (read.problem !== undefined) sorted.refused.push({ row: read.row, reason: read.problem })
      else take(called, { row: read.row, ...read.values }, sorted)
    }
    return sorted
  }
  const take = (called: string, row: Row<File>, { ready, ids, refused }: Sorted<Ready>) => {
    for (const [what, amount] of step.tally(row, nth, place))
      inExport.set(what, (inExport.get(what) ?? 0) + amount)
    const wrong = wrongDays(row)
    const made = wrong === undefined ? step.make(row, place, nth) : { reason: wrong }
    if (made.id === undefined) {
      refused.push({ row: row.row, reason: made.reason })
      return
    }
    const before = seen.get(made.id)
    if (before) {
      const where = before.called === called ? '' : ` of ${before.called}`
      refused.push({ row: row.row, reason: `Row ${before.row}${where} has the same reference` })
      return
    }
    seen.set(made.id, { called, row: row.row })
    ready.push(made.ready)
    ids.push(made.id)
  }
  return { sort, inExport }
}
