import { STATUSES } from '../../words.ts'
import {
  assemble,
  type Line,
  type ReadDeliverable,
  readable,
  type RowsSaid,
  RULE_LINE,
  type Unclear,
} from './pieces.ts'
import { readFrontMatter, type FrontMatter } from './read-front-matter.ts'
import { cellsOnLines, markedList } from './read-lists.ts'
import { readSections } from './read-sections.ts'
import { joinQuoted, standardRows, tableByContent, tableByHeadings } from './read-table.ts'

export type { ReadDeliverable } from './pieces.ts'

/** A paper as read: what it is about, its deliverables, and what a person should look at. Nothing is kept yet. */
export type ReadPlan = FrontMatter & {
  deliverables: ReadDeliverable[]
  doubts: string[]
  /** What became no record of its own: the front of the paper. The whole text is kept with what was read from it. */
  rest: Line[]
  /** Rows that may be a deliverable, more of the one above, or neither: a person says before anything is kept. */
  unclear: Unclear[]
}

/** In what shapes a plan comes, the surest first. */
const SHAPES = [standardRows, tableByHeadings, tableByContent, cellsOnLines, markedList]

/**
 * Reads a plan paper's text: a table with its columns in any order, with or without headings, a list, or numbered sections. What was read from which
 * line is kept with it; what a person has `said` of a line counts before it. What the paper says of itself that its rows do not bear out, and what
 * was taken for something that it does not say, is told in `doubts`. No line is lost: each is in a deliverable, an update, `rest` or `unclear`.
 */
export function readPlanText(source: string, said: RowsSaid = {}): ReadPlan {
  const lines = linesOf(source)
  const front = readFrontMatter(lines)
  const told = joinQuoted(lines).filter(({ text }) => text.trim() !== '' && !RULE_LINE.test(text))
  for (const shape of SHAPES) {
    const pieces = shape(told)
    if (!pieces) continue
    const { deliverables, ...others } = assemble(pieces, said)
    if (deliverables.length === 0) continue
    const owned = deliverables.map((one) => (one.owners === '' ? { ...one, owners: OFFICE } : one))
    return { ...front, deliverables: owned, ...others, doubts: doubtsIn(front, deliverables) }
  }
  // A paper without rows gives an account of each priority in a numbered section of its own.
  return readSections(front, lines, said)
}

/** Who is taken to own what a paper gives no owner of. */
const OFFICE = 'OPCC'

/** Lines with their numbers; paragraphs marked up within one line become lines of the same number. */
function linesOf(source: string): Line[] {
  return source
    .replaceAll('\r\n', '\n')
    .split('\n')
    .flatMap((raw, index) => {
      const marked = raw
        .replaceAll(/<\/?(p|ul|ol|li|br)\b[^>]*>/gi, '\n')
        .replaceAll(/[•●▪◦‣]\s*/g, '\n- ')
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
  const nobody = deliverables.filter(({ owners }) => owners === '')
  if (nobody.length > 0)
    doubts.push(
      nobody.length === all
        ? `It names no owners: ${OFFICE} is taken for all of them.`
        : `Number ${nobody.map(({ number }) => number).join(', ')} has no owner: ${OFFICE} is taken.`,
    )
  const keys = deliverables.map(({ number, part }) => `${part?.number ?? ''}.${number}`)
  for (const key of new Set(keys))
    if (keys.filter((one) => one === key).length > 1)
      doubts.push(`Number ${key.replace(/^\./, '')} is there twice.`)
  const uncoloured = deliverables.every(({ status }) => !status)
  if (uncoloured) doubts.push('It gives no colours that could be read: none is kept.')
  for (const { number, status, told, updates } of deliverables) {
    if (!status && !uncoloured) doubts.push(`Number ${number} has no colour that could be read.`)
    if (told && status) doubts.push(`Number ${number}: “${readable(told)}” was read as ${STATUSES[status]}.`)
    if (updates.length === 0) doubts.push(`Number ${number} has no update.`)
    if (updates.some(({ dated_to }) => dated_to === 'none'))
      doubts.push(`Number ${number} has an update without a date.`)
    for (const { dated_on } of updates)
      if (dated_on && front.meeting_on && dated_on > front.meeting_on)
        doubts.push(`Number ${number} has an update dated after the meeting.`)
  }
  return doubts
}
