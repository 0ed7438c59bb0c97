import { Readable, pipeline } from 'node:stream'
import { setImmediate as breathe } from 'node:timers/promises'
import { stringify } from 'csv-stringify'
import { readRow } from './cell.ts'
import type { Cell } from './cell.ts'
import { guardFormula } from './formula-guard.ts'
import type { Table } from './table.ts'

export type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

export type CsvOptions = {
  /** Begin with a byte order mark, so that Excel reads accents rightly. Leave out for open data. */
  readonly bom?: boolean
}

type CsvField = string | { readonly text: string }

function csvField(cell: Cell): CsvField {
  switch (cell.type) {
    case 'empty':
      return ''
    case 'number':
      return cell.digits
    case 'date':
      return cell.day
    case 'datetime':
      return cell.moment.toISOString()
    case 'boolean':
      return String(cell.value)
    case 'symbol':
      return cell.text
    default:
      return { text: guardFormula(cell.text) }
  }
}

async function* records<Row extends object>(table: Table<Row>, rows: Rows<Row>): AsyncGenerator<CsvField[]> {
  let number = 0
  for await (const row of rows) {
    yield readRow(table, row, ++number).map(csvField)
    if (number % 500 === 0) await breathe()
  }
}

/**
 * The table as a stream of UTF-8 CSV (RFC 4180, CRLF), a few rows in memory at a time, giving way to other work: column names as heading; days as
 * 2026-07-01, moments as ISO 8601 in UTC, true and false; numbers with a point and no commas. Text is always quoted,
 * so that no separator inside it can begin a cell, and never starts a formula. A row that the table does not allow
 * ends the stream with a CellError.
 */
export function csvStream<Row extends object>(
  table: Table<Row>,
  rows: Rows<Row>,
  { bom = false }: CsvOptions = {},
): Readable {
  const writer = stringify({
    bom,
    header: true,
    columns: table.columns.map(({ name }) => name),
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    cast: { object: (field) => ({ value: String(field['text']), quoted: true }) },
  })
  pipeline(Readable.from(records(table, rows)), writer, () => {
    // The error has already ended `writer`, which hands it to whoever reads.
  })
  return writer
}
