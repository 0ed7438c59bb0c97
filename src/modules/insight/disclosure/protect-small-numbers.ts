import { whatCanBeSolved, type Equation } from './solve-hidden.ts'

/** A count in a table, by its place on each axis of the table. */
export type Cell = { at: readonly string[]; value: number }

/** Stands for "all of this axis" in the place of a total. */
export const ALL = '*'

/** What may be printed of a table: `hidden` has the indexes of its cells, `mayShow` answers for any cell or total by its place. */
export type Protected = { hidden: ReadonlySet<number>; mayShow: (at: readonly string[]) => boolean }

type Known = Cell & { hidden: boolean }

/**
 * Which counts must be hidden so that none from 1 to `threshold` - 1 can be read, or worked out from everything else that is printed: the
 * other cells, and every total, over one axis or several, of this table and of the table by fewer axes (domain reference, 10.1). Zeros are
 * shown unless they must keep others company. Totals are settled before what they are made of, so that a table by class hides the same
 * whether it is asked alone or by class and district. Undefined when nothing could be shown that does not tell: then no table is printed.
 */
export function protectSmallNumbers(cells: readonly Cell[], threshold: number): Protected | undefined {
  const known = new Map<string, Known>()
  const lines = new Map<readonly number[], Line[]>()
  for (const axes of subsets(cells[0]?.at.length ?? 0)) {
    const table = totals(cells, axes, threshold)
    for (const cell of table) known.set(keyOf(cell.at), cell)
    lines.set(axes, linesOf(table, known, axes))
    const within = [...lines]
      .filter(([fewer]) => fewer.every((axis) => axes.includes(axis)))
      .flatMap(([, known]) => known)
    if (!hideUntilUnsolvable(table, within)) return undefined
  }
  const mayShow = (at: readonly string[]) => known.get(keyOf(at))?.hidden !== true
  return { hidden: new Set([...cells.keys()].filter((index) => !mayShow(cells[index]!.at))), mayShow }
}

const keyOf = (at: readonly string[]) => JSON.stringify(at)

/** Every choice of axes, the fewest first. */
function subsets(count: number): number[][] {
  const all: number[][] = [[]]
  for (let axis = 0; axis < count; axis++) all.push(...all.map((chosen) => [...chosen, axis]))
  return all.toSorted((a, b) => a.length - b.length || (keyOf(a.map(String)) < keyOf(b.map(String)) ? -1 : 1))
}

/** The table by these axes alone, with what is small in it hidden. */
function totals(cells: readonly Cell[], axes: readonly number[], threshold: number): Known[] {
  const sums = new Map<string, Known>()
  for (const { at, value } of cells) {
    const place = at.map((name, axis) => (axes.includes(axis) ? name : ALL))
    const sum = sums.get(keyOf(place)) ?? { at: place, value: 0, hidden: false }
    sums.set(keyOf(place), Object.assign(sum, { value: sum.value + value }))
  }
  for (const sum of sums.values()) sum.hidden = sum.value > 0 && sum.value < threshold
  return [...sums.values()]
}

type Line = { total: Known; parts: readonly Known[] }

/** Every sum that is known of the table by these axes. */
const linesOf = (
  table: readonly Known[],
  known: ReadonlyMap<string, Known>,
  axes: readonly number[],
): Line[] =>
  axes.flatMap((axis) =>
    [...Map.groupBy(table, ({ at }) => keyOf(at.with(axis, ALL)))].map(([total, parts]) => ({
      total: known.get(total)!,
      parts,
    })),
  )

/**
 * Hides more of the table, the smallest first, until nothing hidden in it or in its totals can be worked out; then shows again, the largest
 * first, what turns out not to be needed. False when that cannot be.
 */
function hideUntilUnsolvable(table: readonly Known[], lines: readonly Line[]): boolean {
  const own = new Set(table)
  const smallest = (cells: readonly Known[]) =>
    cells.filter((cell) => !cell.hidden && own.has(cell)).toSorted((a, b) => rank(a.value) - rank(b.value))[0]
  const companies: Known[] = []
  for (let solved = solvedIn(lines); solved.size > 0; solved = solvedIn(lines)) {
    const touched = lines.filter(
      ({ total, parts }) => solved.has(total) || parts.some((part) => solved.has(part)),
    )
    const company = smallest(touched.flatMap(({ parts }) => parts)) ?? smallest(table)
    if (!company) return false
    company.hidden = true
    companies.push(company)
  }
  for (const company of companies.toSorted((a, b) => b.value - a.value)) {
    company.hidden = false
    company.hidden = solvedIn(lines).size > 0
  }
  return true
}

/** A zero is the last to be hidden: it tells the least about anybody. */
const rank = (value: number) => (value === 0 ? Number.MAX_SAFE_INTEGER : value)

/** The hidden counts that the equations of the table give away. */
function solvedIn(lines: readonly Line[]): Set<Known> {
  const unknowns: Known[] = [
    ...new Set(lines.flatMap(({ total, parts }) => [total, ...parts]).filter(({ hidden }) => hidden)),
  ]
  const places = new Map(unknowns.map((cell, index) => [cell, index]))
  const equations = lines.flatMap(({ total, parts }): Equation[] => {
    const terms = parts
      .filter(({ hidden }) => hidden)
      .map((part) => ({ index: places.get(part)!, sign: 1 as const }))
    const shown = parts.reduce((sum, part) => sum + (part.hidden ? 0 : part.value), 0)
    if (total.hidden) return [{ terms: [...terms, { index: places.get(total)!, sign: -1 }], equals: -shown }]
    return terms.length === 0 ? [] : [{ terms, equals: total.value - shown }]
  })
  // While no zero is hidden, whoever reads the table knows that each hidden count is at least one.
  const least = unknowns.some(({ value }) => value === 0) ? 0 : 1
  return new Set(whatCanBeSolved(unknowns.length, equations, least).map((index) => unknowns[index]!))
}
