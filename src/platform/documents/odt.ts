import { openDocumentPackage, xmlPart } from '#platform/open-document/package.ts'
import { paragraphText } from '#platform/open-document/text.ts'
import { visibleLine } from '#platform/words/visible-text.ts'
import { checkDocument } from './document.ts'
import type { Document } from './document.ts'
import type { FileOptions } from './docx.ts'
import { listFigures } from './list-figures.ts'
import { OdtBlocks } from './odt-parts/blocks.ts'
import { odtRuns } from './odt-parts/runs.ts'
import { ODT_AUTOMATIC_STYLES, odtNamedStyles } from './odt-parts/styles.ts'
import { odtFrontSheet } from './odt-parts/table.ts'

/**
 * The document as an OpenDocument text: true headings, tagged heading rows, charts as SVG with their words and tables,
 * language and title said, A4, pages numbered. The same document gives the same bytes.
 */
export function odtFile(document: Document, { site }: FileOptions = {}): Promise<Uint8Array> {
  checkDocument(document)
  const blocks = [...document.blocks, ...listFigures(document)]
  const writer = new OdtBlocks(document, site)
  const front = document.front_sheet?.length
    ? odtFrontSheet(document.front_sheet, (runs) => odtRuns(document, runs, site))
    : { xml: '', styles: '' }
  const body = blocks.map((block, index) => writer.block(block, blocks[index - 1]?.kind === 'page_break'))
  const title = `<text:p text:style-name="Title">${paragraphText(visibleLine(document.title))}</text:p>`
  return openDocumentPackage({
    mediaType: 'application/vnd.oasis.opendocument.text',
    title: document.title,
    language: document.language,
    asAt: document.as_at,
    parts: [
      xmlPart('content.xml', 'office:document-content', [
        `<office:automatic-styles>${ODT_AUTOMATIC_STYLES}${front.styles}${writer.styles}</office:automatic-styles>`,
        `<office:body><office:text>${front.xml}${title}`,
        ...body,
        '</office:text></office:body>',
      ]),
      xmlPart('styles.xml', 'office:document-styles', odtNamedStyles(document.language)),
      ...writer.pictures,
    ],
  })
}
