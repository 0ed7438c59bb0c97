import { type Block, type Document, plainText } from '#platform/documents/document.ts'
import type { UpdateOf, WordsPart } from '../model/paper.ts'
import { updateHeading } from '../reading/update-heading.ts'

/** Less is a label, not a sentence. */
const LEAST = 40

/** The sentences that a paper tells in the cells of its tables, as paragraphs: what each deliverable's updates said, with their dates. */
export const wordsInTables = ({ blocks }: Document): WordsPart[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? wordsIn(block) : []))

const wordsIn = ({ caption, rows }: Block & { kind: 'table' }): WordsPart[] =>
  rows.flatMap((row) => {
    const deliverable = Number.parseInt(plainText(row[0] ?? ''))
    let update: UpdateOf | undefined = deliverable > 0 ? { deliverable } : undefined
    return row.flatMap((cell) =>
      plainText(cell)
        .split('\n')
        .flatMap((text): WordsPart[] => {
          const head = update && updateHeading(text)
          if (head && update) {
            const { deliverable: number } = update
            update = { deliverable: number, dated_on: head.dated_on, dated_to: head.dated_to }
            return []
          }
          if (text.length < LEAST || !/[.!?]/.test(text)) return []
          return [
            {
              kind: 'paragraph',
              text,
              zone: 'body',
              section: caption,
              where: `the table “${caption}”`,
              typed: false,
              ...(update ? { update } : {}),
            },
          ]
        }),
    )
  })
