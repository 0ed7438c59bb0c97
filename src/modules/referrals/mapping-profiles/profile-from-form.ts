import { TRANSFER_FIELDS } from './transfer-fields.ts'
import type { Guess } from './guess-profile.ts'

/** What was typed into the form of a profile, by name. */
export type Typed = Record<string, string>

export const FIELD_NAMES = Object.keys(TRANSFER_FIELDS) as (keyof typeof TRANSFER_FIELDS)[]
const isCoded = (field: keyof typeof TRANSFER_FIELDS) =>
  ['code', 'codes'].includes(TRANSFER_FIELDS[field].kind)

/** A form filled with what a sample tells. */
export function typedFromGuess({ file, date_format, columns, texts }: Guess): Typed {
  const typed: Typed = {
    encoding: file.encoding,
    separator: file.separator,
    header_row: String(file.header_row),
    date_formats: date_format,
    time_zone: 'Europe/London',
    row_is: 'victim',
  }
  for (const field of FIELD_NAMES) {
    const heading = columns[field]
    if (heading === undefined) continue
    typed[`column_${field}`] = heading
    if (isCoded(field)) typed[`codes_${field}`] = codeLines(field, texts[heading] ?? [])
  }
  return typed
}

/** One line a text, with what it is taken for where that is known: "Informed = notified-right". */
function codeLines(field: keyof typeof TRANSFER_FIELDS, texts: readonly string[]): string {
  const { written, codes } = TRANSFER_FIELDS[field]
  const meaning = (text: string) => {
    const small = text.toLowerCase()
    return Object.hasOwn(written, small)
      ? written[small]!
      : (codes.find((code) => code.toLowerCase() === small) ?? '')
  }
  return texts.map((text) => `${text} = ${meaning(text)}`).join('\n')
}

/** "Victim {n} surname" for every heading that the file has with 1 and with 2: columns of a row with several victims. */
export function numberedHeadings(headings: readonly string[]): string[] {
  const all = new Set(headings)
  return headings
    .filter((heading) => heading.includes('1') && all.has(heading.replace('1', '2')))
    .map((heading) => heading.replace('1', '{n}'))
}

/** The profile that a form says, as it would be written by hand; whether it can be used is for `readProfile` to say. */
export function profileFromForm(typed: Typed): Record<string, unknown> {
  const list = (text: string | undefined) =>
    (text ?? '')
      .split(/\n|,/)
      .map((one) => one.trim())
      .filter(Boolean)
  const columns = Object.fromEntries(
    FIELD_NAMES.flatMap((field) => {
      const column = typed[`column_${field}`]?.trim()
      if (!column) return []
      const codes = codesFrom(typed[`codes_${field}`] ?? '')
      return [[field, Object.keys(codes).length > 0 ? { column, codes } : column]]
    }),
  )
  return {
    profile: typed.profile?.trim() ?? '',
    title: typed.title?.trim() ?? '',
    ...(typed.sender?.trim() ? { sender: typed.sender.trim() } : {}),
    ...(typed.file_name?.trim() ? { file_name: typed.file_name.trim() } : {}),
    file: { encoding: typed.encoding, separator: typed.separator, header_row: Number(typed.header_row ?? 1) },
    date_formats: list(typed.date_formats),
    time_zone: typed.time_zone?.trim() || 'Europe/London',
    row_is: typed.row_is,
    columns,
  }
}

/** Lines "text = code"; a line without a code is left to what is understood anyway, "= -" is "not known". */
function codesFrom(lines: string): Record<string, string | null> {
  return Object.fromEntries(
    lines.split('\n').flatMap((line) => {
      const at = line.lastIndexOf('=')
      const [text, code] = [line.slice(0, at).trim(), line.slice(at + 1).trim()]
      return at === -1 || code === '' ? [] : [[text, code === '-' ? null : code]]
    }),
  )
}
