import { cellStyle } from './cells.ts'
import type { Shape } from '../table.ts'
import { xmlAttributes } from '#platform/xml/escape.ts'

const grouped = (places: number): string =>
  `<number:number number:decimal-places="${places}" number:min-decimal-places="${places}" ` +
  'number:min-integer-digits="1" number:grouping="true"/>'

const DAY =
  '<number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/>' +
  '<number:text> </number:text><number:year number:style="long"/>'
const TIME =
  '<number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text>' +
  '<number:minutes number:style="long"/>'

const dataStyle = (name: string, content: string, kind = 'number'): string =>
  `<number:${kind}-style style:name="n-${name}">${content}</number:${kind}-style>` +
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" ` +
  `style:data-style-name="n-${name}"><style:table-cell-properties style:vertical-align="top"/></style:style>`

function dataStyleOf(column: Shape): string {
  const name = cellStyle(column)
  switch (column.type) {
    case 'integer':
      return dataStyle(name, grouped(0))
    case 'decimal':
    case 'percent':
      return dataStyle(name, grouped(column.places ?? 1))
    case 'pounds':
      return dataStyle(name, `<number:text>£</number:text>${grouped(2)}`)
    case 'date':
      return dataStyle(name, DAY, 'date')
    case 'datetime':
      return dataStyle(name, DAY + TIME, 'date')
    default:
      return ''
  }
}

/** Widths are told in characters; a column is never narrower than 8 nor wider than 60 of them. */
export const columnWidthStyle = (name: string, characters: number): string =>
  `<style:style style:name="${name}" style:family="table-column"><style:table-column-properties ` +
  `style:column-width="${(Math.min(60, Math.max(8, characters)) * 0.22 + 0.4).toFixed(2)}cm"/></style:style>`

const named = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default">${properties}</style:style>`

const WRAPPED = '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>'

const TO_THE_RIGHT = '<style:paragraph-properties fo:text-align="end"/>'

/** Styles of the cells, and of the numbers in them. Meaning is never in a colour: there is none. */
export function cellStyles(columns: readonly Shape[]): string {
  const data = new Map(columns.map((column) => [cellStyle(column), dataStyleOf(column)]))
  return [
    named('sheet-title', '<style:text-properties fo:font-weight="bold" fo:font-size="15pt"/>'),
    named('words', ''),
    named('heading', `${WRAPPED}<style:text-properties fo:font-weight="bold"/>`),
    named('text', WRAPPED),
    named('number-heading', `${WRAPPED}${TO_THE_RIGHT}<style:text-properties fo:font-weight="bold"/>`),
    named('symbol', `<style:table-cell-properties style:vertical-align="top"/>${TO_THE_RIGHT}`),
    ...data.values(),
  ].join('')
}

/** On paper: A4, landscape, as many columns as there are on one page's width. */
const PRINTED_PAGE =
  '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties ' +
  'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1" ' +
  'style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles>' +
  '<style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>'

/** styles.xml: the default cell, in Arial 12 as the accessible spreadsheet guidance asks. */
export function defaultStyles(language: string): string {
  const [code = 'en', country = 'GB'] = language.split('-')
  return (
    '<office:font-face-decls><style:font-face style:name="Arial" svg:font-family="Arial"/></office:font-face-decls>' +
    '<office:styles><style:default-style style:family="table-cell"><style:text-properties ' +
    `style:font-name="Arial" fo:font-size="12pt"${xmlAttributes({ 'fo:language': code, 'fo:country': country })}/>` +
    '</style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>' +
    PRINTED_PAGE
  )
}
