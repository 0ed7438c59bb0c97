import { z } from 'zod'
import { dayFormatFault } from './day-format.ts'
import type { Field, Fields } from './fields.ts'

const reference = z.union([z.string().min(1), z.int().min(1)])
const dateFormats = z.array(
  z.string().superRefine((format, check) => {
    const fault = dayFormatFault(format)
    if (fault) check.addIssue(fault)
  }),
)

/** Where a field's value is in a row: one column, several joined, or the same for every row. */
const place = {
  column: reference.optional(),
  columns: z.array(reference).min(1).optional(),
  join: z.string().optional(),
  constant: z.union([z.string(), z.boolean(), z.number()]).optional(),
  /** Cells that mean "nothing", besides blank ones: "N/A", "01/01/1900". */
  empty_values: z.array(z.string()).optional(),
  /** Refuse (or, with false, allow) a row in which the field is blank. */
  required: z.boolean().optional(),
  /** Whether the file may lack the column. */
  optional: z.boolean().optional(),
  /** Cuts the cell at this sign; with `take`, the piece of this number counted from 1, or from the end with -1. */
  split: z.string().min(1).optional(),
  take: z
    .int()
    .refine((take) => take !== 0, 'The first piece is 1, the last is -1')
    .optional(),
}

/** Texts that stand for others: {"R": "Race"}; null for nothing. What is not named stays as it is. */
const translated = { codes: z.record(z.string(), z.string().nullable()).optional() }

const sources: Record<string, (field: Field) => z.ZodType> = {
  text: () => z.strictObject({ ...place, ...translated, default: z.string().optional() }),
  texts: () => z.strictObject({ ...place, ...translated }),
  number: () =>
    z.strictObject({
      ...place,
      /** Texts that stand for numbers: {"Never": 1, "n/k": null}. */
      codes: z.record(z.string(), z.int().min(0).nullable()).optional(),
      default: z.int().min(0).optional(),
    }),
  day: () => z.strictObject({ ...place, date_formats: dateFormats.min(1).optional() }),
  flag: () =>
    z.strictObject({
      ...place,
      true_values: z.array(z.string()).optional(),
      false_values: z.array(z.string()).optional(),
      /** True when the cell, cut by `split`, has any of these. */
      any_of: z.array(z.string()).min(1).optional(),
      default: z.boolean().optional(),
    }),
  code: codeSource,
  codes: codeSource,
}

function codeSource(field: Field) {
  const one = z.enum(field.codes)
  return z.strictObject({
    ...place,
    codes: z.record(z.string(), one.nullable()).optional(),
    default: one.nullable().optional(),
  })
}

/** The schema of a profile's `columns` for these fields: which column is which field, and how its cells are read. */
export function columnsOf<F extends Fields>(fields: F) {
  const shape = Object.entries(fields).map(([name, field]) => [
    name,
    z
      .union([reference.transform((column) => ({ column })), sources[field.kind]!(field)])
      .pipe(z.custom<ColumnSource>())
      .superRefine((source, check) => {
        const places = [source.column, source.columns, source.constant].filter((given) => given !== undefined)
        if (places.length !== 1) check.addIssue('Say one of column, columns or constant')
      })
      .optional(),
  ])
  return z.strictObject(
    Object.fromEntries(shape) as Record<keyof F & string, z.ZodOptional<z.ZodType<ColumnSource>>>,
  )
}

export { dateFormats }

export type ColumnSource = {
  column?: string | number
  columns?: (string | number)[]
  join?: string
  constant?: string | boolean | number
  empty_values?: string[]
  required?: boolean
  optional?: boolean
  split?: string
  take?: number
  default?: string | number | boolean | null
  date_formats?: string[]
  true_values?: string[]
  false_values?: string[]
  any_of?: string[]
  codes?: Record<string, string | number | null>
}
