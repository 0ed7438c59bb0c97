import { type Status, STATUS_CODES } from '../../words.ts'
import { readFrontMatter, type FrontMatter } from './read-front-matter.ts'
import { readSections } from './read-sections.ts'
import { type ReadUpdate, readUpdates } from './read-updates.ts'

export type ReadDeliverable = {
  number: number
  owners: string
  words: string
  status: Status | null
  updates: ReadUpdate[]
  /** The line of the text it was read from, counted from 1, and that line. */
  line: number
  text: string
}

/** A paper as read: what it is about, its deliverables, and what a person should look at. Nothing is kept yet. */
export type ReadPlan = FrontMatter & {
  deliverables: ReadDeliverable[]
  doubts: string[]
  /** What became no record of its own: the front of the paper. The whole text is kept with what was read from it. */
  rest: { line: number; text: string }[]
}

const LETTERS: Record<string, Status> = { g: 'green', a: 'amber', r: 'red', w: 'white', ns: 'white' }

/** 'G', 'Green', 'White (NS)', 'NS' as a status; null for anything else. */
export function statusOf(text: string): Status | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/\s*\(ns\)$/, '')
  return LETTERS[word] ?? STATUS_CODES.find((code) => code === word) ?? null
}

const ROW = /^(\d{1,3}|\?)\.?\t([^\t]+)\t([^\t]+)\t([^\t]{0,12})$/
/** '¹ Cuckooing is …': printed at the foot of a page, perhaps after the next row. */
export const FOOTNOTE = /^([¹²³⁴-⁹])\s/
const RULE_LINE = /^[-\s\t]+$/

/**
 * Reads a plan paper's text: rows of number, owner, words and colour parted by tabs, each with its updates in the lines that follow. What was read
 * from which line is kept with it. What the paper says of itself that its rows do not bear out is told in `doubts`.
 */
export function readPlanText(source: string): ReadPlan {
  const lines = linesOf(source)
  const front = readFrontMatter(lines)
  const rest: ReadPlan['rest'] = []
  const deliverables: ReadDeliverable[] = []
  let under: { line: number; text: string }[] = []
  const notes: string[] = []
  const finish = () => {
    const last = deliverables.at(-1)
    if (last) last.updates = readUpdates(under, last.owners)
    under = []
  }
  for (const { line, text } of lines) {
    const row = ROW.exec(text)
    if (row) {
      finish()
      const number = row[1] === '?' ? (deliverables.at(-1)?.number ?? 0) + 1 : Number(row[1])
      const [, , owners = '', words = '', colour = ''] = row
      deliverables.push({
        number,
        owners: owners.trim(),
        words: words.trim(),
        status: statusOf(colour),
        updates: [],
        line,
        text,
      })
    } else if (deliverables.length > 0 && FOOTNOTE.test(text)) notes.push(text.trim())
    else if (deliverables.length > 0 && text.trim() !== '' && !RULE_LINE.test(text))
      under.push({ line, text: text.trim() })
    else if (text.trim() !== '' && !RULE_LINE.test(text)) rest.push({ line, text: text.trim() })
  }
  finish()
  // A paper without rows gives an account of each priority in a numbered section of its own.
  if (deliverables.length === 0) return readSections(front, lines)
  for (const note of notes) noteUnder(deliverables, note)
  return { ...front, deliverables, rest, doubts: doubtsIn(front, deliverables) }
}

/** A footnote follows the update that has its mark. */
export function noteUnder(deliverables: readonly ReadDeliverable[], note: string) {
  const marked = deliverables
    .flatMap(({ updates }) => updates)
    .findLast(({ words }) => words.includes(note[0]!))
  if (marked) marked.words += `\n\n${note}`
}

/** Lines with their numbers; paragraphs marked up within one line become lines of the same number. */
function linesOf(source: string): { line: number; text: string }[] {
  return source
    .replaceAll('\r\n', '\n')
    .split('\n')
    .flatMap((raw, index) => {
      const marked = raw
        .replaceAll(/<\/?(p|ul|ol|li|br)\b[^>]*>/gi, '\n')
        .replaceAll(/•\s*/g, '\n- ')
        .replaceAll(/<[^>]{1,80}>/g, '')
      const parts = marked.includes('\n') ? marked.split('\n').filter((part) => part.trim() !== '') : [marked]
      return parts.map((text) => ({ line: index + 1, text: text.replace(/\t+$/, '').replace(/\s+$/, '') }))
    })
}

function doubtsIn(front: FrontMatter, deliverables: readonly ReadDeliverable[]): string[] {
  const doubts: string[] = [...front.taken]
  const all = deliverables.length
  for (const [status, said] of Object.entries(front.said ?? {})) {
    const count = deliverables.filter((one) => one.status === status).length
    if (said.count !== count || said.of !== all)
      doubts.push(
        `It says ${said.text} ${status.replace(/^./, (c) => c.toUpperCase())}; its rows give ${count} of ${all}.`,
      )
  }
  const numbers = deliverables.map(({ number }) => number)
  for (const number of new Set(numbers))
    if (numbers.filter((one) => one === number).length > 1) doubts.push(`Number ${number} is there twice.`)
  for (const { number, status, updates } of deliverables) {
    if (!status) doubts.push(`Number ${number} has no colour that could be read.`)
    if (updates.length === 0) doubts.push(`Number ${number} has no update.`)
    if (updates.some(({ dated_to }) => dated_to === 'none'))
      doubts.push(`Number ${number} has an update without a date.`)
    for (const { dated_on } of updates)
      if (dated_on && front.meeting_on && dated_on > front.meeting_on)
        doubts.push(`Number ${number} has an update dated after the meeting.`)
  }
  return doubts
}
