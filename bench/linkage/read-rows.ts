import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Row } from './column-map.ts'

/** Reads any CSV with a header: comma, semicolon, tab or bar; spaces after the comma; UTF-8 or Latin-1. */
export function readRows(path: string): Row[] {
  if (!existsSync(path)) throw new Error(`There is no file ${path}.`)
  const bytes = readFileSync(path)
  const utf8 = bytes.toString('utf8')
  const text = utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined)
  const signs = [',', ';', '\t', '|']
  const delimiter = signs.reduce((best, sign) =>
    header.split(sign).length > header.split(best).length ? sign : best,
  )
  return parse(text, {
    columns: true,
    delimiter,
    trim: true,
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    relax_quotes: true,
  })
}
