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
  /** When it is due as the paper says it, where that is no plain day. */
  due_said?: string
  /** The year it starts in, where a column says it. */
  year?: number
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
    /** From here on it is the plan of the year that starts in this one. */
    | { is: 'year'; starts: number }
    /** In the table or list, but no row that can be told for sure; and what it is if it is one, with what then is in none of its columns. */
    | { is: 'unclear'; guess?: Guess }
    | { is: 'under' | 'note' | 'rest' }
  ) & {
    /** What a person must be told of how it was taken. */
    doubt?: string
  }

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
  /** The year it starts in, where the paper has the plans of several. */
  year?: number
  updates: ReadUpdate[]
  /** The line of the text it was read from, counted from 1, and that line. */
  line: number
  text: string
}

export type Assembled = {
  deliverables: ReadDeliverable[]
  rest: Line[]
  unclear: Unclear[]
  /** What was taken for something that the paper does not say, a sentence each. */
  told: string[]
}

/** '¹ Cuckooing is …': printed at the foot of a page, perhaps after the next row. */
export const FOOTNOTE = /^([¹²³⁴-⁹])\s/
/** A line drawn under the headings of a table. */
export const RULE_LINE = /^[-\s\t]+$/

/** 'Theme 2: Helping victims' between the rows of a table: from here on it is another part of the plan. */
const PART = /^(?:theme|objective|priority|aim|goal)\s+(\d{1,2})\s*[:.–-]\s*([^.!?]{3,120})$/i
/** 'POLICE AND CRIME DELIVERY PLAN (2019-20)', 'Actions 2020/21': from here on it is the plan of another year. */
const YEAR =
  /^(?:(?:our|the|police and crime|annual)\s+)*(?:(?:delivery|action|business|work)\s+plan|deliverables|actions|activities|priorities|objectives|year(?:\s+\d)?)?\s*[:–-]?\s*(?:for\s+)?\(?(20\d{2})\s*[-–/]\s*(?:20)?(\d{2})\)?(?:\s+(?:delivery plan|action plan|deliverables|actions|activities|priorities|objectives|update|outturn))?(?:\s*\(Q[^)]*\))?\s*:?$/i

/** A line by which another part of the plan begins, or another year's; undefined where it is neither. */
export function beginning({ line, text }: Line): Piece | undefined {
  const part = PART.exec(text.trim())
  if (part) return { line, text, is: 'part', number: Number(part[1]), title: part[2]!.trim() }
  const [, starts, ends] = YEAR.exec(text.trim()) ?? []
  return starts && Number(ends) === (Number(starts) + 1) % 100
    ? { line, text, is: 'year', starts: Number(starts) }
    : undefined
}

/** A line before the plan begins: of its front, but for the year it is of. */
export function ahead(one: Line): Piece {
  const began = beginning(one)
  return began?.is === 'year' ? began : { ...one, is: 'rest' }
}

/** A line as a person reads it. */
export const readable = (text: string): string =>
  text.replaceAll(CELL_BREAK, ' / ').replaceAll(/\t+/g, ' | ').trim()

/** Deliverables with their updates from lines that were each taken for something; what a person has said of a line counts before what was read. */
export function assemble(pieces: readonly Piece[], said: RowsSaid): Assembled {
  const [deliverables, rest, unclear]: [ReadDeliverable[], Line[], Unclear[]] = [[], [], []]
  const [notes, told]: [string[], string[]] = [[], []]
  let under: Line[] = []
  let part: ReadDeliverable['part']
  let year: number | undefined
  const finish = () => {
    const last = deliverables.at(-1)
    if (last) last.updates = readUpdates(under, last.owners)
    under = []
  }
  for (const piece of asTold(pieces, said)) {
    const { line, text, doubt } = piece
    if (doubt) told.push(doubt)
    if (piece.is === 'row') {
      finish()
      const { number, under: own, ...row } = piece.row
      // Where no number is given they are counted, anew in each part and year.
      const last = deliverables.at(-1)
      const goes_on = last?.part === part && last?.year === (row.year ?? year)
      deliverables.push({
        ...row,
        number: number ?? (goes_on ? (last?.number ?? 0) : 0) + 1,
        ...(part ? { part } : {}),
        ...((row.year ?? year) ? { year: row.year ?? year! } : {}),
        updates: [],
        line,
        text,
      })
      under = own.map((words) => ({ line, text: words }))
    } else if (piece.is === 'part') {
      part = { number: piece.number, title: piece.title }
      rest.push({ line, text })
    } else if (piece.is === 'year') {
      year = piece.starts
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
  return { deliverables, rest, unclear, told }
}

/**
 * Each line as a person has said it is. What was read under a line that is none of the plan is left out with it; what stands in the other cells of a
 * row stays with it. Of several pieces of one line the first is what was said of.
 */
function asTold(pieces: readonly Piece[], said: RowsSaid): Piece[] {
  const met = new Set<number>()
  let left_out = false
  return pieces.flatMap((piece) => {
    const one = met.has(piece.line) || piece.is === 'note' ? undefined : said[piece.line]
    met.add(piece.line)
    const { line, text, is } = piece
    if (is !== 'under' && is !== 'note') left_out = one?.what === 'nothing' && is === 'row'
    if (one) return asSaid(piece, one)
    return left_out && is === 'under' ? [{ line, text, is: 'rest' }] : [piece]
  })
}

function asSaid(piece: Piece, one: RowSaid): Piece[] {
  const { line, text } = piece
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
