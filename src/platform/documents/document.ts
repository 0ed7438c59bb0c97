import type { Chart } from '#platform/charts/chart.ts'

/** Words in a paragraph. A run may be bold, italic or a link, or a figure that can be followed to its definition. */
export type Run =
  | string
  | { readonly text: string; readonly bold?: boolean; readonly italic?: boolean; readonly href?: string }
  /** A status: its word on its colour, which only repeats it. */
  | { readonly text: string; readonly tone: StatusTone }
  | { readonly figure: string; readonly text: string; readonly href: string }
export type Runs = string | readonly Run[]
export type StatusTone = 'good' | 'attention' | 'urgent' | 'closed' | 'neutral'

export type TableBlock = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[]
  /** A row for each, a cell for each column; the first cell is the heading of its row. */
  readonly rows: readonly (readonly Runs[])[]
  /** On a phone: rows as cards, or scrolled sideways; worked out from the columns unless told. */
  readonly narrow?: 'stack' | 'scroll'
  /** Names that links within the document lead to, one for each row. */
  readonly anchors?: readonly string[]
}

/** `number` is printed as given, '4' or '4.' or '4.5': it is what people cite, so it never changes by itself. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Runs; readonly number?: string }
  | { readonly kind: 'paragraph'; readonly text: Runs; readonly number?: string }
  | { readonly kind: 'bullets'; readonly items: readonly Runs[] }
  | TableBlock
  | { readonly kind: 'chart'; readonly chart: Chart }
  | ImageBlock
  | { readonly kind: 'page_break' }
  | { readonly kind: 'note'; readonly text: Runs }

export type ImageBlock = {
  readonly kind: 'image'
  /** What it shows, for those who do not see it. */
  readonly alt: string
  /** Its address on this site, for the page. */
  readonly src: string
  /** The picture itself, for the files. */
  readonly png: Uint8Array
  /** In pixels, as it is to be shown. */
  readonly width: number
  readonly height: number
}

/** Where a figure in the text comes from, in the words of the list at the end. */
export type FigureNote = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly definition: string
  readonly period?: string
  /** The number it is of, where it is a share. */
  readonly n?: string
  readonly as_at: string
  readonly href: string
}

/** One document, from which the page, the .docx and the .odt are all made. */
export type Document = {
  readonly title: string
  /** 'en-GB' and the like. */
  readonly language: string
  /** Whose document it is: an organisation. */
  readonly author?: string
  /** When what it says was so: the date of the files. */
  readonly as_at: Date
  /** The rows of the front sheet: whom it is for, its date, who wrote it. */
  readonly front_sheet?: readonly { readonly label: string; readonly value: Runs }[]
  readonly blocks: readonly Block[]
  /** Every figure that the text refers to. */
  readonly figures?: readonly FigureNote[]
  /** Heading of their list at the end. */
  readonly figures_title?: string
}

export const runsOf = (runs: Runs): readonly Run[] => (typeof runs === 'string' ? [runs] : runs)

/** The words alone. */
export const plainText = (runs: Runs): string =>
  runsOf(runs)
    .map((run) => (typeof run === 'string' ? run : run.text))
    .join('')

/** A cell's words as its paragraphs: cut where they have an empty line, the runs kept. */
export function paragraphsOfCell(runs: Runs): readonly (readonly Run[])[] {
  const paragraphs: Run[][] = [[]]
  for (const run of runsOf(runs)) {
    const text = typeof run === 'string' ? run : run.text
    for (const [index, part] of text.split('\n\n').entries()) {
      if (index > 0) paragraphs.push([])
      if (part !== '') paragraphs.at(-1)!.push(typeof run === 'string' ? part : { ...run, text: part })
    }
  }
  return paragraphs.filter((paragraph, index) => paragraph.length > 0 || index === 0)
}

function runsWithin(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return runsOf(block.text)
    case 'bullets':
      return block.items.flatMap(runsOf)
    case 'table':
      return block.rows.flat().flatMap(runsOf)
    default:
      return []
  }
}

function insist(holds: boolean, complaint: string): void {
  if (!holds) throw new TypeError(`Document: ${complaint}`)
}

/**
 * Throws a TypeError when a document could not be read by everyone or could not be followed: no title, a figure that
 * no note explains, two notes of one figure, headings that skip a level, a table without caption, a row with a cell
 * too few or too many, a picture without words. Every writer calls it first.
 */
export function checkDocument(document: Document): void {
  const notes = new Set(document.figures?.map(({ id }) => id))
  insist(document.title.trim() !== '', 'it has no title')
  insist(notes.size === (document.figures?.length ?? 0), 'a figure is explained twice')
  let level = 0
  for (const block of document.blocks) {
    for (const run of runsWithin(block))
      if (typeof run !== 'string' && 'figure' in run)
        insist(notes.has(run.figure), `the figure ${run.figure} is not explained`)
    if (block.kind === 'heading') {
      insist(block.level <= level + 1, 'its headings skip a level')
      level = block.level
    }
    if (block.kind === 'image') insist(block.alt.trim() !== '', 'a picture has no words')
    if (block.kind !== 'table') continue
    insist(block.caption.trim() !== '' && block.columns.length > 0, 'a table has no caption or no columns')
    insist(
      block.rows.every((row) => row.length === block.columns.length),
      'a row does not fit its table',
    )
  }
}
