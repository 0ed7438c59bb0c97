import { type Block, type Document, plainText } from '#platform/documents/document.ts'

/** A part of a document that can be pointed at: by its place among all parts, as people cite it, and its words. */
export type Part = { block: number; place: string; words: string }

const wordsOf = (block: Block): string => {
  switch (block.kind) {
    case 'bullets':
      return block.items.map(plainText).join('\n')
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.map(plainText).join(' | '))].join('\n')
    case 'chart':
      return block.chart.title
    case 'image':
      return block.alt
    case 'page_break':
      return ''
    default:
      return plainText(block.text)
  }
}

/**
 * The parts of a document: the rows of its front sheet first, then every block, counted from 0. A numbered paragraph is cited by its number,
 * another by the heading above it.
 */
export function partsOf(document: Document): Part[] {
  let heading = ''
  const front = (document.front_sheet ?? []).map(({ label, value }) => ({
    place: `Front sheet, ${label}`,
    words: plainText(value),
  }))
  const body = document.blocks.map((block) => {
    if (block.kind === 'heading') heading = [block.number, plainText(block.text)].filter(Boolean).join(' ')
    const own = 'number' in block && block.number ? block.number : ''
    const kind = { bullets: ', list', table: ', table', chart: ', chart', image: ', picture' }[
      block.kind as string
    ]
    return {
      place: block.kind === 'heading' ? heading : own || `${heading || 'Beginning'}${kind ?? ''}`,
      words: wordsOf(block),
    }
  })
  return [...front, ...body].map((part, block) => ({ block, ...part }))
}

/** The parts that somebody could say something about, each place once with what begins there. */
export const citable = (document: Document): Part[] =>
  partsOf(document).filter(({ words }) => words.trim() !== '')
