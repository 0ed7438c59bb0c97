/** Reading the files of others: delimited text in any dress, and the columns that a mapping profile names. */
export * from './clean-cell.ts'
export * from './column-sources.ts'
export * from './compile-columns.ts'
export * from './fields.ts'
export * from './open-table.ts'
export * from './table-format.ts'
export type { Notes } from './read-cells.ts'
export type { TableRow } from './table-rows.ts'
