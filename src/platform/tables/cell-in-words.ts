import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { decimalInWords, numberInWords, poundsInWords } from '#platform/words/numbers.ts'
import type { Cell } from './cell.ts'
import type { Shape } from './table.ts'

/** A number as people read it in a column of this kind: '16,707', '98.3%', '£75.50'. */
export function numberOfColumnInWords(digits: string, { type, places = 1 }: Shape) {
  if (type === 'pounds') return poundsInWords(digits)
  if (type === 'percent') return `${decimalInWords(digits, places)}%`
  return type === 'decimal' ? decimalInWords(digits, places) : numberInWords(digits)
}

/** What a page shows in a cell. Empty cells are ''. */
export function cellInWords(cell: Cell, column: Shape): string {
  switch (cell.type) {
    case 'empty':
      return ''
    case 'number':
      return numberOfColumnInWords(cell.digits, column)
    case 'date':
      return dayInWords(cell.day)
    case 'datetime':
      return momentInWords(cell.moment)
    case 'boolean':
      return cell.value ? 'Yes' : 'No'
    default:
      return cell.text
  }
}
