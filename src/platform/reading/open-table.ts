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
  /** Lets the stream go before its end; for whoever does not read the batches to theirs. */
  close: () => Promise<void>
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
  let ended = false
  let cutting = rows.push('', false)
  let first = cutting.next()
  while (!ended && first.done && (format.header_row === 0 || rows.headings === null)) {
    const { value, done } = await pieces.next()
    ended = done === true
    cutting = rows.push(value ?? '', ended)
    first = cutting.next()
  }
  if (ended && rows.headings === null && rows.isEmpty) throw new Error('The file is empty.')
  if (format.header_row > 0 && rows.headings?.every((heading) => heading.trim() === ''))
    throw new Error(`Line ${format.header_row} of the file is blank, where its headings should be.`)
  async function* batches() {
    for (; !first.done; first = cutting.next()) yield first.value
    if (ended) return
    for await (const piece of pieces) yield* rows.push(piece, false)
    yield* rows.push('', true)
  }
  return {
    headings: rows.headings,
    batches: batches(),
    passedOver: () => ({ blank_lines: rows.blankLines, skipped_lines: rows.skippedLines }),
    close: async () => void (await pieces.return(undefined)),
  }
}
