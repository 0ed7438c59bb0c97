import type { At, Sentence } from '../model/paper.ts'

/** Where a finding stands, taken from what it is about. */
export const at = ({ where, line, href }: At): At => ({
  where,
  ...(line === undefined ? {} : { line }),
  ...(href === undefined ? {} : { href }),
})

/** A sentence, and where it stands. */
export const quoted = (sentence: Sentence) => ({ ...at(sentence), quote: sentence.text })

/** Sentences that a reader reads as the paper's own words: not the front sheet, the contents or whom to ask. */
export const inTheText = ({ zone, kind }: Sentence): boolean =>
  (zone === 'body' || zone === 'note') && kind !== 'heading'

/** A row of a table as it can be quoted. */
export const rowQuote = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join(' | ')

/** Whether a sentence names a row of a table by its whole label: 'Violence with injury made up …'. */
export const namesRow = (text: string, [label = '']: readonly string[]): boolean =>
  label.trim().length > 3 &&
  !/^(?:grand |overall )?total/i.test(label) &&
  // A short one is a word like another but for its capital.
  new RegExp(`(?:^|[^\\w-])${escaped(label.trim())}s?(?![\\w-])`, label.trim().length > 5 ? 'i' : '').test(
    text,
  )
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
