import { type Block, type Document, plainText, runsOf, type Runs } from '#platform/documents/document.ts'
import type { Part, WordsPart } from '../model/paper.ts'

export type FromDocument = {
  /** The opening words of every paragraph that a person wrote. */
  typed: ReadonlySet<string>
  /** Where what stands under a heading of the first level is written; undefined: nobody writes there. */
  hrefOf: (heading: { number?: string; title: string }) => string | undefined
  /** Blocks that are read from their records instead. */
  leaveOut: (block: Block) => boolean
}

/** How paragraphs that a person wrote are known again among those of the template. */
export const opening = (text: string): string =>
  text
    .replaceAll(/\{\{[^}]*\}\}/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 24)

const boundIn = (runs: Runs): string[] =>
  runsOf(runs).flatMap((run) => (typeof run !== 'string' && 'figure' in run ? [run.text] : []))

/** A paper written here, as the parts that rules read. */
export function documentParts(
  { title, blocks }: Document,
  { typed, hrefOf, leaveOut }: FromDocument,
): Part[] {
  const parts: Part[] = [
    wordsPart({ kind: 'heading', text: title, zone: 'front', where: 'the title', section: '' }),
  ]
  let section = ''
  let href = {}
  let caption = ''
  for (const block of blocks) {
    if (leaveOut(block)) continue
    if (block.kind === 'heading') {
      section = plainText(block.text)
      const number = block.number?.replace(/\.$/, '')
      if (block.level === 1) {
        const written = hrefOf({ title: section, ...(number ? { number } : {}) })
        href = written ? { href: written } : {}
      }
      parts.push(
        wordsPart({
          kind: 'heading',
          text: section,
          section,
          zone: 'body',
          level: block.level,
          ...href,
          where: `the heading “${block.number ? `${block.number} ` : ''}${section}”`,
          ...(number ? { number } : {}),
        }),
      )
    } else if (block.kind === 'paragraph' || block.kind === 'note') {
      caption = plainText(block.text)
      const number = 'number' in block ? block.number : undefined
      parts.push(
        wordsPart({
          kind: 'paragraph',
          text: caption,
          section,
          zone: block.kind === 'note' ? 'note' : 'body',
          ...href,
          ...(number ? { number } : {}),
          where: number ? `paragraph ${number}` : `under “${section}”`,
          typed: typed.has(opening(caption)),
          bound: boundIn(block.text),
        }),
      )
    } else if (block.kind === 'bullets')
      for (const item of block.items)
        parts.push(
          wordsPart({
            kind: 'bullet',
            text: plainText(item),
            section,
            zone: 'body',
            where: `under “${section}”`,
            bound: boundIn(item),
            ...href,
          }),
        )
    else if (block.kind === 'table')
      parts.push({
        kind: 'table',
        caption: block.caption,
        section,
        where: `the table “${block.caption}”`,
        counted: true,
        header_marked: true,
        ...href,
        header: block.columns.map((column) => column.title),
        rows: block.rows.map((row) => row.map(plainText)),
      })
    else if (block.kind === 'image')
      parts.push({ kind: 'picture', alt: block.alt, where: `under “${section}”` })
  }
  return parts
}

const wordsPart = (part: Omit<WordsPart, 'typed'> & { typed?: boolean }): WordsPart => ({
  typed: false,
  ...part,
})
