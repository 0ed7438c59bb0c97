import { ahead, beginning, CELL_BREAK, FOOTNOTE, type Line, type Piece } from '../pieces.ts'
import { cellsOf, type Column, columnOf, numberOf, rowOfCells } from '../read-cells.ts'

type Labelled = Line & { column: Column; label: string; said: string }

/** 'Lead\tNW', 'Lead: NW', 'Deliverable 3: Open …': a label and what it says; undefined where it is no such line. */
function labelled({ line, text }: Line): Labelled | undefined {
  const cells = cellsOf(text).filter(Boolean)
  const [, label = '', said = ''] =
    cells.length === 2 ? ['', ...cells] : cells.length === 1 ? (LABEL.exec(cells[0]!) ?? []) : []
  if (label === '' || label.length > 40) return undefined
  return { line, text, column: columnOf(label) ?? 'other', label, said }
}
const LABEL = /^([^:]{2,40}):\s+(\S.*)$/
/** What may go on over several lines, with a colon in any of them. */
const LONG: readonly Column[] = ['words', 'update', 'success']

/** A plan as cards: for each deliverable a small table of its own, or lines, of labels and what they say. Two cards make a plan. */
export function cards(lines: readonly Line[]): Piece[] | undefined {
  const read = lines.map((one) => ({ ...one, is: labelled(one) }))
  const start = read.find(({ is }) => is?.column === 'words' || is?.column === 'number')?.is?.column
  const starts = read.flatMap(({ is }, at) => (is && is.column === start ? [at] : []))
  const own = starts.map((at, index) => read.slice(at, starts[index + 1]))
  const full = own.filter(
    (card) =>
      card.some(({ is }) => is?.column === 'words' && is.said.length > 7) &&
      new Set(card.flatMap(({ is }) => (is && is.column !== 'other' ? [is.column] : []))).size > 1,
  )
  if (full.length < 2 || full.length < own.length * 0.6) return undefined
  return [...lines.slice(0, starts[0]).map(ahead), ...own.flatMap((card) => piecesOf(card))]
}

function piecesOf(card: readonly (Line & { is: Labelled | undefined })[]): Piece[] {
  const { line, text } = card[0]!
  const cells: Labelled[] = []
  const after: Piece[] = []
  for (const { is, ...one } of card) {
    const last = cells.at(-1)
    const begins = beginning(one)
    const goes_on = is?.column === 'other' && !one.text.includes('\t') && last && LONG.includes(last.column)
    if (is && !goes_on) cells.push({ ...is })
    else if (FOOTNOTE.test(one.text)) after.push({ ...one, is: 'note' })
    else if (begins) after.push(begins)
    else if (after.some(({ is: other }) => other !== 'note')) after.push({ ...one, is: 'rest' })
    // What goes on under a label is of it.
    else if (last) last.said += `${CELL_BREAK}${one.text.replaceAll('\t', ' | ').trim()}`
  }
  // One label twice, such as an update of each quarter: all of it is said under the first.
  const columns = cells.map(({ column }, index) =>
    cells.findIndex((one) => one.column === column) === index ? column : 'other',
  )
  const more = cells.filter((one, index) => columns[index] === 'other' && one.column === 'update')
  const read = rowOfCells(
    cells.map(({ said }) => said),
    { columns, headings: cells.map(({ label }) => label) },
  )
  if (!read)
    return [...card.map((one): Piece => ({ line: one.line, text: one.text, is: 'unclear' })), ...after]
  const words = cells.find(({ column }) => column === 'words')!
  const { row } = read
  const left = read.left.filter(
    (one) => !more.some(({ label, said }) => one === `${label}: ${said.replaceAll(CELL_BREAK, ' ')}`),
  )
  return [
    {
      line,
      text,
      is: 'row',
      row: {
        ...(numberOf(words.label) === undefined ? {} : { number: numberOf(words.label)! }),
        ...row,
        under: [...row.under, ...more.flatMap(({ label, said }) => dated(label, said))],
      },
    },
    ...left.map((one): Piece => ({ line, text: one, is: 'rest' })),
    ...after,
  ]
}

/** 'Update January 2020' as a label dates what it says. */
const dated = (label: string, said: string) => [
  /\d/.test(label) ? `${label}: ${said.split(CELL_BREAK)[0]}` : said.split(CELL_BREAK)[0]!,
  ...said.split(CELL_BREAK).slice(1),
]
