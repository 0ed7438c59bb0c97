import { z } from 'zod'

/** How a delimited text file is written: what a program that wrote it was set to. */
export const tableFormat = z.strictObject({
  /** A byte-order mark at the start of the file overrules this. */
  encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).default('utf-8'),
  separator: z.enum([',', ';', 'tab', '|']).default(','),
  quote: z.enum(['"', "'", 'none']).default('"'),
  /** The line with the headings, counted from 1; 0 when there is none. Lines before it are not rows. */
  header_row: z.int().min(0).max(1000).default(1),
  /** How many cells a row has; told by the headings where there are any, else by the first row. */
  cells: z.int().min(1).optional(),
  /** Lines that are not rows, by how they begin: comments, a trailer with a count. */
  skip_lines_starting: z.array(z.string().min(1)).default([]),
})
export type TableFormat = z.infer<typeof tableFormat>
