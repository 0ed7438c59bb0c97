import { escapeXml, xmlAttributes } from '#platform/xml/escape.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import { columnWidths } from '../column-widths.ts'
import { isSmall } from '../docx-parts/table.ts'
import { paragraphsOfCell, plainText } from '../document.ts'
import type { Runs, TableBlock } from '../document.ts'
import { TEXT_CENTIMETRES } from './styles.ts'

/** Something written, and the automatic styles it needs. */
export type Written = { readonly xml: string; readonly styles: string }

type WriteRuns = (runs: Runs) => string

const cell = (content: string | readonly string[], style: string): string =>
  `<table:table-cell table:style-name="Cell" office:value-type="string">${[content]
    .flat()
    .map((paragraph) => `<text:p text:style-name="${style}">${paragraph}</text:p>`)
    .join('')}</table:table-cell>`

const bookmarked = (anchor: string | undefined, content: string): string =>
  anchor === undefined
    ? content
    : `<text:bookmark-start text:name="${anchor}"/>${content}<text:bookmark-end text:name="${anchor}"/>`

const isLong = (row: readonly Runs[]): boolean => row.some((runs) => plainText(runs).length >= 600)

const row = (cells: string, long = false): string =>
  `<table:table-row table:style-name="${long ? 'LongRow' : 'Row'}">${cells}</table:table-row>`

function columnStyles(name: string, widths: readonly number[]): { columns: string; styles: string } {
  const styles = widths.map(
    (width, index) =>
      `<style:style style:name="${name}.${index}" style:family="table-column"><style:table-column-properties style:column-width="${width.toFixed(2)}cm"/></style:style>`,
  )
  const columns = widths.map((_, index) => `<table:table-column table:style-name="${name}.${index}"/>`)
  return { columns: columns.join(''), styles: styles.join('') }
}

/** A table with its heading row tagged, which is repeated on every page; `name` is its own in the document. */
export function odtTable(name: string, block: TableBlock, write: WriteRuns): Written {
  const widths = columnWidths(block, { total: TEXT_CENTIMETRES * 100, character: 23, padding: 34 })
  const { columns, styles } = columnStyles(
    name,
    widths.map((width) => width / 100),
  )
  const numeric = block.columns.map((column) => column.numeric === true)
  const headings = block.columns.map(({ title }, index) =>
    cell(write(title), numeric[index] ? 'TableNumberHeading' : 'TableHeading'),
  )
  const rows = block.rows.map((runs, number) =>
    row(
      runs
        .map((each, index) => {
          const paragraphs = paragraphsOfCell(each).map((paragraph, at) => {
            const words =
              index === 0
                ? `<text:span text:style-name="Strong">${write(paragraph)}</text:span>`
                : write(paragraph)
            return bookmarked(index === 0 && at === 0 ? block.anchors?.[number] : undefined, words)
          })
          return cell(paragraphs, numeric[index] ? 'TableNumber' : 'TableText')
        })
        .join(''),
      isLong(runs),
    ),
  )
  const attributes = xmlAttributes({
    'table:name': name,
    'table:style-name': isSmall(block) ? 'SmallTable' : 'Table',
  })
  return {
    styles,
    xml:
      `<table:table${attributes}><table:title>${escapeXml(visibleLine(block.caption))}</table:title>${columns}` +
      `<table:table-header-rows>${row(headings.join(''))}</table:table-header-rows>${rows.join('')}</table:table>`,
  }
}

/** The front sheet: labels and values, without a heading row. */
export function odtFrontSheet(rows: readonly { label: string; value: Runs }[], write: WriteRuns): Written {
  const { columns, styles } = columnStyles('FrontSheet', [TEXT_CENTIMETRES * 0.3, TEXT_CENTIMETRES * 0.7])
  const written = rows.map(({ label, value }) =>
    row(cell(write(label), 'TableHeading') + cell(write(value), 'TableText')),
  )
  return {
    styles,
    xml: `<table:table table:name="FrontSheet" table:style-name="Table">${columns}${written.join('')}</table:table>`,
  }
}
