/** What a field of a record is, whatever its column is called in a sender's file. */
export type Field<Kind extends string = string, Value = unknown> = {
  kind: Kind
  /** A row without it is in error. */
  required: boolean
  /** What it means, for whoever writes a mapping profile. */
  says: string
  /** Texts that mean a code without the profile saying so, in small letters; every code also means itself. */
  written: Readonly<Record<string, string>>
  codes: readonly string[]
  /** A text that is no code leaves the field empty with a remark, and is no error. */
  lenient: boolean
  /** Line breaks are kept. */
  lines: boolean
  /** Only for the type: what is read. */
  value?: Value
}
export type Fields = Readonly<Record<string, Field>>
export type ValueOf<F> = F extends Field<string, infer Value> ? Value : never
/** The record that is read from a row: null, false or an empty list where the column is blank or not mapped. */
export type RecordOf<F extends Fields> = { [Name in keyof F]: ValueOf<F[Name]> }

type Options = { says: string; required?: boolean; lines?: boolean }
type CodeOptions = Options & { written?: Readonly<Record<string, string>>; lenient?: boolean }

const make = <Kind extends string, Value>(
  kind: Kind,
  options: CodeOptions,
  codes: readonly string[] = [],
): Field<Kind, Value> => ({
  kind,
  codes,
  says: options.says,
  required: options.required ?? false,
  written: options.written ?? {},
  lenient: options.lenient ?? false,
  lines: options.lines ?? false,
})

/** Words, or null. */
export const text = (options: Options) => make<'text', string | null>('text', options)
/** Any number of words, each once; what they mean may be told by the profile. */
export const texts = (options: Options) => make<'texts', string[]>('texts', options)
/** A day as `YYYY-MM-DD`, or null. */
export const day = (options: Options) => make<'day', string | null>('day', options)
/** A whole number that is not negative, or null. */
export const wholeNumber = (options: Options) => make<'number', number | null>('number', options)
/** Yes (true) or no (false; also when blank). */
export const flag = (options: Options) => make<'flag', boolean>('flag', options)
/** One code of a list, or null. */
export const code = <Code extends string>(codes: readonly Code[], options: CodeOptions) =>
  make<'code', Code | null>('code', options, codes)
/** Any number of codes of a list. */
export const codeList = <Code extends string>(codes: readonly Code[], options: CodeOptions) =>
  make<'codes', Code[]>('codes', options, codes)
