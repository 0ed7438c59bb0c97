import {
  ahead,
  beginning,
  CELL_BREAK,
  FOOTNOTE,
  type Guess,
  type Line,
  type Piece,
  RULE_LINE,
} from '../pieces.ts'
import {
  beginsAnother,
  cellsOf,
  type Columns,
  columnsByContent,
  columnsOfHeading,
  guessRow,
  numberOf,
  rowOfCells,
} from '../read-cells.ts'
import { joinBroken } from './join-lines.ts'
import { ownersInBrackets } from '../read-owner.ts'
import { readStatus } from '../read-status.ts'

const ROW = /^(\d{1,3}|\?)\.?\t([^\t]+)\t([^\t]+)\t([^\t]{0,12})$/
const STANDARD = 'number owner words status'
/** Rows of number, owner, words and colour, each with its updates in the lines that follow: as the Theme papers have them. */
export function standardRows(lines: readonly Line[]): Piece[] | undefined {
  const headings = lines.flatMap(({ text }) => columnsOfHeading(text)?.join(' ') ?? [])
  if (headings.some((heading) => heading !== STANDARD)) return undefined
  let begun = false
  const pieces = lines.map(({ line, text }): Piece => {
    const row = ROW.exec(text)
    if (row) {
      begun = true
      const [, number = '', owners = '', words = '', colour = ''] = row
      const status = readStatus(colour)
      const [first = '', ...under] = words.trim().split(CELL_BREAK)
      return {
        line,
        text,
        is: 'row',
        row: {
          ...(number === '?' ? {} : { number: Number(number) }),
          owners: owners.trim().replaceAll(CELL_BREAK, '/'),
          words: first,
          status: status?.status ?? null,
          ...(status?.told ? { told: status.told } : {}),
          under,
        },
      }
    }
    begun ||= columnsOfHeading(text) !== undefined
    return begun ? within({ line, text }) : ahead({ line, text })
  })
  return pieces.some(({ is }) => is === 'row') ? pieces : undefined
}

/** A line of a table, or after one of its rows, that is no row. */
function within({ line, text }: Line): Piece {
  if (FOOTNOTE.test(text)) return { line, text, is: 'note' }
  const begins = beginning({ line, text })
  if (begins) return begins
  const cells = cellsOf(text).filter(Boolean)
  if (cells.length < 2) return { line, text, is: 'under' }
  return columnsOfHeading(text)
    ? { line, text, is: 'rest' }
    : { line, text, is: 'unclear', ...guessOf(guessRow(cells)) }
}

const guessOf = (guess: Guess | undefined) => (guess ? { guess } : {})

/** Tables whose columns are told by their headings, in whatever order: each by its own. */
export function tableByHeadings(lines: readonly Line[]): Piece[] | undefined {
  const tables = lines.flatMap(({ text }, at) => (columnsOfHeading(text) ? [at] : []))
  if (tables.length === 0) return undefined
  const pieces = [
    ...lines.slice(0, tables[0]).map(ahead),
    ...tables.flatMap((at, index): Piece[] => [
      { ...lines[at]!, is: 'rest' },
      ...rowsOf(lines.slice(at + 1, tables[index + 1]), {
        columns: columnsOfHeading(lines[at]!.text)!,
        headings: cellsOf(lines[at]!.text),
      }),
    ]),
  ]
  return pieces.some(({ is }) => is === 'row') ? pieces : undefined
}

/** A table without headings, its columns told by what stands in them. */
export function tableByContent(lines: readonly Line[]): Piece[] | undefined {
  const tabbed = lines.filter(({ text }) => text.includes('\t') && !RULE_LINE.test(text))
  const widths = Map.groupBy(tabbed, ({ text }) => cellsOf(text).length)
  for (const [, alike] of [...widths].toSorted(([, a], [, b]) => b.length - a.length)) {
    const columns = alike.length < 3 ? undefined : columnsByContent(alike.map(({ text }) => cellsOf(text)))
    if (!columns) continue
    const from = lines.indexOf(alike[0]!)
    const pieces = [
      ...lines.slice(0, from).map(ahead),
      ...rowsOf(lines.slice(from), { columns, headings: [] }),
    ]
    if (pieces.some(({ is }) => is === 'row')) return pieces
  }
  return undefined
}

/** 'Q3', 'RAG now', 'March 2020': what may stand above a column of colours. */
const OF_COLOURS = /\bq(?:uarter|tr)?\.?\s*[1-4]\b|rag|status|rating|colour|current|now|previous|last|\d{2}$/i
const EARLIER = /previous|last|prior|before|earlier/i

/** What the rows of a table themselves say of its columns: no numbers at all, owners in brackets, the last of several columns of colours. */
function asFilled(lines: readonly Line[], { columns, headings }: Columns): Columns & { doubts: string[] } {
  const rows = lines.map(({ text }) => cellsOf(text)).filter((cells) => cells.filter(Boolean).length > 1)
  const doubts: string[] = []
  const unnumbered = !rows.some((cells) => numberOf(cells[columns.indexOf('number')] ?? ''))
  const coloured = columns.flatMap((column, index) => {
    const said = rows.flatMap((cells) => cells[index] || [])
    const all = said.length > 0 && said.filter((cell) => readStatus(cell)).length >= said.length * 0.8
    const heading = headings[index] ?? ''
    return column === 'status' || (column === 'other' && all && (heading === '' || OF_COLOURS.test(heading)))
      ? [index]
      : []
  })
  const last = coloured.findLast((index) => !EARLIER.test(headings[index] ?? '')) ?? coloured.at(-1)
  if (coloured.length > 1)
    doubts.push(
      `It has ${coloured.length} columns of colours: “${headings[last!] || `column ${last! + 1}`}” was read.`,
    )
  const words = rows.flatMap((cells) => cells[columns.indexOf('words')] || [])
  const ownerIn = columns.includes('owner') ? undefined : ownersInBrackets(words)
  if (ownerIn)
    doubts.push('It has no column of owners: they were read from the words, as in “(NW)” or “Lead: NW”.')
  return {
    columns: columns.map((column, index) =>
      (column === 'number' && unnumbered) || (column === 'status' && index !== last)
        ? 'other'
        : index === last
          ? 'status'
          : column,
    ),
    headings,
    ownerIn,
    doubts,
  }
}

function rowsOf(table: readonly Line[], given: Columns): Piece[] {
  // Another table of the paper, such as one of risks, ends the plan's: what its rows are only a person can say.
  const end = table.findIndex(({ text }) => beginsAnother(text))
  if (end !== -1)
    return [
      ...rowsOf(table.slice(0, end), given),
      ...table.slice(end).map((one) => {
        const piece = within(one)
        return piece.is === 'under' ? { ...one, is: 'rest' as const } : piece
      }),
    ]
  const lines = joinBroken(table, given.columns)
  const { doubts, ...read_as } = asFilled(lines, given)
  const { columns } = read_as
  const pieces: Piece[] = []
  // The line of a row whose last cell says something: more of it may follow on lines of its own.
  let told: number | undefined
  let before: { number?: number; year?: number; words: string } | undefined
  for (const { line, text } of lines) {
    const cells = cellsOf(text)
    if (!text.includes('\t') || cells.filter(Boolean).length < 2) {
      const one = within({ line, text })
      // What stands outside a table that has its updates in a column is not of its last row.
      const goesOn = columns.at(-1) === 'update' && pieces.at(-1)?.line === told
      pieces.push(
        one.is === 'under' && columns.includes('update') && !goesOn ? { line, text, is: 'rest' } : one,
      )
      if (goesOn) told = line
      if (one.is === 'part' || one.is === 'year') before = undefined
      continue
    }
    const read = rowOfCells(cells, read_as)
    // A merged number, or one given twice: a row of its own, or more of the one above, only a person can say.
    const twice =
      read?.row.number !== undefined && read.row.number === before?.number && read.row.year === before.year
    if (!read || (twice && read.row.words !== before?.words)) {
      // Without its number it may be one: what it is then is what the form begins with.
      const bare = columns.map((column) => (column === 'number' ? 'other' : column))
      const guess = read ?? rowOfCells(cells, { ...read_as, columns: bare }) ?? guessRow(cells)
      pieces.push({ line, text, is: 'unclear', ...guessOf(guess) })
      continue
    }
    told = read.row.under.length > 0 ? line : undefined
    const doubt = doubts.splice(0).join(' ')
    if (twice) pieces.push(...read.row.under.map((words): Piece => ({ line, text: words, is: 'under' })))
    else pieces.push({ line, text, is: 'row', row: read.row, ...(doubt ? { doubt } : {}) })
    pieces.push(...read.left.map((words): Piece => ({ line, text: words, is: 'rest' })))
    before = read.row
  }
  return pieces
}
