/** A count in a table, by its place on each axis of the table. */
export type Cell = { at: readonly string[]; value: number }

/**
 * Which cells must be hidden so that no count from 1 to `threshold` - 1 can be read, or worked out from the row, column and grand totals that
 * are printed beside them (domain reference, 10.1). Zeros are shown. Returns the hidden cells' indexes.
 *
 * In every line of the table that has a total, either nothing is hidden, or at least two cells are and their sum leaves room for doubt: as
 * hidden cells are known to be at least 1, a sum equal to their number would tell them all.
 */
export function hideSmallNumbers(cells: readonly Cell[], threshold: number): Set<number> {
  const hidden = new Set<number>()
  for (const [index, { value }] of cells.entries()) if (value > 0 && value < threshold) hidden.add(index)
  const lines = linesOf(cells)
  for (let changed = hidden.size > 0; changed;) {
    changed = false
    for (const line of lines) {
      const covered = line.filter((index) => hidden.has(index))
      if (covered.length === 0 || (covered.length > 1 && sum(cells, covered) > covered.length)) continue
      const next = line
        .filter((index) => !hidden.has(index))
        .toSorted((a, b) => rank(cells[a]!.value) - rank(cells[b]!.value))[0]
      if (next === undefined) continue // the whole line is hidden: its total is protected by whoever prints it
      hidden.add(next)
      changed = true
    }
  }
  return hidden
}

/** A zero is the last to be hidden: it tells the least about anybody. */
const rank = (value: number) => (value === 0 ? Number.MAX_SAFE_INTEGER : value)

const sum = (cells: readonly Cell[], indexes: readonly number[]) =>
  indexes.reduce((total, index) => total + cells[index]!.value, 0)

/** Every line with a total: for each axis, the cells that share all their other places. */
function linesOf(cells: readonly Cell[]): number[][] {
  const axes = cells[0]?.at.length ?? 0
  return Array.from({ length: axes }, (_, axis) => [
    ...Map.groupBy(cells.keys(), (index) => JSON.stringify(cells[index]!.at.toSpliced(axis, 1))).values(),
  ]).flat()
}

/** The totals that would give away their line, because every cell of it is hidden and they are small: whoever prints them hides them too. */
export const mustHideTotal = (total: number, threshold: number): boolean => total > 0 && total < threshold
