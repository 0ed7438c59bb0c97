import {
  type Block,
  type Document,
  type FigureNote,
  plainText,
  type Run,
  type Runs,
  runsOf,
} from '#platform/documents/document.ts'
import { partsOf } from '../reviews/paragraphs.ts'
import { groundInWords } from '../words.ts'
import { cutWords } from './cut-words.ts'

/** What is taken out: a whole part of the document (words: null) or exact words in it. Parts are counted as partsOf counts them. */
export type Redaction = { block: number; place: string; words: string | null; ground: string }

/** What stands where something was taken out. */
export const markOf = ({ ground }: Pick<Redaction, 'ground'>): Run => ({
  text: `[Redacted. ${groundInWords(ground)}]`,
  italic: true,
})

/**
 * The document as the public reads it: what is redacted is not in it, in text, tables, charts, list of figures or anything about the file. A
 * figure that only redacted text gave is not listed. Links lead to the list of figures at `address`, or elsewhere on the web; none into the
 * office's own pages.
 */
export function redactDocument(
  document: Document,
  redactions: readonly Redaction[],
  address: string,
): Document {
  const front = document.front_sheet ?? []
  const takenFrom = (block: number) => redactions.filter((one) => one.block === block)
  const front_sheet = front.map(({ label, value }, index) => ({
    label,
    value: redactRuns(value, takenFrom(index)),
  }))
  const blocks = document.blocks.map((block, index) => redactBlock(block, takenFrom(front.length + index)))
  const used = new Set(blocks.flatMap(figuresIn))
  const figures = (document.figures ?? []).filter(({ id }) => redactions.length === 0 || used.has(id))
  return {
    ...document,
    front_sheet,
    blocks: blocks.map((block) => mapRuns(block, (run) => outward(run, figures, address))),
    figures: figures.map((note, index) => ({ ...note, href: `${address}#figure_${index + 1}` })),
  }
}

/** What the public reads of each redaction: where, as the redacted document itself says it, on which ground, and how much. */
export type Taken = { place: string; ground: string; whole: boolean }

/** The list of what is taken out of a public version: a redacted heading gives no place its words. */
export const takenOut = (published: Document, redactions: readonly Redaction[]): Taken[] => {
  const parts = partsOf(published)
  return redactions.map(({ block, ground, words }) => ({
    place: parts[block]?.place ?? '',
    ground,
    whole: words === null,
  }))
}

const redactRuns = (runs: Runs, redactions: readonly Redaction[]): Runs => {
  const whole = redactions.find(({ words }) => words === null)
  if (whole) return [markOf(whole)]
  return redactions.reduce<Runs>((kept, one) => cutWords(kept, one.words!, markOf(one)), runs)
}

function redactBlock(block: Block, redactions: readonly Redaction[]): Block {
  if (redactions.length === 0) return block
  const whole = redactions.find(({ words }) => words === null)
  if (!whole) return mapText(block, (runs) => redactRuns(runs, redactions))
  if (block.kind === 'heading' || block.kind === 'paragraph') return { ...block, text: [markOf(whole)] }
  return { kind: 'note', text: [markOf(whole)] }
}

/** The block with every piece of text in it changed. */
function mapText(block: Block, change: (runs: Runs) => Runs): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return { ...block, text: change(block.text) }
    case 'bullets':
      return { ...block, items: block.items.map(change) }
    case 'table':
      return {
        ...block,
        caption: plainText(change(block.caption)),
        rows: block.rows.map((row) => row.map(change)),
      }
    default:
      return block
  }
}

const mapRuns = (block: Block, change: (run: Run) => Run): Block =>
  mapText(block, (runs) => (typeof runs === 'string' ? runs : runs.map(change)))

function figuresIn(block: Block): string[] {
  const found: string[] = []
  mapText(block, (runs) => {
    for (const run of runsOf(runs)) if (typeof run !== 'string' && 'figure' in run) found.push(run.figure)
    return runs
  })
  return found
}

function outward(run: Run, figures: readonly FigureNote[], address: string): Run {
  if (typeof run === 'string') return run
  if ('figure' in run)
    return { ...run, href: `${address}#figure_${figures.findIndex(({ id }) => id === run.figure) + 1}` }
  if (!('href' in run) || !run.href || /^https?:/.test(run.href)) return run
  const { href: _, ...plain } = run
  return plain
}
