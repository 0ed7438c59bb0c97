import { type Block, type Document, plainText, runsOf, type Runs } from '#platform/documents/document.ts'
import { MEASURES } from '#insight'
import { withoutAddresses } from '../../drafts/typed-links.ts'
import type { Link, Part, WordsPart } from '../model/paper.ts'

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
  withoutAddresses(text)
    .replaceAll(/\{\{[^}]*\}\}/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 24)

const boundIn = (runs: Runs): string[] =>
  runsOf(runs).flatMap((run) => (typeof run !== 'string' && 'figure' in run ? [run.text] : []))

/** How the figures of measures that count people begin, or what happened to them: all but those of organisations. */
const OF_PEOPLE = MEASURES.filter(({ unit }) => unit !== 'organisations').map(({ name }) =>
  name.replaceAll(/\W/g, '_'),
)
const peopleIn = (runs: Runs): string[] =>
  runsOf(runs).flatMap((run) =>
    typeof run !== 'string' &&
    'figure' in run &&
    OF_PEOPLE.some((id) => `${run.figure}_`.startsWith(`${id}_`))
      ? [run.text]
      : [],
  )

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
          people: peopleIn(block.text),
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
            people: peopleIn(item),
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
    else if (block.kind === 'chart') {
      const { title, description, words } = block.chart
      const where = `the chart “${title}”`
      parts.push(
        { kind: 'picture', alt: description, where, ...href },
        {
          kind: 'table',
          caption: title,
          section,
          where,
          counted: true,
          header_marked: true,
          ...href,
          header: words.columns.map((column) => column.title),
          rows: words.rows,
        },
      )
    } else if (block.kind === 'image')
      parts.push({ kind: 'picture', alt: block.alt, where: `under “${section}”` })
  }
  return parts
}

/** A paper's links: those of its text, and addresses that somebody typed into it. What leads to a figure's definition is a number, not a link. */
export function documentLinks({ blocks }: Document): Link[] {
  let section = ''
  return blocks.flatMap((block): Link[] => {
    if (block.kind === 'heading') section = plainText(block.text)
    const texts =
      block.kind === 'paragraph' || block.kind === 'note'
        ? [block.text]
        : block.kind === 'bullets'
          ? block.items
          : block.kind === 'table'
            ? block.rows.flat()
            : []
    return texts.flatMap((runs) =>
      runsOf(runs).flatMap((run): Link[] => {
        const place = { sentence: plainText(runs).slice(0, 300), where: `under “${section}”` }
        if (typeof run !== 'string' && 'href' in run && run.href && !('figure' in run))
          return [{ ...place, text: run.text, href_of_link: run.href }]
        const text = typeof run === 'string' ? run : run.text
        return [...text.matchAll(/https?:\/\/[^\s<>)]+/g)].map(([url]) => ({
          ...place,
          text: url,
          href_of_link: url,
        }))
      }),
    )
  })
}

const wordsPart = (part: Omit<WordsPart, 'typed'> & { typed?: boolean }): WordsPart => ({
  typed: false,
  ...part,
})
