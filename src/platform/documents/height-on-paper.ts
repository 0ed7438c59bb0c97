import { columnWidths } from './column-widths.ts'
import { plainText } from './document.ts'
import type { Block, Document, Runs, TableBlock } from './document.ts'

/** What a page of A4 holds between its margins, in points. */
export const PAGE_POINTS = 717

/** Of the text, in points: 16.6 centimetres. */
const WIDTH = 470
/** A letter of Arial is half as wide as it is high, or a little less: words are not broken, so that a line holds fewer. */
const LETTER = 0.52
const LINE = 1.2

const linesOf = (text: string, size: number, width: number): number =>
  text
    .split('\n')
    .reduce((lines, one) => lines + Math.max(1, Math.ceil((one.length * size * LETTER) / width)), 0)

const words = (runs: Runs, size: number, space: number, width = WIDTH): number =>
  linesOf(plainText(runs), size, width) * size * LINE + space

const HEADINGS = { 1: { size: 15, space: 20 }, 2: { size: 13, space: 17 }, 3: { size: 12, space: 15 } }

function tableHeight(table: TableBlock): number {
  const widths = columnWidths(table, { total: WIDTH, character: 6.4, padding: 9.5 })
  const row = (cells: readonly Runs[]) =>
    Math.max(...cells.map((cell, index) => words(cell, 10.5, 8, widths[index]! - 9.5)))
  const heading = row(table.columns.map(({ title }) => title))
  return words(table.caption, 11, 15) + heading + table.rows.reduce((sum, one) => sum + row(one), 0) + 14
}

function heightOf(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return words(block.text, HEADINGS[block.level].size, HEADINGS[block.level].space)
    case 'paragraph':
      return words(block.text, 12, 7, block.number ? WIDTH - 37 : WIDTH)
    case 'note':
      return words(block.text, 12, 7, WIDTH - 12)
    case 'bullets':
      return block.items.reduce((sum: number, item) => sum + words(item, 12, 1, WIDTH - 54), 7)
    case 'table':
      return tableHeight(block)
    case 'chart':
      return (
        Math.min(600, 60 + block.chart.categories.length * block.chart.series.length * 20) +
        tableHeight({ kind: 'table', caption: block.chart.title, ...block.chart.words })
      )
    case 'image':
      return Math.min(WIDTH, block.width * 0.75) * (block.height / block.width)
    case 'page_break':
      return 0
  }
}

/** About how high blocks stand in the files that are made of a document, in points: rather more than they do. */
export const heightOnPaper = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + heightOf(block), 0)

/** The same of what stands before them: the front sheet and the title. */
export const heightOfFront = ({ front_sheet = [], title }: Pick<Document, 'front_sheet' | 'title'>): number =>
  front_sheet.reduce((sum, { value }) => sum + words(value, 10.5, 8, WIDTH * 0.7 - 9.5), 24) +
  words(title, 22, 14)
