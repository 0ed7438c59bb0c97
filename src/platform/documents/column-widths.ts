import { plainText } from './document.ts'
import type { TableBlock } from './document.ts'

/** In the units of the total: what a character takes at the size of text in tables, and what surrounds a cell. */
export type Measure = { readonly total: number; readonly character: number; readonly padding: number }

/** No text is worth more room than this many characters of one line, nor a word more than so many. */
const LONGEST_TEXT = 600
const LONGEST_WORD = 28

/**
 * How wide each column of a table is to be, adding up to the total. No column is narrower than its longest word, as
 * far as there is room. What is left over goes to those whose words do not fit in one line, the more the longer they
 * are, and where nobody needs it, all share it.
 */
export function columnWidths(
  { columns, rows }: Pick<TableBlock, 'columns' | 'rows'>,
  { total, character, padding }: Measure,
): number[] {
  const sizes = columns.map(({ title }, index) => {
    const texts = [title, ...rows.map((row) => plainText(row[index] ?? ''))]
    const longestWord = longest(texts.flatMap((text) => text.split(/\s+/)))
    const least = Math.min(longestWord, LONGEST_WORD) * character + padding
    const whole = Math.min(longest(texts), LONGEST_TEXT) * character + padding
    return { least, wish: Math.max(0, whole - least) }
  })
  const least = sizes.reduce((sum, size) => sum + size.least, 0)
  const squeeze = Math.min(1, total / least)
  const spare = Math.max(0, total - least)
  const given = handOut(
    spare,
    sizes.map(({ wish }) => wish),
  )
  const widths = sizes.map((size, index) => Math.floor(size.least * squeeze + given[index]!))
  const rest = total - widths.reduce((sum, width) => sum + width, 0)
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + rest : width))
}

/** Shares what there is by the roots of what is wished, so that a column of whole sentences leaves the others some; nobody gets more than they wish while another wishes for more. */
function handOut(spare: number, wishes: readonly number[]): number[] {
  const given = wishes.map(() => 0)
  let left = spare
  for (;;) {
    const roots = wishes.map((wish, index) => Math.sqrt(Math.max(0, wish - given[index]!)))
    const all = roots.reduce((sum, root) => sum + root, 0)
    if (left < 1) return given
    if (all < 1) return given.map((one) => one + left / wishes.length)
    const shares = roots.map((root, index) => Math.min((left * root) / all, wishes[index]! - given[index]!))
    for (const [index, share] of shares.entries()) given[index]! += share
    left -= shares.reduce((sum, share) => sum + share, 0)
  }
}

// Not Math.max(...): a column of a long table holds more words than a function takes arguments.
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0)
