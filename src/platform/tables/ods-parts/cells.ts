import { cellParagraphs } from '#platform/open-document/text.ts'
import { xmlAttributes } from '#platform/xml/escape.ts'
import { clockAt, dayInWords, momentInWords } from '#platform/words/dates.ts'
import type { Cell } from '../cell.ts'
import { numberOfColumnInWords } from '../cell-in-words.ts'
import { isNumberColumn } from '../table.ts'
import type { Shape } from '../table.ts'

/** Name of the automatic style for cells of a column. */
export function cellStyle({ type, places = 1 }: Shape): string {
  if (type === 'decimal' || type === 'percent') return `${type}-${places}`
  return type === 'integer' || type === 'pounds' || type === 'date' || type === 'datetime' ? type : 'text'
}

/** A heading or sentence in a cell of its own, in a named cell style. */
export const wordsCell = (text: string, style: string): string =>
  `<table:table-cell${xmlAttributes({ 'office:value-type': 'string', 'table:style-name': style })}>` +
  `${cellParagraphs(text)}</table:table-cell>`

/** Spreadsheet programs show what they work out from these; what is typed here is what others read. */
function valueAttributes(cell: Exclude<Cell, { type: 'empty' }>): Record<string, string> {
  switch (cell.type) {
    case 'number':
      return { 'office:value-type': 'float', 'office:value': cell.digits }
    case 'date':
      return { 'office:value-type': 'date', 'office:date-value': cell.day }
    case 'datetime':
      return {
        'office:value-type': 'date',
        'office:date-value': clockAt(cell.moment),
      }
    case 'boolean':
      return { 'office:value-type': 'boolean', 'office:boolean-value': String(cell.value) }
    default:
      return { 'office:value-type': 'string' }
  }
}

function words(cell: Exclude<Cell, { type: 'empty' }>, column: Shape): string {
  switch (cell.type) {
    case 'number':
      return numberOfColumnInWords(cell.digits, column).replace('%', '')
    case 'date':
      return dayInWords(cell.day)
    case 'datetime':
      return momentInWords(cell.moment)
    case 'boolean':
      return String(cell.value).toUpperCase()
    default:
      return cell.text
  }
}

/** A cell of a table. Text is a string and nothing else, so a formula in it is read, not run. */
export function tableCell(cell: Cell, column: Shape): string {
  if (cell.type === 'empty') return '<table:table-cell/>'
  const style = cell.type === 'symbol' && isNumberColumn(column) ? 'symbol' : cellStyle(column)
  const attributes = xmlAttributes({ ...valueAttributes(cell), 'table:style-name': style })
  return `<table:table-cell${attributes}>${cellParagraphs(words(cell, column))}</table:table-cell>`
}
