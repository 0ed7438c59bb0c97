import type { MovedField } from './fields.ts'

export type ReadCell = { value: string | number | boolean | null } | { problem: string }
/** Reads the text of one cell, tidied; '' is a blank one. */
export type CellReader = (text: string) => ReadCell

const YES = new Set(['y', 'yes', 'true', '1'])
const NO = new Set(['n', 'no', 'false', '0'])
const folded = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** How the cells of one column are read for one field, by the profile's codes and dates. */
export function cellReader(
  field: MovedField & { needed?: true; otherwise?: string | number | boolean },
  options: {
    codes?: Record<string, string | null> | undefined
    when_blank?: string | undefined
    blank: readonly string[]
    day: (text: string) => string | null
    date_format: string
  },
): CellReader {
  const codes = new Map(Object.entries(options.codes ?? {}).map(([from, to]) => [folded(from), to]))
  const blank = new Set(['', ...options.blank.map(folded)])
  const of = valueReader(field, options)
  return (cell) => {
    const text = blank.has(folded(cell)) ? (options.when_blank ?? '') : cell
    const meant =
      text === ''
        ? ''
        : codes.has(folded(text))
          ? codes.get(folded(text))
          : codes.has('*')
            ? codes.get('*')
            : text
    if (meant) return of(meant)
    if (field.needed) return { problem: 'is blank' }
    return { value: field.otherwise ?? null }
  }
}

function valueReader(
  field: MovedField,
  { day, date_format }: { day: (text: string) => string | null; date_format: string },
): CellReader {
  if (field.is === 'text') return (text) => ({ value: text })
  if (field.is === 'day')
    return (text) => {
      const value = day(text) ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? dayIfReal(text) : null)
      return value ? { value } : { problem: `"${text}" is not a date written ${date_format}` }
    }
  if (field.is === 'number')
    return (text) => {
      const value = Number(text.replaceAll(',', ''))
      if (!Number.isInteger(value)) return { problem: `"${text}" is not a whole number` }
      if (value < field.least || (field.most !== undefined && value > field.most))
        return {
          problem: `"${text}" is not ${field.most === undefined ? `${field.least} or more` : `from ${field.least} to ${field.most}`}`,
        }
      return { value }
    }
  if (field.is === 'yes-no')
    return (text) => {
      const said = folded(text)
      if (YES.has(said)) return { value: true }
      return NO.has(said) ? { value: false } : { problem: `"${text}" is neither yes nor no` }
    }
  const { codes } = field
  return (text) =>
    Object.hasOwn(codes, text)
      ? { value: text }
      : { problem: `"${text}" is not among the profile's codes, and is no code of ours` }
}

function dayIfReal(text: string): string | null {
  const made = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(text) ? text : null
}
