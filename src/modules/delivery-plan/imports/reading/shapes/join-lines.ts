import { CELL_BREAK, type Line } from '../pieces.ts'
import { type Column, numberOf } from '../read-cells.ts'

const tabsIn = (text: string) => text.split('\t').length - 1

/** A row that was pasted with the paragraphs of its cells on lines of their own is one line again, where its cells then are as many as the columns. */
export function joinBroken(lines: readonly Line[], all: readonly Column[]): Line[] {
  const columns = all.length
  // A line that reaches the cell that a row ends with lacks nothing but empty cells after it.
  const whole_at = all.includes('status')
    ? all.indexOf('status')
    : Math.max(all.indexOf('words'), all.indexOf('number'))
  const joined: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const { line, text } = lines[at]!
    let [whole, tabs, end] = [text, tabsIn(text), at]
    if (tabs > 0 && tabs < whole_at)
      while (tabs < columns - 1 && end + 1 < lines.length && end - at < 80) {
        const next = lines[++end]!.text
        tabs += tabsIn(next)
        whole += next === '' ? '' : `${CELL_BREAK}${next}`
      }
    // A row that only lacks its last cells is whole, and is followed by one that begins as a row does.
    const broken =
      end > at &&
      tabs === columns - 1 &&
      !lines.slice(at + 1, end + 1).some(({ text: next }) => beginsRow(next))
    joined.push({ line, text: broken ? whole : text })
    if (broken) at = end
  }
  return joined
}

const beginsRow = (text: string) => tabsIn(text) > 0 && numberOf(text.split('\t')[0]!) !== undefined

/** Cells that a spreadsheet wrote in quotes, over several lines, as one. */
export function joinQuoted(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const { line } = lines[at]!
    let text = lines[at]!.text
    if (/(?:^|\t)"/.test(text)) {
      let end = at
      while (isOpen(text) && end + 1 < lines.length && end - at < 200)
        text += `${CELL_BREAK}${lines[++end]!.text}`
      if (isOpen(text)) text = lines[at]!.text
      else {
        at = end
        text = text
          .split('\t')
          .map((cell) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell))
          .join('\t')
      }
    }
    joined.push({ line, text })
  }
  return joined
}

const isOpen = (text: string) =>
  text.split('\t').some((cell) => cell.startsWith('"') && (cell.match(/"/g)?.length ?? 0) % 2 === 1)
