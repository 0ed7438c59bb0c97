import type { Chart } from '#platform/charts/chart.ts'
import { chartWithTable } from '#platform/charts/chart-with-table.ts'
import { dataTable, html, insetText, isMarkup } from '#platform/design-system/index.ts'
import type { Html } from '#platform/design-system/index.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import type { Block, Runs, TableBlock } from '../document.ts'
import { runsHtml } from './runs.ts'

type Heading = Extract<Block, { kind: 'heading' }>

/** The name that the contents list leads to: by place in the document, so that no two are alike. */
export const headingAnchor = (blocks: readonly Block[], heading: Block): string =>
  `section-${blocks.indexOf(heading) + 1}`

/** The name of a numbered paragraph, so that people can send each other to '4.5'. */
const paragraphAnchor = (blocks: readonly Block[], block: Block & { kind: 'paragraph' }): string | null => {
  const first = blocks.find((each) => each.kind === 'paragraph' && each.number === block.number)
  const name = block.number?.trim().replace(/\.$/, '') ?? ''
  return first === block && /^[\w.-]+$/.test(name) ? `paragraph-${name}` : null
}

const numberHtml = (number: string): Html =>
  html`<span class="app-document__number">${visibleLine(number)}</span>`

function headingHtml(blocks: readonly Block[], block: Heading): Html {
  const id = headingAnchor(blocks, block)
  const words = html`${block.number === undefined ? null : html`${numberHtml(block.number)} `}${runsHtml(block.text)}`
  if (block.level === 1) return html`<h2 class="govuk-heading-m" id="${id}">${words}</h2>`
  if (block.level === 2) return html`<h3 class="govuk-heading-s" id="${id}">${words}</h3>`
  return html`<h4 class="govuk-heading-s" id="${id}">${words}</h4>`
}

function paragraphHtml(blocks: readonly Block[], block: Block & { kind: 'paragraph' }): Html {
  const words = html`<p class="govuk-body">${runsHtml(block.text)}</p>`
  if (block.number === undefined) return words
  const id = paragraphAnchor(blocks, block)
  return html`<div class="app-document__numbered"${id === null ? null : html` id="${id}"`}>${numberHtml(block.number)}${words}</div>`
}

type TableRow = { readonly cells: readonly Runs[]; readonly anchor: string | undefined }

function tableHtml(block: TableBlock, captionHidden = false): Html {
  const rows = block.rows.map((cells, index): TableRow => ({ cells, anchor: block.anchors?.[index] }))
  const allNumbers = block.columns.slice(1).every(({ numeric }) => numeric)
  return dataTable({
    caption: visibleLine(block.caption),
    captionHidden,
    narrow: block.narrow ?? (allNumbers ? 'scroll' : 'stack'),
    columns: block.columns.map(({ title, numeric }, index) => ({
      heading: visibleLine(title),
      numeric: numeric === true,
      cell: ({ cells, anchor }: TableRow) => {
        const words = runsHtml(cells[index] ?? '')
        return index === 0 && anchor !== undefined ? html`<span id="${anchor}">${words}</span>` : words
      },
    })),
    rows,
  })
}

/** A chart that was kept as JSON has lost the markup of its table, which no kept text may become again: it is made from the words. */
const withTable = (chart: Chart): Chart =>
  !isMarkup(chart.table)
    ? {
        ...chart,
        table: tableHtml({ kind: 'table', caption: `${chart.title}: the figures`, ...chart.words }, true),
      }
    : chart

/** One block of a document on a page. `blocks` is the whole document, because names must be its own only. */
export function blockHtml(blocks: readonly Block[], block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return headingHtml(blocks, block)
    case 'paragraph':
      return paragraphHtml(blocks, block)
    case 'bullets':
      return html`<ul class="govuk-list govuk-list--bullet">${block.items.map((item) => html`<li>${runsHtml(item)}</li>`)}</ul>`
    case 'table':
      return tableHtml(block)
    case 'chart':
      return chartWithTable(withTable(block.chart))
    case 'image':
      return html`<p class="govuk-body"><img class="app-document__image" src="${block.src}" alt="${visibleLine(block.alt)}" width="${block.width}" height="${block.height}"></p>`
    case 'note':
      return insetText({ html: runsHtml(block.text) })
    default:
      return html`<div class="app-document__page-break"></div>`
  }
}
