import { plainText } from './document.ts'
import type { TableBlock } from './document.ts'

/** In the units of the total: what a character takes at the size of text in tables, and what surrounds a cell. */
export type Measure = { readonly total: number; readonly character: number; readonly padding: number }

/**
 * How wide each column of a table is to be, adding up to the total. No column is narrower than its longest word, as
 * far as there is room; what is left over goes where there are most words, or evenly where no column has many.
 */
export function columnWidths(
  { columns, rows }: Pick<TableBlock, 'columns' | 'rows'>,
  measure: Measure,
): number[] {
  const { total, character, padding } = measure
  const sizes = columns.map(({ title }, index) => {
    const texts = [title, ...rows.map((row) => plainText(row[index] ?? ''))]
    const longestWord = longest(texts.flatMap((text) => text.split(/\s+/)))
    const longestText = longest(texts)
    return {
      least: Math.min(longestWord, 28) * character + padding,
      wish: Math.min(longestText, 80) * character,
    }
  })
  const least = sizes.reduce((sum, size) => sum + size.least, 0)
  const wish = sizes.reduce((sum, size) => sum + Math.max(0, size.wish - size.least), 0)
  const squeeze = Math.min(1, total / least)
  const spare = Math.max(0, total - least)
  const widths = sizes.map((size) =>
    Math.floor(
      size.least * squeeze +
        (wish > 0 ? (spare * Math.max(0, size.wish - size.least)) / wish : spare / sizes.length),
    ),
  )
  const rest = total - widths.reduce((sum, width) => sum + width, 0)
  const widest = widths.indexOf(Math.max(...widths))
  return widths.map((width, index) => (index === widest ? width + rest : width))
}

// Not Math.max(...): a column of a long table holds more words than a function takes arguments.
const longest = (texts: readonly string[]): number =>
  texts.reduce((most, text) => Math.max(most, text.length), 0)
