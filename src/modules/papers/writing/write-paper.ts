import type { Ctx } from '#platform/act.ts'
import type { Block, Document, FigureNote } from '#platform/documents/document.ts'
import { heightOfFront, heightOnPaper, PAGE_POINTS } from '#platform/documents/height-on-paper.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Template } from '../templates/template.ts'
import {
  type AnsweredFigure,
  answerFigures,
  type PaperWords,
  questionAsker,
  type Scope,
} from './answer-figures.ts'
import { fillPlain, placeholders } from './placeholders.ts'
import { ownWords, writeBlock, type Writing } from './write-blocks.ts'

export type Written = { document: Document; figures: AnsweredFigure[] }

/**
 * Writes a paper from its template: every number in it is a figure, answered now, with a link to its definition at `hrefOf`. Paragraphs are
 * numbered within their section; sections that the records make are numbered on from the last.
 */
export async function writePaper(
  ctx: Ctx,
  template: Template,
  scope: Scope,
  words: PaperWords,
  hrefOf: (figure: AnsweredFigure) => string,
): Promise<Written> {
  const ask = questionAsker(ctx, scope)
  const answered = await answerFigures(ask, template.figures)
  const values = placeholders(template, scope, words)
  const writing: Writing = { ctx, scope, words, values, ask, answered, hrefOf }
  const summary = await writeSummary(writing, template)
  const blocks = [...(await writeSections(writing, template)), ...(await writeAppendices(writing, template))]
  const figures = [...answered.values()]
  const notes = [...notesOf(figures), ...(words.plan?.notes ?? [])]
  return { figures, document: onePage(documentOf(ctx, template, words, values, blocks, notes), summary) }
}

/** The paper with its summary before everything else: on the first page where that has room for it, or else on a page of its own. */
function onePage(document: Document, summary: readonly Block[]): Document {
  if (summary.length === 0) return document
  const fits = heightOfFront(document) + heightOnPaper(summary) <= PAGE_POINTS
  const page: Block = { kind: 'page_break' }
  return { ...document, blocks: [...(fits ? [] : [page]), ...summary, page, ...document.blocks] }
}

const unnumbered = { number: () => '', section: 0 }

async function writeSummary(writing: Writing, { summary }: Template): Promise<Block[]> {
  if (!summary) return []
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: fillPlain(summary.title, writing.values) }]
  const own = writing.words.sections['summary']
  const place = { ...unnumbered, own }
  for (const block of summary.blocks) blocks.push(...(await writeBlock(writing, block, place)))
  if (own && !summary.blocks.some((block) => 'own_words' in block)) blocks.push(...ownWords(own, place))
  return blocks
}

async function writeSections(writing: Writing, { sections, after_sections }: Template): Promise<Block[]> {
  const blocks: Block[] = []
  let last = 0
  for (const { number: given, title, blocks: parts } of sections) {
    const section = Number.parseInt(given, 10)
    const counted = section > 0
    if (counted) last = section
    let paragraph = 0
    const number = () => (counted ? `${given}.${++paragraph}` : '')
    const own = writing.words.sections[given]
    const place = { number, section, own }
    blocks.push({
      kind: 'heading',
      level: 1,
      ...(counted ? { number: `${given}.` } : {}),
      text: fillPlain(title, writing.values),
    })
    for (const block of parts) blocks.push(...(await writeBlock(writing, block, place)))
    if (own && !parts.some((block) => 'own_words' in block)) blocks.push(...ownWords(own, place))
  }
  const after = { ...unnumbered, section: last + 1 }
  for (const block of after_sections) blocks.push(...(await writeBlock(writing, block, after)))
  return blocks
}

async function writeAppendices(writing: Writing, { appendices }: Template): Promise<Block[]> {
  const blocks: Block[] = []
  for (const { title, blocks: parts } of appendices) {
    const made: Block[] = []
    for (const block of parts) made.push(...(await writeBlock(writing, block, unnumbered)))
    // What the records have nothing for is left out: a plan without colours has no chart of them.
    if (made.length === 0) continue
    blocks.push(
      { kind: 'page_break' },
      { kind: 'heading', level: 1, text: fillPlain(title, writing.values) },
      ...made,
    )
  }
  return blocks
}

function documentOf(
  ctx: Ctx,
  template: Template,
  words: PaperWords,
  values: Record<string, string>,
  blocks: Block[],
  notes: FigureNote[],
): Document {
  const rows = template.front_sheet.map(({ label, value }) => ({ label, value: fillPlain(value, values) }))
  return {
    title: fillPlain(template.title, values),
    language: 'en-GB',
    author: words.organisation,
    as_at: ctx.now,
    front_sheet: rows.filter(({ value }) => value.trim() !== ''),
    blocks,
    figures_title: 'Figures in this paper',
    // However somebody named them: it is a list.
    figures: notes.map((note) => ({
      ...note,
      name: note.name.replace(/^[a-z]/, (letter) => letter.toUpperCase()),
    })),
  }
}

/** One note for each question asked, however many sentences use its lines: the whole that they are lines of. */
function notesOf(figures: readonly AnsweredFigure[]): FigureNote[] {
  const first = Map.groupBy(figures, (figure) => figure.whole.id)
  return [...first].map(([id, [figure]]) => ({
    id,
    name: figure!.whole.title,
    value: figure!.whole.printed,
    definition: figure!.definition,
    period: `${periodInWords(figure!)}.`,
    ...(figure!.n === undefined ? {} : { n: numberInWords(figure!.n) }),
    as_at: momentInWords(new Date(figure!.as_at)),
    href: `/measures/${figure!.bound.measure}?${new URLSearchParams({ from: figure!.from, to: figure!.to, ...figure!.bound.only })}`,
  }))
}
