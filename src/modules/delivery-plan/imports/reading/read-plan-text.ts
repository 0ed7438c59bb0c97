import { performanceYear } from '#reference'
import { dayInWords } from '#platform/words/dates.ts'
import { listInWords } from '#platform/words/lists.ts'
import { plural } from '#platform/words/plurals.ts'
import { STATUSES } from '../../words.ts'
import {
  assemble,
  CELL_BREAK,
  type Line,
  type ReadDeliverable,
  readable,
  type RowsSaid,
  RULE_LINE,
  type Unclear,
} from './pieces.ts'
import { cellsOf, columnsOfHeading } from './read-cells.ts'
import { cycleOfOther, readFrontMatter, type FrontMatter, yearAndCycle } from './read-front-matter.ts'
import { cards } from './shapes/read-cards.ts'
import { cellsOnLines, markedList } from './shapes/read-lists.ts'
import { readSections } from './shapes/read-sections.ts'
import { joinQuoted } from './shapes/join-lines.ts'
import { standardRows, tableByContent, tableByHeadings } from './shapes/read-table.ts'

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
const SHAPES = [standardRows, cards, tableByHeadings, tableByContent, cellsOnLines, markedList]

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
    const { deliverables, told: doubts, ...others } = assemble(pieces, said)
    if (deliverables.length === 0) continue
    const owned = deliverables.map(ofSomebody)
    return {
      ...front,
      ...wordIn(told, front.theme_word),
      ...others,
      deliverables: yearsOf(owned),
      doubts: [...doubts, ...doubtsIn(front, yearsOf(deliverables))],
    }
  }
  // A paper without rows gives an account of each priority in a numbered section of its own.
  return readSections(front, lines, said)
}

/** Who is taken to own what a paper gives no owner of. */
const OFFICE = 'OPCC'

const WORDS = /^(action|activity|commitment|initiative|milestone|priority|task)(?:s)?$/i

/** What the paper calls what is to be delivered, where the heading of its table is one plain word for it. */
function wordIn(lines: readonly Line[], theme_word: string | undefined): { deliverable_word?: string } {
  for (const { text } of lines) {
    const columns = columnsOfHeading(text)
    if (!columns) continue
    const [, word] = WORDS.exec(cellsOf(text)[columns.indexOf('words')] ?? '') ?? []
    const said = word && `${word[0]!.toUpperCase()}${word.slice(1).toLowerCase()}`
    return said && said !== theme_word ? { deliverable_word: said } : {}
  }
  return {}
}

/** Each with its year only where the paper has the plans of several. */
const yearsOf = (deliverables: readonly ReadDeliverable[]): ReadDeliverable[] =>
  new Set(deliverables.map(({ year }) => year)).size > 1
    ? [...deliverables]
    : deliverables.map(({ year: _, ...one }) => one)

const ofSomebody = (one: ReadDeliverable): ReadDeliverable =>
  one.owners === ''
    ? {
        ...one,
        owners: OFFICE,
        updates: one.updates.map((update) => ({ ...update, author: update.author || OFFICE })),
      }
    : one

/** Lines with their numbers; paragraphs marked up within one line become lines of the same number. */
function linesOf(source: string): Line[] {
  return source
    .replaceAll('\r\n', '\n')
    .split('\n')
    .flatMap((raw, index) => {
      // Within a row of a table they stay within their cell.
      const row = raw.trim().includes('\t')
      const marked = raw
        .replaceAll(/<\/?(p|ul|ol|li|br)\b[^>]*>/gi, row ? CELL_BREAK : '\n')
        .replaceAll(/[•▪◦‣]\s*|●\s+/g, row ? `${CELL_BREAK}- ` : '\n- ')
        .replaceAll(/<[^>]{1,80}>/g, '')
        .replaceAll(/(^|\t|\u2028)\u2028+/g, '$1')
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
        ? `It names nobody who answers for them: ${OFFICE} is taken for all.`
        : `Nobody is named who answers for number ${listInWords(nobody.map(({ number }) => String(number)))}: ${OFFICE} is taken.`,
    )
  const keys = Map.groupBy(
    deliverables,
    ({ number, part, year }) => `${part ? `${part.number}.` : ''}${number}${year ? ` of ${year}` : ''}`,
  )
  for (const [key, those] of keys) if (those.length > 1) doubts.push(`Number ${key} is there twice.`)
  for (const [said, those] of Map.groupBy(deliverables, ({ due_said }) => due_said))
    if (said) doubts.push(dueDoubt(said, those))
  doubts.push(...yearDoubts(front, deliverables))
  const uncoloured = deliverables.every(({ status }) => !status)
  if (uncoloured) doubts.push('It gives no colours that could be read: none is kept.')
  for (const { number, status, told, updates } of deliverables) {
    if (!status && !uncoloured) doubts.push(`Number ${number} has no colour that could be read.`)
    if (told && status) doubts.push(`Number ${number}: “${readable(told)}” was read as ${STATUSES[status]}.`)
    if (updates.some(({ dated_to }) => dated_to === 'none'))
      doubts.push(`Number ${number}: some of what is said has no date.`)
    for (const { dated_on } of updates)
      if (dated_on && front.meeting_on && dated_on > front.meeting_on)
        doubts.push(`Number ${number}: some of what is said is dated after the meeting.`)
  }
  const untold = deliverables.filter(({ updates }) => updates.length === 0)
  if (untold.length > 0)
    doubts.push(
      untold.length === all
        ? 'Nothing is said of any of them.'
        : `Nothing is said of number ${listInWords(untold.map(({ number }) => String(number)))}.`,
    )
  return doubts
}

/** What a due day was taken from, or that none was. */
function dueDoubt(said: string, those: readonly ReadDeliverable[]): string {
  const numbers = `Number ${listInWords(those.map(({ number }) => String(number)))}`
  const { due_on } = those[0]!
  return due_on
    ? `${numbers}: “${said}” was read as due on ${dayInWords(due_on)}.`
    : `${numbers}: “${said}” is no day. No day is kept on which it is due.`
}

/** That a paper has the plans of several years, and where those of another year than its own are kept. */
const yearDoubts = ({ year }: FrontMatter, deliverables: readonly ReadDeliverable[]): string[] =>
  [...Map.groupBy(deliverables, (one) => one.year)].flatMap(([starts, those]) => {
    if (!year || starts === undefined || starts === Number(year.starts_on.slice(0, 4))) return []
    const { cycle } = yearAndCycle(starts, cycleOfOther(starts, year))
    return [
      `${plural(those.length, 'row')} from line ${those[0]!.line} on ${those.length === 1 ? 'is' : 'are'} of ${performanceYear(starts).label}: kept in that year, as at ${cycle!.name.toLowerCase()}.`,
    ]
  })
