import { CELL_BREAK, FOOTNOTE, type Guess, type Line, type Piece, RULE_LINE } from './pieces.ts'
import {
  cellsOf,
  type Column,
  columnsByContent,
  columnsOfHeading,
  guessRow,
  numberOf,
  rowOfCells,
} from './read-cells.ts'
import { readStatus } from './read-status.ts'

const ROW = /^(\d{1,3}|\?)\.?\t([^\t]+)\t([^\t]+)\t([^\t]{0,12})$/
const STANDARD = 'number owner words status'
/** 'Theme 2: Helping victims' between the rows of a table: from here on it is another part of the plan. */
const PART = /^(?:theme|objective|priority|aim|goal)\s+(\d{1,2})\s*[:.–-]\s*([^.!?]{3,120})$/i

/** Rows of number, owner, words and colour, each with its updates in the lines that follow: as the Theme papers have them. */
export function standardRows(lines: readonly Line[]): Piece[] | undefined {
  const heading = lines.map(({ text }) => columnsOfHeading(text)).find(Boolean)
  if (heading && heading.join(' ') !== STANDARD) return undefined
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
    return begun ? within({ line, text }) : { line, text, is: 'rest' }
  })
  return pieces.some(({ is }) => is === 'row') ? pieces : undefined
}

/** A line of a table, or after one of its rows, that is no row. */
function within({ line, text }: Line): Piece {
  if (FOOTNOTE.test(text)) return { line, text, is: 'note' }
  const part = PART.exec(text.trim())
  if (part) return { line, text, is: 'part', number: Number(part[1]), title: part[2]!.trim() }
  const cells = cellsOf(text).filter(Boolean)
  if (cells.length < 2) return { line, text, is: 'under' }
  return columnsOfHeading(text)
    ? { line, text, is: 'rest' }
    : { line, text, is: 'unclear', ...guessOf(guessRow(cells)) }
}

const guessOf = (guess: Guess | undefined) => (guess ? { guess } : {})

/** A table whose columns are told by their headings, in whatever order. */
export function tableByHeadings(lines: readonly Line[]): Piece[] | undefined {
  const at = lines.findIndex(({ text }) => columnsOfHeading(text))
  if (at === -1) return undefined
  return rowsFrom(lines, at + 1, columnsOfHeading(lines[at]!.text)!, cellsOf(lines[at]!.text))
}

/** A table without headings, its columns told by what stands in them. */
export function tableByContent(lines: readonly Line[]): Piece[] | undefined {
  const tabbed = lines.filter(({ text }) => text.includes('\t') && !RULE_LINE.test(text))
  const widths = Map.groupBy(tabbed, ({ text }) => cellsOf(text).length)
  for (const [, alike] of [...widths].toSorted(([, a], [, b]) => b.length - a.length)) {
    const columns = alike.length < 3 ? undefined : columnsByContent(alike.map(({ text }) => cellsOf(text)))
    if (columns) return rowsFrom(lines, lines.indexOf(alike[0]!), columns, [])
  }
  return undefined
}

function rowsFrom(
  all: readonly Line[],
  from: number,
  columns: readonly Column[],
  headings: readonly string[],
): Piece[] | undefined {
  const lines = joinBroken(all.slice(from), columns)
  const unnumbered = lines.every(({ text }) => !numberOf(cellsOf(text)[columns.indexOf('number')] ?? ''))
  const counted = unnumbered ? columns.map((column) => (column === 'number' ? 'other' : column)) : columns
  const pieces: Piece[] = all.slice(0, from).map((one) => ({ ...one, is: 'rest' }))
  // The line of a row whose last cell says something: more of it may follow on lines of its own.
  let told: number | undefined
  let before: { number?: number; words: string } | undefined
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
      continue
    }
    const read = rowOfCells(cells, counted, headings)
    // A merged number, or one given twice: a row of its own, or more of the one above, only a person can say.
    const twice = read?.row.number !== undefined && read.row.number === before?.number
    if (!read || (twice && read.row.words !== before?.words)) {
      // Without its number it may be one: what it is then is what the form begins with.
      const bare = counted.map((column) => (column === 'number' ? 'other' : column))
      const guess = read ?? rowOfCells(cells, bare, headings) ?? guessRow(cells)
      pieces.push(
        columnsOfHeading(text)
          ? { line, text, is: 'rest' }
          : { line, text, is: 'unclear', ...guessOf(guess) },
      )
      continue
    }
    told = read.row.under.length > 0 ? line : undefined
    if (twice) pieces.push(...read.row.under.map((words): Piece => ({ line, text: words, is: 'under' })))
    else pieces.push({ line, text, is: 'row', row: read.row })
    pieces.push(...read.left.map((words): Piece => ({ line, text: words, is: 'rest' })))
    before = read.row
  }
  return pieces.some(({ is }) => is === 'row') ? pieces : undefined
}

const tabsIn = (text: string) => text.split('\t').length - 1

/** A row that was pasted with the paragraphs of its cells on lines of their own is one line again, where its cells then are as many as the columns. */
function joinBroken(lines: readonly Line[], all: readonly Column[]): Line[] {
  const columns = all.length
  // A line that reaches the cell that a row ends with lacks nothing but empty cells after it.
  const whole_at = all.includes('status')
    ? all.indexOf('status')
    : Math.max(all.indexOf('words'), all.indexOf('number'))
  const joined: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const { line, text } = lines[at]!
    let [whole, tabs, end] = [text, tabsIn(text), at]
    if (tabs > 0 && tabs < whole_at)
      while (tabs < columns - 1 && end + 1 < lines.length && end - at < 80) {
        const next = lines[++end]!.text
        tabs += tabsIn(next)
        whole += next === '' ? '' : `${CELL_BREAK}${next}`
      }
    // A row that only lacks its last cells is whole, and is followed by one that begins as a row does.
    const broken =
      end > at &&
      tabs === columns - 1 &&
      !lines.slice(at + 1, end + 1).some(({ text: next }) => beginsRow(next))
    joined.push({ line, text: broken ? whole : text })
    if (broken) at = end
  }
  return joined
}

const beginsRow = (text: string) => tabsIn(text) > 0 && numberOf(text.split('\t')[0]!) !== undefined

/** Cells that a spreadsheet wrote in quotes, over several lines, as one. */
export function joinQuoted(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const { line } = lines[at]!
    let text = lines[at]!.text
    if (/(?:^|\t)"/.test(text)) {
      let end = at
      while (isOpen(text) && end + 1 < lines.length && end - at < 200)
        text += `${CELL_BREAK}${lines[++end]!.text}`
      if (isOpen(text)) text = lines[at]!.text
      else {
        at = end
        text = text
          .split('\t')
          .map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell))
          .join('\t')
      }
    }
    joined.push({ line, text })
  }
  return joined
}

const isOpen = (text: string) =>
  text.split('\t').some((cell) => cell.startsWith('"') && (cell.match(/"/g)?.length ?? 0) % 2 === 1)
