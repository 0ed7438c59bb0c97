import { HeadingLevel, ImageRun, Paragraph } from 'docx'
import type { FileChild, IParagraphOptions } from 'docx'
import { visibleLine } from '#platform/words/visible-text.ts'
import type { Block, Document, TableBlock } from '../document.ts'
import { docxChart } from './chart.ts'
import { paragraphRuns, textRuns } from './runs.ts'
import { BULLETS, HANGING_INDENT, TEXT_PIXELS } from './styles.ts'
import { docxTable } from './table.ts'
import { planNumbers } from '../plan-numbers.ts'
import type { PlannedNumber } from '../plan-numbers.ts'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

type Context = {
  readonly document: Document
  readonly site: string | undefined
  readonly numbers: ReadonlyMap<Block, PlannedNumber>
}

/** A number that Word counts to itself, or else one printed as text with a tab behind it. */
function numbered(
  { document, site, numbers }: Context,
  block: Block & { kind: 'heading' | 'paragraph' },
): IParagraphOptions {
  const children = paragraphRuns(document, block.text, site)
  const planned = numbers.get(block)
  if (planned) return { children, numbering: { reference: planned.list.name, level: planned.level } }
  if (block.number === undefined) return { children }
  return { children: [...textRuns(`${visibleLine(block.number)}\t`), ...children], indent: HANGING_INDENT }
}

function table({ document, site }: Context, block: TableBlock, before: IParagraphOptions): FileChild[] {
  const caption = new Paragraph({ ...before, style: 'Caption', children: textRuns(block.caption) })
  if (block.rows.length === 0) return [caption, new Paragraph({ text: 'There is nothing to show.' })]
  return [caption, docxTable(document, block, site), new Paragraph({ spacing: { after: 80 } })]
}

function blockChildren(context: Context, block: Block, before: IParagraphOptions): FileChild[] {
  const { document, site } = context
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ ...before, ...numbered(context, block), heading: HEADINGS[block.level] })]
    case 'paragraph':
      return [new Paragraph({ ...before, ...numbered(context, block) })]
    case 'note':
      return [
        new Paragraph({ ...before, style: 'Note', children: paragraphRuns(document, block.text, site) }),
      ]
    case 'bullets':
      return block.items.map(
        (item, index) =>
          new Paragraph({
            ...(index === 0 ? before : {}),
            numbering: { reference: BULLETS, level: 0 },
            // Close together, and apart from what follows them.
            contextualSpacing: index < block.items.length - 1,
            children: paragraphRuns(document, item, site),
          }),
      )
    case 'table':
      return table(context, block, before)
    case 'chart': {
      const { title, words, categories } = block.chart
      if (categories.length === 0) return table(context, { kind: 'table', caption: title, ...words }, before)
      return [
        new Paragraph({ ...before, style: 'Caption', children: textRuns(title) }),
        // With its figures on the same page.
        new Paragraph({ keepNext: true, children: [docxChart(block.chart)] }),
        ...table(context, { kind: 'table', caption: `${title}: the figures`, ...words }, {}),
      ]
    }
    case 'image': {
      const width = Math.min(block.width, TEXT_PIXELS)
      const height = Math.round((block.height * width) / block.width)
      const alt = visibleLine(block.alt)
      const image = new ImageRun({
        type: 'png',
        data: block.png,
        transformation: { width, height },
        altText: { name: alt, title: alt, description: alt },
      })
      return [new Paragraph({ ...before, children: [image] })]
    }
    default:
      return []
  }
}

/** Whether a block is written with an empty paragraph behind its table; a table of nothing has none. */
const endsInSpace = (block: Block): boolean =>
  block.kind === 'table'
    ? block.rows.length > 0
    : block.kind === 'chart' && (block.chart.categories.length > 0 || block.chart.words.rows.length > 0)

/** Every block as Word's paragraphs and tables, a page break being a property of what follows it. */
export function docxBlocks(document: Document, blocks: readonly Block[], site: string | undefined) {
  const context = { document, site, numbers: planNumbers(blocks) }
  const children = blocks.flatMap((block, index) => {
    const before = blocks[index - 1]?.kind === 'page_break' ? { pageBreakBefore: true } : {}
    const made = blockChildren(context, block, before)
    // The space after a table would be a page of its own where the table fills one.
    const spaced = endsInSpace(block) && block !== blocks.at(-1)
    return spaced && blocks[index + 1]?.kind === 'page_break' ? made.slice(0, -1) : made
  })
  const lists = new Set([...context.numbers.values()].map(({ list }) => list))
  return { children, lists: [...lists] }
}
