import type { Column, ColumnType, Table } from './table.ts'

export type Publication = {
  /** The CSV file's address, relative to the metadata: 'referrals.csv'. */
  readonly url: string
  /** Address of the licence. */
  readonly license: string
  readonly publisher?: { readonly name: string; readonly url?: string }
  /** The day the figures were last changed, '2026-07-01'. */
  readonly modified?: string
  /** Language of titles and text: 'en-GB' unless told. */
  readonly language?: string
}

const DATATYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  decimal: 'decimal',
  percent: 'decimal',
  pounds: 'decimal',
  date: 'date',
  datetime: 'dateTime',
  boolean: 'boolean',
  url: 'anyURI',
}

const csvwColumn = <Row extends object>(column: Column<Row>, symbols: readonly string[]) => ({
  name: column.name,
  // A heading in the file must be among the titles (Metadata Vocabulary for Tabular Data, 5.6.1.1)
  titles: [column.name, column.title],
  ...(column.description ? { 'dc:description': column.description } : {}),
  datatype: DATATYPES[column.type],
  ...(column.required ? { required: true } : {}),
  ...(!column.required && column.type !== 'text' && symbols.length > 0 ? { null: ['', ...symbols] } : {}),
})

const symbolsExplained = (symbols: Readonly<Record<string, string>>): string[] =>
  Object.entries(symbols).map(([symbol, meaning]) => `${symbol} means ${meaning}.`)

/**
 * What `<file>-metadata.json` says beside a CSV file, by W3C CSV on the Web (Metadata Vocabulary for Tabular Data):
 * names, titles, datatypes, which are required, the key, and the symbols that stand for no value.
 */
export function csvwMetadata<Row extends object>(table: Table<Row>, publication: Publication) {
  const { url, license, publisher, modified, language = 'en-GB' } = publication
  const symbols = table.symbols ?? {}
  const said = [table.description, ...(table.notes ?? []), ...symbolsExplained(symbols)]
    .filter(Boolean)
    .join(' ')
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    url,
    'dc:title': table.title,
    ...(said ? { 'dc:description': said } : {}),
    ...(publisher
      ? {
          'dc:publisher': {
            'schema:name': publisher.name,
            ...(publisher.url ? { 'schema:url': { '@id': publisher.url } } : {}),
          },
        }
      : {}),
    'dc:license': { '@id': license },
    ...(modified ? { 'dc:modified': { '@value': modified, '@type': 'xsd:date' } } : {}),
    dialect: { encoding: 'utf-8', header: true },
    tableSchema: {
      columns: table.columns.map((column) => csvwColumn(column, Object.keys(symbols))),
      ...(table.primaryKey ? { primaryKey: [...table.primaryKey] } : {}),
    },
  }
}
