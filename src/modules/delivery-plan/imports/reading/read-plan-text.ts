import { doubtsIn, OFFICE } from './doubts-in.ts'
import {
  assemble,
  CELL_BREAK,
  type Line,
  type ReadDeliverable,
  type RowsSaid,
  RULE_LINE,
  type Unclear,
} from './pieces.ts'
import { cellsOf, columnsOfHeading } from './read-cells.ts'
import { readFrontMatter, type FrontMatter } from './read-front-matter.ts'
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
