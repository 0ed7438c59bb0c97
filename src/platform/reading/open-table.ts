import { decodeText } from './decode-text.ts'
import type { TableFormat } from './table-format.ts'
import { TableRows, type TableRow } from './table-rows.ts'

export type OpenTable = {
  /** The headings as they stand in the file; null when the format says that there are none. */
  headings: string[] | null
  /** The rows, some thousand at a time, in order. Read once, to the end. */
  batches: AsyncIterable<TableRow[]>
  /** What was passed over so far: blank lines, and lines that are not rows. Whole when `batches` has ended. */
  passedOver: () => { blank_lines: number; skipped_lines: number }
}

/**
 * Opens a delimited text file for reading as a stream; memory holds a piece of the file at a time, however long it is. Gives every
 * line that is not blank as a row: one that cannot be read has a problem that says why. Throws when the stream fails, and a sentence when the
 * file is no text, or empty, or has a blank line where its headings should be.
 */
export async function openTable(
  source: AsyncIterable<Uint8Array | string>,
  format: TableFormat,
): Promise<OpenTable> {
  const rows = new TableRows(format)
  const pieces = decodeText(source, format.encoding, (encoding) => (rows.encoding = encoding))
  let first: TableRow[] = []
  let ended = false
  while (!ended && first.length === 0 && (format.header_row === 0 || rows.headings === null)) {
    const { value, done } = await pieces.next()
    ended = done === true
    first = rows.push(value ?? '', ended)
  }
  if (ended && rows.headings === null && first.length === 0 && rows.isEmpty)
    throw new Error('The file is empty.')
  if (format.header_row > 0 && rows.headings?.every((heading) => heading.trim() === ''))
    throw new Error(`Line ${format.header_row} of the file is blank, where its headings should be.`)
  async function* batches() {
    if (first.length > 0) yield first
    first = []
    if (ended) return
    for await (const piece of pieces) {
      const batch = rows.push(piece, false)
      if (batch.length > 0) yield batch
    }
    const last = rows.push('', true)
    if (last.length > 0) yield last
  }
  return {
    headings: rows.headings,
    batches: batches(),
    passedOver: () => ({ blank_lines: rows.blankLines, skipped_lines: rows.skippedLines }),
  }
}
