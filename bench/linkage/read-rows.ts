import { readFileSync, statSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import type { Row } from './column-map.ts'

const SIGNS = [',', ';', '\t', '|']

/** The text of a file, whoever saved it: UTF-8 or UTF-16, with a byte order mark or without, or Latin-1. */
export function readText(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Error(`There is no file ${path}.`)
  if (found.isDirectory()) throw new Error(`${path} is a folder, not a file.`)
  const bytes = readFileSync(path)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le', 2)
  const utf8 = bytes.toString('utf8')
  if (utf8.includes('\0')) throw new Error(`${path} is not text. Save it as CSV.`)
  return (utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8).replace(/^\ufeff/, '')
}

/**
 * Reads any CSV with a header: comma, semicolon, tab or bar; spaces after the comma; any line ends; values in quotes with
 * commas, quotes and line ends in them. Where rows are shorter or longer than the header the rest is missing or left out.
 */
export function readRows(path: string): Row[] {
  const text = readText(path).trimStart()
  if (text === '') throw new Error(`${path} is empty. Its first line must name the columns.`)
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const delimiter = SIGNS.reduce((best, sign) =>
    header.split(sign).length > header.split(best).length ? sign : best,
  )
  let columns: string[] = []
  try {
    const rows: Row[] = parse(text, {
      columns: (names: string[]) => (columns = onceEach(path, names)),
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      relax_quotes: true,
    })
    return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Error(`${path} cannot be read as CSV: ${error.message}.`, { cause: error })
  }
}

function onceEach(path: string, names: string[]): string[] {
  const twice = names.filter((name, k) => name !== '' && names.indexOf(name) < k)
  if (twice.length > 0) throw new Error(`${path} has more than one column called ${twice.join(', ')}.`)
  return names.map((name, k) => name || `column ${k + 1}`)
}
