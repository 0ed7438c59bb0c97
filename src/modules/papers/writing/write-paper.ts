import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { Block, Document, FigureNote, Run, Runs } from '#platform/documents/document.ts'
import { CP_STAGES, measureNamed } from '#insight'
import { dayInWords, momentInWords } from '#platform/words/dates.ts'
import { numberInWords } from '#platform/words/numbers.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Template, TemplateBlock } from '../templates/template.ts'
import {
  type AnsweredFigure,
  answerFigures,
  type PaperWords,
  questionAsker,
  type Scope,
} from './answer-figures.ts'
import { breakdownTable } from './breakdown-table.ts'

export type Written = { document: Document; figures: AnsweredFigure[] }

/**
 * Writes a paper from its template: every number in it is a figure, answered now, with a link to its definition at `hrefOf`. Paragraphs are
 * numbered within their section.
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
  const fill = (text: string) => fillRuns(text, placeholders(scope, words), answered, hrefOf)
  const blocks: Block[] = []

  const write = async (block: TemplateBlock, number: () => string) => {
    if ('paragraph' in block) {
      if (block.unless_none && answered.get(block.unless_none)?.value === 0) return
      blocks.push({ kind: 'paragraph', ...numbered(number()), text: fill(block.paragraph) })
    } else if ('bullets' in block) blocks.push({ kind: 'bullets', items: block.bullets.map(fill) })
    else if ('bullets_of' in block) {
      const lines = (await ask(block.bullets_of)).by ?? []
      blocks.push({
        kind: 'bullets',
        items: lines.map((line) =>
          block.each.replace('{label}', line.label).replace('{value}', numberInWords(line.value)),
        ),
      })
    } else if ('table_of' in block)
      blocks.push(
        breakdownTable(
          measureNamed(block.table_of.measure),
          await ask(block.table_of),
          block.table_of.by,
          block.caption,
        ),
      )
    else if ('plan' in block) blocks.push(...(words.plan?.write(block.plan) ?? []))
    else blocks.push(...(await registeredByDistrict(ctx, scope)))
  }

  for (const section of template.sections) {
    let paragraph = 0
    const counted = /^\d/.test(section.number)
    const number = () => (++paragraph, counted ? `${section.number}.${paragraph}` : '')
    const title = fillPlain(section.title, placeholders(scope, words))
    blocks.push({
      kind: 'heading',
      level: 1,
      ...(counted ? { number: `${section.number}.` } : {}),
      text: title,
    })
    for (const block of section.blocks) await write(block, number)
    const own = words.sections[section.number] || (paragraph === 0 ? (section.unwritten ?? '') : '')
    for (const text of own
      .split(/\n\s*\n/)
      .map((part) => part.trim())
      .filter(Boolean))
      blocks.push({ kind: 'paragraph', ...numbered(number()), text })
  }
  for (const block of template.after_sections) await write(block, () => '')
  for (const appendix of template.appendices) {
    blocks.push(
      { kind: 'page_break' },
      { kind: 'heading', level: 1, text: fillPlain(appendix.title, placeholders(scope, words)) },
    )
    for (const block of appendix.blocks) await write(block, () => '')
  }
  const figures = [...answered.values()]
  return {
    figures,
    document: documentOf(ctx, template, scope, words, blocks, [
      ...notesOf(figures),
      ...(words.plan?.notes ?? []),
    ]),
  }
}

function documentOf(
  ctx: Ctx,
  template: Template,
  scope: Scope,
  words: PaperWords,
  blocks: Block[],
  notes: FigureNote[],
): Document {
  const plain = (text: string) => fillPlain(text, placeholders(scope, words))
  return {
    title: plain(template.title),
    language: 'en-GB',
    author: words.organisation,
    as_at: ctx.now,
    front_sheet: template.front_sheet.map(({ label, value }) => ({ label, value: plain(value) })),
    blocks,
    figures_title: 'Figures in this paper',
    figures: notes,
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

const placeholders = (scope: Scope, words: PaperWords): Record<string, string> => ({
  organisation: words.organisation,
  area: words.area,
  report_to: words.report_to,
  meeting_on: dayInWords(words.meeting_on),
  report_author: words.report_author,
  agenda_item: words.agenda_item || 'Not given',
  public: words.is_public ? 'Public' : 'Non-public',
  period: periodInWords(scope),
  to: dayInWords(scope.to),
  ...words.plan?.placeholders,
})

const numbered = (number: string) => (number ? { number } : {})

const fillPlain = (text: string, values: Record<string, string>) =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** The sentence with its figures as links to their definitions. */
function fillRuns(
  text: string,
  values: Record<string, string>,
  answered: Map<string, AnsweredFigure>,
  hrefOf: (figure: AnsweredFigure) => string,
): Runs {
  return text
    .split(/(\{\{\w+\}\})/)
    .filter(Boolean)
    .map((part): Run => {
      const key = /^\{\{(\w+)\}\}$/.exec(part)?.[1]
      if (!key) return fillPlain(part, values)
      const figure = answered.get(key)
      if (!figure) throw new Error(`The template uses a figure that it does not define: ${key}`)
      return { figure: figure.whole.id, text: figure.printed, href: hrefOf(figure) }
    })
}

async function registeredByDistrict(ctx: Ctx, { to, held_by }: Scope): Promise<Block[]> {
  const { rows } = await ctx.asFigures((db) =>
    sql<{ district: string; name: string; sites: number }>`
    select district, name, sites from insight.community_point_stage
    where stage = 'registered' and coalesce(reached_on, '-infinity') <= ${to}::date and until > ${to}::date
      ${held_by ? sql`and held_by = any (${`{${held_by.join(',')}}`}::uuid[])` : sql``}
    order by district = 'County wide', district, name`.execute(db),
  )
  if (rows.length === 0)
    return [
      { kind: 'paragraph', text: `No Community Point is recorded as ${CP_STAGES.registered.toLowerCase()}.` },
    ]
  return [...Map.groupBy(rows, (row) => row.district)].flatMap(([district, points]): Block[] => [
    { kind: 'heading', level: 2, text: district },
    {
      kind: 'bullets',
      items: points.map((point) => (point.sites > 1 ? `${point.name} (${point.sites} sites)` : point.name)),
    },
  ])
}
