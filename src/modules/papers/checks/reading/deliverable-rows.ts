import { colourOf } from './update-heading.ts'

/** A row of a plan's table: what is to be delivered, by whom, how it stands, and what is said of it in the same row. */
export type DeliverableRow = {
  /** As printed: '7', '1.4'; undefined where the row has none. */
  number: string | undefined
  owners: string
  words: string
  status: string
  said: string[]
}

/** Where a table says what stands in its columns; -1: it does not. */
export type Columns = { words: number; owners: number; said: number; ruled: boolean }

const NAMES = {
  words:
    /\b(?:deliverables?|actions?|activit(?:y|ies)|objectives?|milestones?|commitments?|what we will do|description)\b/i,
  owners: /\b(?:owners?|leads?|organisation|responsible|responsibility|by whom|officer)\b/i,
  said: /\b(?:progress|updates?|commentary|narrative|position|what (?:we|has been) d(?:id|one)|comments?)\b/i,
} as const

/** What the first row of a table says of its columns. */
export function columnsOf(heading: readonly string[] = []): Columns {
  const at = (name: RegExp) => heading.findIndex((cell) => cell.length < 120 && name.test(cell))
  const said = at(NAMES.said)
  const words = heading.findIndex((cell, index) => index !== said && NAMES.words.test(cell))
  return {
    words,
    owners: at(NAMES.owners),
    said,
    ruled: heading.some((cell) => /\brag\b|status/i.test(cell)),
  }
}

const NUMBERED = /^\d{1,3}(?:\.\d{1,2})?\.?$|^\?$/
const linesOf = (cell: string) => cell.split('\n').filter((one) => one.trim() !== '')

/** The row as a deliverable: it has a colour, a number or a table that says it grades, and words; undefined for any other row. */
export function deliverableIn(cells: readonly string[], columns: Columns): DeliverableRow | undefined {
  const at = cells.findIndex((cell, index) => index > 0 && colourOf(cell) !== undefined)
  const numbered = NUMBERED.test(cells[0] ?? '')
  // A column of its own for progress is read as such only where another one has the words.
  const apart =
    columns.said >= 0 && columns.words >= 0 && cells.length > Math.max(columns.said, columns.words)
  const longest = apart ? cells[columns.words]! : (cells.toSorted((a, b) => b.length - a.length)[0] ?? '')
  if (at < 0 || longest.length < 15 || !(numbered || columns.ruled)) return undefined
  const [words = '', ...under] = linesOf(longest)
  const owners =
    (apart && columns.owners >= 0 ? cells[columns.owners] : undefined) ??
    cells.find((cell, index) => index !== at && cell !== longest && !NUMBERED.test(cell) && cell !== '') ??
    ''
  return {
    number: numbered && cells[0] !== '?' ? cells[0]!.replace(/\.$/, '') : undefined,
    owners,
    words,
    status: colourOf(cells[at]!)!,
    said: [...under, ...(apart ? linesOf(cells[columns.said]!) : [])].map((one) => one.trim()),
  }
}
