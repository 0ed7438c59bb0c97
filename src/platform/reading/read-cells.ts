import { cleanCell } from './clean-cell.ts'
import { columnsNamed, type BoundHeadings } from './bind-columns.ts'
import type { ColumnSource } from './column-sources.ts'
import { NO_SUCH_DAY, type ReadDay } from './day-format.ts'
import type { Field } from './fields.ts'

/** What a row's readers tell besides values: `problems` put the row in error, `remarks` only name fields that were not understood. */
export type Notes = { problems: string[]; remarks: string[] }
export type ReadCell = (cells: readonly string[], notes: Notes) => unknown

const fold = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()
/** Keeps what texts without fault were read as: the same few codes stand in a million cells. */
function remembering<Value>(read: (text: string, notes: Notes) => Value) {
  const known = new Map<string, Value>()
  return (text: string, notes: Notes): Value => {
    const value = known.get(text)
    if (value !== undefined) return value
    const faults = notes.problems.length + notes.remarks.length
    const fresh = read(text, notes)
    if (known.size < 500 && faults === notes.problems.length + notes.remarks.length)
      known.set(Buffer.from(text).toString(), fresh)
    return fresh
  }
}

/** Kinds that give a list. */
const SEVERAL = new Set(['codes', 'texts'])
const YES = ['y', 'yes', 'true', 't', '1', 'x']
const NO = ['n', 'no', 'false', 'f', '0']

/** The text of a source's cells, cleaned, with '' for what is blank or means nothing. */
function textReader(
  source: ColumnSource,
  field: Field,
  headings: BoundHeadings,
  emptyEverywhere: readonly string[],
) {
  const places = columnsNamed(source).map((column) => headings.find(column)!)
  const empty = new Set([...emptyEverywhere, ...(source.empty_values ?? [])].map(fold))
  const { split, take } = source
  const one = (cell: string) => {
    let text = cleanCell(cell, field.lines)
    if (split !== undefined && take !== undefined)
      text = (text.split(split).at(take > 0 ? take - 1 : take) ?? '').trim()
    return empty.size > 0 && empty.has(fold(text)) ? '' : text
  }
  const [only] = places
  if (places.length === 1) return (cells: readonly string[]) => one(cells[only!] ?? '')
  const join = source.join ?? ' '
  return (cells: readonly string[]) =>
    places
      .map((place) => one(cells[place] ?? ''))
      .filter((text) => text !== '')
      .join(join)
}

/** Makes the reader of one field. `name` is how its column is known to people. */
export function makeReader(
  field: Field,
  source: ColumnSource,
  headings: BoundHeadings,
  options: { name: string; label: string; empty: readonly string[]; day: ReadDay; expected: string },
): ReadCell {
  if (source.constant !== undefined) {
    const constant = SEVERAL.has(field.kind) ? [source.constant] : source.constant
    return () => constant
  }
  const cellText = textReader(source, field, headings, options.empty)
  const several = SEVERAL.has(field.kind)
  // A blank cell may be a code of its own: {"": "not-recorded"}.
  const blankCode = source.codes?.['']
  // Where the profile says what a blank cell means, it lacks nothing.
  const required = source.required ?? (field.required && (blankCode ?? source.default ?? null) === null)
  const column = `Column “${options.name}”`
  const blank = field.kind === 'flag' ? (source.default ?? false) : several ? [] : (source.default ?? null)
  const read = byKind(field, source, column, options)
  return (cells, notes) => {
    const text = cellText(cells)
    if (text !== '') return read(text, notes)
    if (required) notes.problems.push(`${column} is blank, and a row needs ${options.label}`)
    return blankCode === undefined ? blank : !several ? blankCode : blankCode === null ? [] : [blankCode]
  }
}

function byKind(
  field: Field,
  source: ColumnSource,
  column: string,
  options: { label: string; day: ReadDay; expected: string },
): (text: string, notes: Notes) => unknown {
  switch (field.kind) {
    case 'day':
      return (text, { problems }) => {
        const day = options.day(text)
        if (day !== null && day !== NO_SUCH_DAY) return day
        problems.push(
          `${column}: “${text.slice(0, 40)}” is not a ${day === null ? `date written ${options.expected}` : 'day that exists'}`,
        )
        return null
      }
    case 'number': {
      const meant = new Map(Object.entries(source.codes ?? {}).map(([written, n]) => [fold(written), n]))
      return (text, { problems }) => {
        if (meant.size > 0 && meant.has(fold(text))) return meant.get(fold(text))
        // A spreadsheet writes 3 as 3.0 where it takes the column for a measurement.
        if (/^\d{1,9}(?:\.0+)?$/.test(text)) return Number(text)
        problems.push(`${column}: “${text.slice(0, 40)}” is not a whole number`)
        return null
      }
    }
    case 'flag':
      return remembering(flagReader(source, column))
    case 'code':
    case 'codes':
      return remembering<unknown>(codeReader(field, source, column, options.label))
    case 'texts':
      return remembering(textsReader(source))
    default:
      return source.codes ? remembering(translator(textCodes(source))) : (text) => text
  }
}

function flagReader(source: ColumnSource, column: string) {
  if (source.any_of) {
    const any = new Set(source.any_of.map(fold))
    const split = source.split ?? ';'
    return (text: string) => text.split(split).some((part) => any.has(fold(part)))
  }
  const yes = new Set((source.true_values ?? YES).map(fold))
  const no = new Set((source.false_values ?? NO).map(fold))
  // With only the texts for "true" told, every other text is false.
  const strict = source.true_values === undefined || source.false_values !== undefined
  return (text: string, { problems }: Notes) => {
    const folded = fold(text)
    if (yes.has(folded)) return true
    if (!strict || no.has(folded)) return false
    if (typeof source.default === 'boolean') return source.default
    problems.push(`${column}: “${text.slice(0, 40)}” is neither yes nor no`)
    return false
  }
}

/** What a text stands for, and itself when nothing is told of it. */
function translator(codes: Readonly<Record<string, string | null>> = {}) {
  const meanings = new Map(Object.entries(codes).map(([written, meant]) => [fold(written), meant]))
  return (text: string): string | null => (meanings.has(fold(text)) ? meanings.get(fold(text))! : text)
}

// The schema of a profile lets numbers stand only where a number is meant.
const textCodes = ({ codes }: ColumnSource) => codes as Record<string, string | null> | undefined

function textsReader(source: ColumnSource) {
  const { split = ';' } = source
  const meant = translator(textCodes(source))
  return (text: string) => [
    ...new Set(
      text
        .split(split)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map(meant)
        .filter((part) => part !== null),
    ),
  ]
}

function codeReader(field: Field, source: ColumnSource, column: string, label: string) {
  const meanings = new Map<string, string | null>()
  for (const code of field.codes) meanings.set(fold(code), code)
  for (const [written, code] of Object.entries(field.written)) meanings.set(fold(written), code)
  for (const [written, code] of Object.entries(textCodes(source) ?? {})) meanings.set(fold(written), code)
  const one = (text: string, { problems, remarks }: Notes): string | null => {
    const code = meanings.get(text) ?? meanings.get(fold(text))
    if (code !== undefined) return code
    if (source.default !== undefined) return source.default as string | null
    if (meanings.has(fold(text))) return null
    if (field.lenient) remarks.push(label)
    else problems.push(`${column}: “${text.slice(0, 40)}” is no code that the profile knows`)
    return null
  }
  if (field.kind === 'code') return one
  const split = source.split ?? ';'
  return (text: string, notes: Notes) => [
    ...new Set(
      text
        .split(split)
        .filter((part) => part.trim() !== '')
        .map((part) => one(part.trim(), notes))
        .filter((code) => code !== null),
    ),
  ]
}
