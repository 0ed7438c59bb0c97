import { assetUrl, html, summary } from '#platform/design-system/index.ts'
import type { Html } from '#platform/design-system/index.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import { checkDocument, plainText } from './document.ts'
import type { Block, Document } from './document.ts'
import { blockHtml, headingAnchor } from './page-parts/blocks.ts'
import { runsHtml } from './page-parts/runs.ts'
import { listFigures } from './list-figures.ts'

export type DocumentHtmlOptions = {
  /** Leave out the <h1>, because the page around it has one. */
  readonly withoutTitle?: boolean
  /** Tables and charts as wide as the page: for a document of tables, whose words stay in a readable measure. */
  readonly wide?: boolean
}

const FEW_HEADINGS = 3

/** Where the main headings are, for a reader on a phone; not on paper, and not for a document of a page or two. */
function contents(blocks: readonly Block[]): Html | null {
  const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 1)
  if (headings.length <= FEW_HEADINGS) return null
  const items = headings.map((heading) => {
    if (heading.kind !== 'heading') return null
    const number = heading.number === undefined ? null : html`${visibleLine(heading.number)} `
    return html`<li><a class="govuk-link" href="#${headingAnchor(blocks, heading)}">${number}${visibleLine(plainText(heading.text))}</a></li>`
  })
  return html`<nav class="app-document__contents" aria-labelledby="document-contents"><h2 class="govuk-heading-s" id="document-contents">Contents</h2><ol class="govuk-list">${items}</ol></nav>`
}

/**
 * The document on a page: its front sheet, contents, and every block, with the list of figures at the end. It reads on
 * a phone, and prints on A4. A figure in the text is a link to its definition.
 */
export function documentHtml(
  document: Document,
  { withoutTitle = false, wide = false }: DocumentHtmlOptions = {},
): Html {
  checkDocument(document)
  const blocks = [...document.blocks, ...listFigures(document)]
  const front = document.front_sheet?.map(({ label, value }) => ({
    key: visibleLine(label),
    value: runsHtml(value),
  }))
  const title = withoutTitle ? null : html`<h1 class="govuk-heading-l">${visibleLine(document.title)}</h1>`
  return html`<link rel="stylesheet" href="${assetUrl('app/documents.css')}"><article class="app-document${wide ? ' app-document--wide' : null}" lang="${document.language}">${title}${front?.length ? summary(front) : null}${contents(blocks)}${blocks.map((block) => blockHtml(blocks, block))}</article>`
}
