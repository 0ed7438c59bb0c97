import { openDocumentPackage, xmlPart } from '#platform/open-document/package.ts'
import { escapeXml, xmlAttributes } from '#platform/xml/escape.ts'
import type { Rows } from './csv.ts'
import { tableCell } from './ods-parts/cells.ts'
import { collectNotes, notesTable } from './ods-parts/notes.ts'
import type { Headed } from './ods-parts/notes.ts'
import { sheetAddress, tableSheet, wordsSheet } from './ods-parts/sheet.ts'
import type { SheetHead, WrittenSheet } from './ods-parts/sheet.ts'
import { cellStyles, defaultStyles } from './ods-parts/styles.ts'
import { sheetName } from './ods-parts/sheet-name.ts'
import { defineTable } from './table.ts'
import type { Table } from './table.ts'

/** One table and its rows, on a sheet of its own. */
export type Sheet = {
  readonly name: string
  readonly table: Headed
  readonly write: (head: SheetHead, headings: readonly string[], prefix: string) => Promise<WrittenSheet>
}

export type Workbook = {
  readonly title: string
  /** What the cover says, a line a row: what this is, the period, the source, whom to ask. */
  readonly cover: readonly string[]
  readonly sheets: readonly Sheet[]
  /** When the figures were so: the file's date. */
  readonly asAt: Date
  /** 'en-GB' unless told. */
  readonly language?: string
}

/** Puts a table with its rows on a sheet; the sheet's name is the table's title, shortened, unless told. */
export const sheet = <Row extends object>(table: Table<Row>, rows: Rows<Row>, name = table.title): Sheet => ({
  name,
  table,
  write: (head, headings, prefix) => tableSheet(head, prefix, table, rows, headings),
})

type Listed = { readonly name: string; readonly title: string }

const contentsTable = defineTable<Listed>({
  name: 'contents',
  title: 'Contents',
  columns: [
    { name: 'name', title: 'Worksheet', type: 'text', required: true },
    { name: 'title', title: 'What is on it', type: 'text', required: true },
  ],
})

const linkCell = (name: string): string =>
  `<table:table-cell office:value-type="string" table:style-name="text"><text:p>` +
  `<text:a${xmlAttributes({ 'xlink:href': sheetAddress(name), 'xlink:type': 'simple' })}>${escapeXml(name)}</text:a>` +
  '</text:p></table:table-cell>'

const ONE_TABLE = 'This worksheet contains one table.'
const SEE_NOTES = ' Notes and symbols are explained on the Notes worksheet.'

const contentsSheet = (listed: readonly Listed[]): Promise<WrittenSheet> =>
  tableSheet(
    { name: 'Contents', title: 'Contents', sentences: [ONE_TABLE] },
    'contents',
    contentsTable,
    listed,
    contentsTable.columns.map(({ title }) => title),
    (cell, column) =>
      column.name === 'name' && cell.type === 'text' ? linkCell(cell.text) : tableCell(cell, column),
  )

/**
 * An OpenDocument spreadsheet laid out as the Government Analysis Function's accessible spreadsheets are: a cover, a
 * contents sheet with links, a notes sheet where there are notes or symbols, then one table a sheet from A1 downward,
 * its heading row tagged and its range named; no merged cells, no blank rows or columns, no colour. Numbers are
 * numbers and text is text, whatever it looks like. The same workbook gives the same bytes.
 */
export async function odsFile(workbook: Workbook): Promise<Uint8Array> {
  const { texts, notes } = collectNotes(workbook.sheets.map(({ table }) => table))
  const taken = new Set(['cover', 'contents', 'notes'])
  const tables = workbook.sheets.map((each, index) => {
    const { title = each.table.title, headings = [] } = texts[index] ?? {}
    return { write: each.write, name: sheetName(each.name, taken), title, headings }
  })
  const hasNotes = notes.length > 0
  const written = [
    wordsSheet({
      name: 'Cover',
      title: workbook.title,
      sentences: workbook.cover.filter((line) => line.trim()),
    }),
    await contentsSheet([...(hasNotes ? [{ name: 'Notes', title: 'Notes and symbols' }] : []), ...tables]),
  ]
  if (hasNotes) {
    const headings = notesTable.columns.map(({ title }) => title)
    const head = { name: 'Notes', title: 'Notes', sentences: [ONE_TABLE] }
    written.push(await tableSheet(head, 'notes', notesTable, notes, headings))
  }
  for (const [index, { write, headings, name, title }] of tables.entries()) {
    const sentences = [ONE_TABLE + (hasNotes ? SEE_NOTES : '')]
    written.push(await write({ name, title, sentences }, headings, `table${index + 1}`))
  }
  return assemble(workbook, written)
}

function assemble(workbook: Workbook, written: readonly WrittenSheet[]): Promise<Uint8Array> {
  const { title, asAt, language = 'en-GB' } = workbook
  const ranges = written
    .map(({ range }) => range && `<table:database-range${xmlAttributes(range)}/>`)
    .join('')
  const styles = [
    cellStyles(workbook.sheets.flatMap(({ table }) => table.columns)),
    ...written.map(({ widthStyles }) => widthStyles),
  ]
  const content = [
    `<office:automatic-styles>${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>`,
    ...written.flatMap(({ xml }) => xml),
    `<table:database-ranges>${ranges}</table:database-ranges></office:spreadsheet></office:body>`,
  ]
  return openDocumentPackage({
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    title,
    language,
    asAt,
    parts: [
      xmlPart('content.xml', 'office:document-content', content),
      xmlPart('styles.xml', 'office:document-styles', defaultStyles(language)),
    ],
  })
}
