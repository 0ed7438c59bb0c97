import { ahead, beginning, FOOTNOTE, type Line, type Piece, type Row } from '../pieces.ts'
import { cellsOf, type Column, columnsOfHeading, guessRow, numberOf, rowOfCells } from '../read-cells.ts'
import { ownerIn } from '../read-owner.ts'
import { readStatus } from '../read-status.ts'

const ITEM = /^(\s*)([-*o–]|\(?\d{1,3}[.)]|\d{1,2}\.\d{1,2}\.?)\s+(.*)$/
const STATUS_AT_END =
  /^(.*?)(?:\s*[-–—:,;|(]\s*|\s+)(?:(?:rag|status|rating)(?:\s+status)?\s*[:=–-]?\s*)?([^\s,;:(|–—-][^,;:()|–—]{0,24}?)\)?[.\s]*$/i

/** A plan as a list: a point for each deliverable, its owner and its colour said at its end. Two points with either make a plan. */
export function markedList(lines: readonly Line[]): Piece[] | undefined {
  const read = lines.map((one) => ({ ...one, item: itemOf(one.text) }))
  const marked = read.filter(({ item }) => item?.row)
  if (marked.length < 2) return undefined
  const marker = kindOf(marked[0]!.item!.marker)
  const first = read.indexOf(marked[0]!)
  return read.map(({ line, text, item }, index): Piece => {
    if (index < first || text.trim() === '') return ahead({ line, text })
    if (item?.row) return { line, text, is: 'row', row: item.row }
    if (FOOTNOTE.test(text)) return { line, text, is: 'note' }
    const begins = beginning({ line, text })
    if (begins) return begins
    if (!item || item.indent > 0 || kindOf(item.marker) !== marker) return { line, text, is: 'under' }
    // A point like those of the plan that says neither: only a person can say what it is.
    const guess = guessRow([text.replace(ITEM, '$3')])
    return { line, text, is: 'unclear', ...(guess ? { guess } : {}) }
  })
}

const kindOf = (marker: string) => (/\d/.test(marker) ? 'number' : 'bullet')

function itemOf(text: string): { marker: string; indent: number; row?: Row } | undefined {
  const item = ITEM.exec(text)
  if (!item) return undefined
  const [, indent = '', marker = '', said = ''] = item
  const ended = STATUS_AT_END.exec(said)
  const status = ended ? readStatus(ended[2]!) : undefined
  const labelled = /\b(?:rag|status|rating)\s*[:=–-]/i.test(said)
  // A last word such as 'done' is a colour only where something sets it apart.
  const colour =
    status && (labelled || /[-–—:|(]\s*\S[^-–—:|(]*$/.test(said.slice(ended![1]!.length)))
      ? status
      : undefined
  const rest = colour ? ended![1]! : said
  const owner = ownerIn(rest)
  const words = (owner?.words ?? rest)
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s.,;:–—(|-]+$/, '')
    .trim()
  const number = numberOf(marker.replaceAll(/[()]/g, ''))
  const base = { marker, indent: indent.length }
  if ((!colour && !owner) || words.length < 8) return base
  return {
    ...base,
    row: {
      ...(number === undefined ? {} : { number }),
      owners: owner?.owners ?? '',
      words,
      status: colour?.status ?? null,
      ...(colour?.told ? { told: colour.told } : {}),
      under: [],
    },
  }
}

/** A table whose cells came each on a line of its own, as some programs copy them: headings one after another, then the cells of each row. */
export function cellsOnLines(lines: readonly Line[]): Piece[] | undefined {
  const said = lines.filter(({ text }) => text.trim() !== '' && !text.includes('\t'))
  const start = said.findIndex((_, at) => headingsAt(said, at) !== undefined)
  if (start === -1) return undefined
  const { columns, headings } = headingsAt(said, start)!
  const pieces: Piece[] = lines
    .slice(0, lines.indexOf(said[start]!) + 1)
    .map((one) => ({ ...one, is: 'rest' }))
  pieces.push(...said.slice(start + 1, start + columns.length).map((one): Piece => ({ ...one, is: 'rest' })))
  const cells = said.slice(start + columns.length)
  let expected = 1
  for (let at = 0; at < cells.length;) {
    const first = cells[at]!
    // A row goes on to the next number; its colour, where it has one, is its last short line that is one.
    const next = cells.findIndex(
      ({ text }, index) => index > at && numberOf(text) === expected + 1 && text.length < 8,
    )
    const own = cells.slice(at, next === -1 ? cells.length : next)
    const row = numberOf(first.text) === expected ? rowOfLines(own, columns, headings) : undefined
    if (!row) {
      pieces.push({ ...first, is: 'rest' })
      at++
      continue
    }
    pieces.push(row, ...own.slice(row.used).map((one): Piece => ({ ...one, is: 'under' })))
    at += own.length
    expected++
  }
  return pieces.filter(({ is }) => is === 'row').length > 1 ? pieces : undefined
}

function headingsAt(
  said: readonly Line[],
  at: number,
): { columns: Column[]; headings: string[] } | undefined {
  for (const size of [7, 6, 5, 4, 3]) {
    const texts = said.slice(at, at + size).map(({ text }) => text.trim())
    const columns = texts.length === size ? columnsOfHeading(texts.join('\t')) : undefined
    if (columns?.[0] === 'number' && !columns.includes('other')) return { columns, headings: texts }
  }
  return undefined
}

function rowOfLines(
  own: readonly Line[],
  columns: readonly Column[],
  headings: readonly string[],
): (Piece & { is: 'row'; used: number }) | undefined {
  const status = columns.indexOf('status')
  const colour = own.findIndex(({ text }, index) => index >= status && readStatus(text) !== undefined)
  if (status !== -1 && colour === -1) return undefined
  // What is more than the columns before the colour is more lines of the words.
  const size = status === -1 ? columns.length : colour + columns.length - status
  const texts = own.slice(0, size).map(({ text }) => text.trim())
  const extra = texts.length - columns.length
  if (extra < 0) return undefined
  const words = columns.indexOf('words')
  const cells = [
    ...texts.slice(0, words),
    texts.slice(words, words + extra + 1).join('\u2028'),
    ...texts.slice(words + extra + 1),
  ]
  const read = rowOfCells(cells, { columns, headings })
  const { line } = own[0]!
  return read && { line, text: cellsOf(cells.join('\t')).join('\t'), is: 'row', row: read.row, used: size }
}
