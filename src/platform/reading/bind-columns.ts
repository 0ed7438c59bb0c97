import type { ColumnSource } from './column-sources.ts'

const plain = (heading: string) =>
  heading
    .replace(/[\s\ufeff]+/g, ' ')
    .trim()
    .toLowerCase()

/** Finds the columns of a file by heading or position. */
export class BoundHeadings {
  #places = new Map<string, number>()
  #twice = new Set<string>()
  headings: readonly string[] | null

  constructor(headings: readonly string[] | null) {
    this.headings = headings
    for (const [place, heading] of (headings ?? []).entries()) {
      const key = plain(heading)
      if (this.#places.has(key)) this.#twice.add(key)
      else this.#places.set(key, place)
    }
  }

  /** The index of a column; undefined when the file has none of that name or number. Throws when two have the name. */
  find(column: string | number): number | undefined {
    if (typeof column === 'number')
      return this.headings && column > this.headings.length ? undefined : column - 1
    const key = plain(column)
    if (this.#twice.has(key))
      throw new Error(
        `The file has two columns “${column}”: name the one that is meant by its position, a number from 1.`,
      )
    return this.#places.get(key)
  }

  /** How people know a column: its heading, or its number. */
  name(column: string | number): string {
    return typeof column === 'string' ? column : this.headings?.[column - 1]?.trim() || `number ${column}`
  }
}

/** The columns that a source names. */
export const columnsNamed = (source: ColumnSource): (string | number)[] =>
  source.columns ?? (source.column === undefined ? [] : [source.column])

/** The sentence for columns that the file does not have, with a guess at the reason. */
export function missingColumns(
  missing: string[],
  headings: readonly string[] | null,
  none_there: boolean,
): string {
  const list = missing.map((name) => `“${name}”`).join(', ')
  const only = headings?.length === 1 ? headings[0]! : undefined
  const guess = only && /[;\t|,]/.exec(only)?.[0]
  const other = none_there
    ? ' None of the columns that the profile names is there: has the file no headings, or has it them on another line? The profile says so with "header_row".'
    : ''
  const hint = guess
    ? ` Its headings are one cell, “${only.slice(0, 60)}”: is the separator “${guess === '\t' ? 'tab' : guess}”?`
    : headings
      ? ` Its columns are: ${headings
          .map((h) => h.trim())
          .join(', ')
          .slice(0, 600)}.${other}`
      : ' The profile says that it has no headings.'
  return `The file has no column ${list}, which the profile asks for.${hint}`
}
