import {
  AlignmentType,
  Document as WordDocument,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { visibleLine } from '#platform/words/visible-text.ts'
import { checkDocument } from './document.ts'
import type { Document } from './document.ts'
import { docxBlocks } from './docx-parts/blocks.ts'
import { settleDocx } from './docx-parts/settle.ts'
import { BULLETS, bulletLevels, docxStyles, numberLevels, PAGE } from './docx-parts/styles.ts'
import { docxFrontSheet } from './docx-parts/table.ts'
import { listFigures } from './list-figures.ts'

export type FileOptions = {
  /** Where the site is ('https://waymark.example.org'), so that links on it can be followed from a file. */
  readonly site?: string
}

const pageFooter = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES], size: 20 }),
        ],
      }),
    ],
  })

/**
 * The document as a Word file: true headings, numbers that Word counts and that are always the ones given, heading
 * rows that repeat, Word's own charts, words for every picture, its language and title said, A4, pages numbered. A
 * figure leads to its row in the list at the end. The same document gives the same bytes.
 */
export async function docxFile(document: Document, { site }: FileOptions = {}): Promise<Uint8Array> {
  checkDocument(document)
  const title = visibleLine(document.title)
  const body = docxBlocks(document, [...document.blocks, ...listFigures(document)], site)
  const front = document.front_sheet?.length
    ? [docxFrontSheet(document, site), new Paragraph({ spacing: { after: 200 } })]
    : []
  const file = new WordDocument({
    title,
    styles: docxStyles(document.language),
    numbering: {
      config: [
        { reference: BULLETS, levels: bulletLevels },
        ...body.lists.map((list) => ({ reference: list.name, levels: numberLevels(list) })),
      ],
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageFooter() },
        children: [
          ...front,
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
          ...body.children,
        ],
      },
    ],
  })
  return settleDocx(await Packer.toBuffer(file), document)
}
