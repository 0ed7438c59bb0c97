import { z } from 'zod'

/** Other names of the same encodings, as other programs write them. Latin-1 is read as windows-1252, as every browser does. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  cp1252: 'windows-1252',
  ansi: 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'utf-16': 'utf-16le',
}
const encoding = z.preprocess(
  (written) => {
    const name = typeof written === 'string' ? written.toLowerCase() : written
    return typeof name === 'string' ? (ALSO_CALLED[name] ?? name) : name
  },
  z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']),
)
const separator = z
  .string()
  .regex(/^(?:tab|\t|\\t|[^\p{L}\p{N}\s"'])$/u, 'Write one sign, such as "," ";" "|" or "^", or "tab"')
  .transform((sign) => (sign === '\t' || sign === '\\t' ? 'tab' : sign))

/** The parts of a format, none filled in: what one file says that differs from the others of its export. */
export const partOfFormat = z.strictObject({
  /** A byte-order mark at the start of the file overrules this. */
  encoding: encoding.optional(),
  /** One sign, or 'tab'. */
  separator: separator.optional(),
  quote: z.enum(['"', "'", 'none']).optional(),
  /** The line with the headings, counted from 1; 0 when there is none. Lines before it are not rows. */
  header_row: z.int().min(0).max(1000).optional(),
  /** How many cells a row has; told by the headings where there are any, else by the first row. */
  cells: z.int().min(1).optional(),
  /** Lines that are not rows, by how they begin: comments, a trailer with a count. */
  skip_lines_starting: z.array(z.string().min(1)).optional(),
})

/** How a delimited text file is written: what a program that wrote it was set to. */
export const tableFormat = partOfFormat.extend({
  encoding: encoding.default('utf-8'),
  separator: separator.default(','),
  quote: partOfFormat.shape.quote.unwrap().default('"'),
  header_row: partOfFormat.shape.header_row.unwrap().default(1),
  skip_lines_starting: partOfFormat.shape.skip_lines_starting.unwrap().default([]),
})
export type TableFormat = z.infer<typeof tableFormat>
