import type { BoundHeadings } from './bind-columns.ts'
import type { ColumnSource } from './column-sources.ts'

type Columns = Readonly<Record<string, ColumnSource | undefined>>

/** Whether columns stand in the profile once for several things of one row: "Box {n}". */
export const areNumbered = (columns: unknown): boolean => JSON.stringify(columns).includes('{n}')

/** The columns of the n-th of several things of one row, "{n}" being its number, with the names of those that are its own. */
function numberedColumns<C extends Columns>(columns: C, n: number): { columns: C; own: string[] } {
  const own = new Set<string>()
  const put = (name: string | number) => {
    if (typeof name === 'number' || !name.includes('{n}')) return name
    const numbered = name.replaceAll('{n}', String(n))
    own.add(numbered)
    return numbered
  }
  const numbered = Object.fromEntries(
    Object.entries(columns).map(([field, source]) => [
      field,
      source && {
        ...source,
        ...(source.column === undefined ? {} : { column: put(source.column) }),
        ...(source.columns === undefined ? {} : { columns: source.columns.map(put) }),
      },
    ]),
  )
  return { columns: numbered as C, own: [...own] }
}

/**
 * The numbered things that a file has columns for, from 1: the columns of each, and the places of its own. One that has some of its
 * columns is there. Throws a sentence where the file has more than `most`, which would otherwise be passed over in silence.
 */
export function numberedInFile<C extends Columns>(
  columns: C,
  headings: BoundHeadings,
  { most, part }: { most: number; part: string },
): { columns: C; places: number[] }[] {
  const found: { columns: C; places: number[] }[] = []
  for (let n = 1; ; n++) {
    const { columns: its, own } = numberedColumns(columns, n)
    const there = own.filter((name) => headings.find(name) !== undefined)
    if (n > 1 && there.length === 0) return found
    if (n > most)
      throw new Error(
        `The file has a column “${there[0]}”, and the profile has room for ${most}: say "${part}": ${n}, or as many as there are.`,
      )
    found.push({ columns: its, places: there.map((name) => headings.find(name)!) })
  }
}
