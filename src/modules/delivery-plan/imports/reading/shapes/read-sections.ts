import type { FrontMatter } from '../read-front-matter.ts'
import { assemble, FOOTNOTE, type Line, type Piece, type ReadDeliverable, type RowsSaid } from '../pieces.ts'
import type { ReadPlan } from '../read-plan-text.ts'

/** '2 Commissioning Effective Victim Support Services': a line of its own that ends like no sentence. */
const SECTION = /^(\d{1,2})\.?\s+([A-Z][^.!?]{2,150})$/
/** '2.1 The recent Government response…', perhaps as a point of a list. */
const PARAGRAPH = /^(?:-\s+)?(\d{1,2})\.\d{1,2}\.?\s+(.*)$/
/** What every paper has and no plan: its sections are no priorities. */
const NO_PRIORITY =
  /^(overview|introduction|background|purpose|summary|executive summary|recommendations?|reasons|conclusions?|implications|appendi|supplementary)\b/i

/**
 * A paper without a table: each numbered section is a deliverable by its number and title, and what it says is one update of the paper's own date.
 * No owner and no colour is named in such a paper: the office's is taken, and both are told. What a person has `said` of a line counts before it.
 */
export function readSections(front: FrontMatter, lines: readonly Line[], said: RowsSaid = {}): ReadPlan {
  const { deliverables, told: _, ...others } = assemble(sectionsIn(lines), said)
  const dated = deliverables.map((one): ReadDeliverable => {
    const owners = one.owners || 'OPCC'
    const updates = one.updates.map((update) => ({
      ...update,
      ...(update.dated_on || !front.meeting_on
        ? {}
        : { dated_on: front.meeting_on, dated_to: 'day' as const }),
      author: update.author || owners,
    }))
    return { ...one, owners, updates }
  })
  return { ...front, ...others, deliverables: dated, doubts: doubtsIn(front, dated, lines) }
}

function sectionsIn(lines: readonly Line[]): Piece[] {
  let [number, within] = [0, false]
  return lines.flatMap(({ line, text: raw }): Piece[] => {
    const text = raw.trim()
    if (text === '' || text === '.') return []
    const [, counted, title] = SECTION.exec(text) ?? []
    if (counted && title && Number(counted) > number) {
      within = !NO_PRIORITY.test(title)
      if (!within) return [{ line, text, is: 'rest' }]
      number = Number(counted)
      return [
        { line, text, is: 'row', row: { number, owners: '', words: title.trim(), status: null, under: [] } },
      ]
    }
    if (!within) return [{ line, text, is: 'rest' }]
    if (FOOTNOTE.test(text)) return [{ line, text, is: 'note' }]
    const [, of, paragraph] = PARAGRAPH.exec(text) ?? []
    return [
      {
        line,
        text: paragraph && Number(of) === number ? paragraph : text.replace(/^- (?=[a-z])/, ''),
        is: 'under',
      },
    ]
  })
}

function doubtsIn(
  front: FrontMatter,
  deliverables: readonly ReadDeliverable[],
  lines: readonly { line: number; text: string }[],
): string[] {
  if (deliverables.length === 0) return front.taken
  const doubts = [
    ...front.taken,
    'It has no table: each numbered section was read as one thing to be delivered, with what is said of it.',
    'It names nobody who answers for them: OPCC is taken for all. It gives no colours: none is kept.',
  ]
  for (const { number, updates } of deliverables)
    if (updates.length === 0) doubts.push(`Number ${number}: nothing is said.`)
  const { theme, theme_word = 'Theme' } = front
  for (const { line, text } of lines) {
    const named = theme && new RegExp(`^\\d{1,2} .*\\b${theme_word} (\\d+)\\b`, 'i').exec(text.trim())
    if (named && Number(named[1]) !== theme.number)
      doubts.push(
        `Line ${line} says ${theme_word} ${named[1]}; the paper is about ${theme_word.toLowerCase()} ${theme.number}.`,
      )
  }
  return doubts
}
