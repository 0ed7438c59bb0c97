import type { Status } from '../../words.ts'
import { type ReadUpdate, readUpdates } from './read-updates.ts'

/** Between the paragraphs of one cell, where a row is one line. */
export const CELL_BREAK = '\u2028'

export type Line = { line: number; text: string }

/** A row as read: what is to be delivered, and what stands in its other cells. */
export type Row = {
  number?: number
  owners: string
  words: string
  status: Status | null
  /** Said of its colour where the paper wrote it otherwise than in one of our words. */
  told?: string
  due_on?: string
  success?: string
  /** What its own cells say of it, as lines of updates. */
  under: string[]
}

export type Guess = { row: Row; left: string[] }
/** A line that only a person can tell, with what it may be. */
export type Unclear = Line & { guess?: Row }

/** One line of a paper, and what it was taken for. */
export type Piece = Line &
  (
    | { is: 'row'; row: Row }
    /** The beginning of a part of the plan. */
    | { is: 'part'; number: number; title: string }
    /** In the table or list, but no row that can be told for sure; and what it is if it is one, with what then is in none of its columns. */
    | { is: 'unclear'; guess?: Guess }
    | { is: 'under' | 'note' | 'rest' }
  )

/** What a person says of a line: a deliverable, more words of the one above it, or neither. */
export type RowSaid =
  | { what: 'deliverable'; number: number; owners: string; words: string; status: Status | null }
  | { what: 'above' }
  | { what: 'nothing' }
export type RowsSaid = Readonly<Record<string, RowSaid>>

export type ReadDeliverable = Omit<Row, 'number' | 'under'> & {
  number: number
  /** The part of the plan it stands under, where the paper has several. */
  part?: { number: number; title: string }
  updates: ReadUpdate[]
  /** The line of the text it was read from, counted from 1, and that line. */
  line: number
  text: string
}

export type Assembled = { deliverables: ReadDeliverable[]; rest: Line[]; unclear: Unclear[] }

/** '¹ Cuckooing is …': printed at the foot of a page, perhaps after the next row. */
export const FOOTNOTE = /^([¹²³⁴-⁹])\s/
/** A line drawn under the headings of a table. */
export const RULE_LINE = /^[-\s\t]+$/

/** A line as a person reads it. */
export const readable = (text: string): string =>
  text.replaceAll(CELL_BREAK, ' / ').replaceAll(/\t+/g, ' | ').trim()

/** Deliverables with their updates from lines that were each taken for something; what a person has said of a line counts before what was read. */
export function assemble(pieces: readonly Piece[], said: RowsSaid): Assembled {
  const [deliverables, rest, unclear]: [ReadDeliverable[], Line[], Unclear[]] = [[], [], []]
  const notes: string[] = []
  let under: Line[] = []
  let part: ReadDeliverable['part']
  const finish = () => {
    const last = deliverables.at(-1)
    if (last) last.updates = readUpdates(under, last.owners)
    under = []
  }
  for (const piece of pieces.flatMap((one) => asSaid(one, said))) {
    const { line, text } = piece
    if (piece.is === 'row') {
      finish()
      const { number, under: own, ...row } = piece.row
      deliverables.push({
        ...row,
        number: number ?? (deliverables.at(-1)?.number ?? 0) + 1,
        ...(part ? { part } : {}),
        updates: [],
        line,
        text,
      })
      under = own.map((words) => ({ line, text: words }))
    } else if (piece.is === 'part') {
      part = { number: piece.number, title: piece.title }
      rest.push({ line, text })
    } else if (piece.is === 'unclear')
      unclear.push({ line, text, ...(piece.guess ? { guess: piece.guess.row } : {}) })
    else if (piece.is === 'note') notes.push(text.trim())
    else if (piece.is === 'under' && deliverables.length > 0)
      under.push(...text.split(CELL_BREAK).map((one) => ({ line, text: one.replaceAll('\t', ' ').trim() })))
    else rest.push({ line, text: text.trim() })
  }
  finish()
  for (const note of notes) if (!noteUnder(deliverables, note)) rest.push({ line: 0, text: note })
  return { deliverables, rest, unclear }
}

/** A line as a person said it is; what stands in its other cells stays with it. */
function asSaid(piece: Piece, said: RowsSaid): Piece[] {
  const one = piece.is === 'row' || piece.is === 'unclear' ? said[piece.line] : undefined
  const { line, text } = piece
  if (!one) return [piece]
  if (one.what !== 'deliverable') return [{ line, text, is: one.what === 'above' ? 'under' : 'rest' }]
  const { what: _, ...row } = one
  const read =
    piece.is === 'row' ? { row: piece.row, left: [] } : piece.is === 'unclear' ? piece.guess : undefined
  const { told: __, ...cells } = read?.row ?? { under: [] }
  return [
    { line, text, is: 'row', row: { ...cells, ...row } },
    ...(read?.left ?? []).map((words): Piece => ({ line, text: words, is: 'rest' })),
  ]
}

/** A footnote follows the update that has its mark. Returns whether one has. */
export function noteUnder(deliverables: readonly ReadDeliverable[], note: string): boolean {
  const marked = deliverables
    .flatMap(({ updates }) => updates)
    .findLast(({ words }) => words.includes(note[0]!))
  if (marked) marked.words += `\n\n${note}`
  return marked !== undefined
}
