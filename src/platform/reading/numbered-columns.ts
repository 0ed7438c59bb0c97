import type { ColumnSource } from './column-sources.ts'

type Columns = Readonly<Record<string, ColumnSource | undefined>>

/** Whether columns stand in the profile once for several things of one row: "Box {n}". */
export const areNumbered = (columns: unknown): boolean => JSON.stringify(columns).includes('{n}')

/** The columns of the n-th of several things of one row, "{n}" being its number, with the names of those that are its own. */
export function numberedColumns<C extends Columns>(columns: C, n: number): { columns: C; own: string[] } {
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
