import type { FrontMatter } from './read-front-matter.ts'
import { FOOTNOTE, noteUnder, type ReadDeliverable, type RowsSaid } from './pieces.ts'
import type { ReadPlan } from './read-plan-text.ts'
import { joined, joinOn } from './read-updates.ts'

/** '2 Commissioning Effective Victim Support Services': a line of its own that ends like no sentence. */
const SECTION = /^(\d{1,2})\.?\s+([A-Z][^.!?]{2,150})$/
/** '2.1 The recent Government response…', perhaps as a point of a list. */
const PARAGRAPH = /^(?:-\s+)?(\d{1,2})\.\d{1,2}\.?\s+(.*)$/
/** What every paper has and no plan: its sections are no priorities. */
const NO_PRIORITY =
  /^(overview|introduction|background|purpose|summary|executive summary|recommendations?|reasons|conclusions?|implications|appendi|supplementary)\b/i

/**
 * A paper without a table: each numbered section is a deliverable by its number and title, and what it says is one update of the paper's own date.
 * No owner and no colour is named in such a paper: the office's is taken, and both are told.
 */
export function readSections(
  front: FrontMatter,
  lines: readonly { line: number; text: string }[],
  rows: RowsSaid = {},
): ReadPlan {
  const deliverables: ReadDeliverable[] = []
  const rest: ReadPlan['rest'] = []
  const notes: string[] = []
  let paragraphs: string[] | undefined
  const said = new Map<ReadDeliverable, string[]>()
  for (const { line, text: raw } of lines) {
    const text = raw.trim()
    if (text === '' || text === '.') continue
    const title = SECTION.exec(text)
    if (title && Number(title[1]) > (deliverables.at(-1)?.number ?? 0)) {
      paragraphs = undefined
      if (NO_PRIORITY.test(title[2]!)) rest.push({ line, text })
      else {
        const one = deliverableOf(Number(title[1]), title[2]!.trim(), line, text)
        deliverables.push(one)
        said.set(one, (paragraphs = []))
      }
    } else if (!paragraphs) rest.push({ line, text })
    else if (FOOTNOTE.test(text)) notes.push(text)
    else {
      const paragraph = PARAGRAPH.exec(text)
      if (paragraph && Number(paragraph[1]) === deliverables.at(-1)!.number) paragraphs.push(paragraph[2]!)
      else joinOn(paragraphs, text.replace(/^- (?=[a-z])/, ''))
    }
  }
  const dated_on = front.meeting_on ?? null
  for (const [one, words] of said)
    if (words.length > 0)
      one.updates = [
        {
          dated_on,
          dated_to: dated_on ? 'day' : 'none',
          author: one.owners,
          named: false,
          words: joined(words),
          line: one.line,
        },
      ]
  for (const note of notes) if (!noteUnder(deliverables, note)) rest.push({ line: 0, text: note })
  const doubts = doubtsIn(front, deliverables, lines)
  const told = deliverables.map((one): ReadDeliverable => {
    const row = rows[one.line]
    if (row?.what !== 'deliverable') return one
    const { what: _, ...said } = row
    return { ...one, ...said }
  })
  return { ...front, deliverables: told, rest, unclear: [], doubts }
}

const deliverableOf = (number: number, words: string, line: number, text: string): ReadDeliverable => ({
  number,
  owners: 'OPCC',
  words,
  status: null,
  updates: [],
  line,
  text,
})

function doubtsIn(
  front: FrontMatter,
  deliverables: readonly ReadDeliverable[],
  lines: readonly { line: number; text: string }[],
): string[] {
  if (deliverables.length === 0) return front.taken
  const doubts = [
    ...front.taken,
    'It has no table: each numbered section was read as one deliverable, and what it says as one update.',
    'It names no owners: OPCC is taken for all of them. It gives no colours: none is kept.',
  ]
  for (const { number, updates } of deliverables)
    if (updates.length === 0) doubts.push(`Number ${number} has no update.`)
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
