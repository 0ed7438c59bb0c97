import { z } from 'zod'
import { BoundHeadings, cleanCell } from '#platform/reading/index.ts'

const reference = z.union([z.string().min(1), z.int().min(1)])

/** Which rows of a file are records of a kind, where it has other rows too; the others are told as left out. */
export const onlyRows = z
  .strictObject({
    column: reference.optional(),
    columns: z.array(reference).min(1).optional(),
    /** Any of the columns has something in it. */
    filled: z.literal(true).optional(),
    any_of: z.array(z.string()).min(1).optional(),
    none_of: z.array(z.string()).min(1).optional(),
  })
  .superRefine((only, check) => {
    if ((only.column === undefined) === (only.columns === undefined))
      check.addIssue('Say one of column or columns')
    if ([only.filled, only.any_of, only.none_of].filter((rule) => rule !== undefined).length !== 1)
      check.addIssue('Say one of filled, any_of or none_of')
  })
export type OnlyRows = z.infer<typeof onlyRows>

const fold = (cell: string) => cleanCell(cell).toLowerCase()

/**
 * Makes the function that tells whether a row is meant; texts are compared without regard to case and spaces, and one that means "nothing"
 * counts as blank. Throws a sentence when the file has no such column.
 */
export function compileOnly(
  { column, columns = [column!], filled, any_of, none_of }: OnlyRows,
  headings: readonly string[] | null,
  empty_values: readonly string[],
): (cells: readonly string[]) => boolean {
  const bound = new BoundHeadings(headings)
  const places = columns.map((name) => {
    const place = bound.find(name)
    if (place === undefined)
      throw new Error(`The file has no column “${bound.name(name)}”, which the profile asks for in "only".`)
    return place
  })
  const nothing = new Set(['', ...empty_values.map(fold)])
  const texts = (cells: readonly string[]) => places.map((place) => fold(cells[place] ?? ''))
  if (filled) return (cells) => texts(cells).some((text) => !nothing.has(text))
  const listed = new Set((any_of ?? none_of)!.map(fold))
  if (any_of) return (cells) => texts(cells).some((text) => listed.has(text))
  return (cells) => !texts(cells).some((text) => listed.has(text))
}
