import { AlignmentType, Bookmark, BorderStyle, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import { columnWidths } from '../column-widths.ts'
import { paragraphsOfCell, plainText } from '../document.ts'
import type { Document, Run, Runs, TableBlock } from '../document.ts'
import { paragraphRuns } from './runs.ts'
import { TEXT_WIDTH } from './styles.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B9C9CB' }
const NONE = { style: BorderStyle.NIL }

/** Between the paragraphs of one cell. */
const BETWEEN = { after: 120 }

type CellOptions = {
  readonly width: number
  readonly numeric?: boolean | undefined
  readonly bold?: boolean
  readonly keepNext?: boolean
  readonly anchor?: string | undefined
}

/** Words in bold alone, over what they head: kept whole, and with it. */
const isLabel = (paragraph: readonly Run[]): boolean =>
  paragraph.every((run) => typeof run !== 'string' && 'bold' in run && run.bold === true)

function cell(document: Document, runs: Runs, site: string | undefined, options: CellOptions): TableCell {
  const parts = paragraphsOfCell(runs)
  const paragraphs = parts.map((paragraph, index) => {
    const words = paragraphRuns(document, paragraph, site, options.bold ? { bold: true } : {})
    return options.anchor === undefined || index > 0
      ? words
      : [new Bookmark({ id: options.anchor, children: words })]
  })
  return new TableCell({
    width: { size: options.width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: paragraphs.map(
      (children, index) =>
        new Paragraph({
          style: 'TableText',
          children,
          keepNext: options.keepNext === true || (isLabel(parts[index]!) && index < parts.length - 1),
          keepLines: isLabel(parts[index]!),
          widowControl: true,
          ...(index < paragraphs.length - 1 ? { spacing: BETWEEN } : {}),
          ...(options.numeric ? { alignment: AlignmentType.RIGHT } : {}),
        }),
    ),
  })
}

/** A row kept whole at the end of a page; a longer one would leave too much of the page empty. */
const isShort = (row: readonly Runs[]): boolean => row.every((runs) => plainText(runs).length < 600)

/** A table as small as this is kept on one page: half a page of words at most. */
export const isSmall = ({ rows }: TableBlock): boolean =>
  rows.length <= 12 &&
  rows.every(isShort) &&
  rows.flat().reduce((sum, runs) => sum + plainText(runs).length, 0) < 1500

/**
 * A table whose heading row is marked as such and repeated on every page it reaches; its first column heads the rows.
 * Small tables stay on one page, and only long rows run over the end of one.
 */
export function docxTable(document: Document, block: TableBlock, site: string | undefined): Table {
  const widths = columnWidths(block, { total: TEXT_WIDTH, character: 128, padding: 190 })
  const headings = block.columns.map(({ title }) => title)
  const cells = (
    row: readonly Runs[],
    options: { bold?: boolean; keepNext: boolean; anchor?: string | undefined },
  ) =>
    row.map((runs, index) =>
      cell(document, runs, site, {
        width: widths[index] ?? 0,
        numeric: block.columns[index]?.numeric,
        bold: options.bold === true || index === 0,
        keepNext: options.keepNext,
        anchor: index === 0 ? options.anchor : undefined,
      }),
    )
  const rows = block.rows.map((row, index) => {
    const keepNext = isSmall(block) && index < block.rows.length - 1
    return new TableRow({
      cantSplit: isShort(row),
      children: cells(row, { keepNext, anchor: block.anchors?.[index] }),
    })
  })
  const heading = cells(headings, { bold: true, keepNext: true })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    borders: {
      top: LINE,
      bottom: LINE,
      insideHorizontal: LINE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
    },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: heading }), ...rows],
  })
}

/** The front sheet: labels and values, without a heading row. */
export function docxFrontSheet(document: Document, site: string | undefined): Table {
  const rows = document.front_sheet ?? []
  const label = Math.round(TEXT_WIDTH * 0.3)
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [label, TEXT_WIDTH - label],
    layout: 'fixed',
    borders: {
      top: LINE,
      bottom: LINE,
      insideHorizontal: LINE,
      left: LINE,
      right: LINE,
      insideVertical: LINE,
    },
    tableLook: { firstRow: false, firstColumn: true, noHBand: true, noVBand: true },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(document, row.label, site, { width: label, bold: true }),
            cell(document, row.value, site, { width: TEXT_WIDTH - label }),
          ],
        }),
    ),
  })
}
