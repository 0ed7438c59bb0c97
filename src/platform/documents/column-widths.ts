import { plainText } from './document.ts'
import type { TableBlock } from './document.ts'

/** In the units of the total: what a character takes at the size of text in tables, and what surrounds a cell. */
export type Measure = { readonly total: number; readonly character: number; readonly padding: number }

/** No text is worth more room than this many characters of one line, nor a word more than so many. */
const LONGEST_TEXT = 200
const LONGEST_WORD = 28

/**
 * How wide each column of a table is to be, adding up to the total. No column is narrower than its longest word, as
 * far as there is room. What is left over first gives each column its words in one line; where there is not so much,
 * those with more words get more of it, and where there is more, all share it.
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
  const wish = sizes.reduce((sum, size) => sum + size.wish, 0)
  const squeeze = Math.min(1, total / least)
  const spare = Math.max(0, total - least)
  const given = wish > 0 ? Math.min(1, spare / wish) : 0
  const shared = (spare - given * wish) / sizes.length
  const widths = sizes.map((size) => Math.floor(size.least * squeeze + given * size.wish + shared))
  const rest = total - widths.reduce((sum, width) => sum + width, 0)
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + rest : width))
}

// Not Math.max(...): a column of a long table holds more words than a function takes arguments.
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0)
