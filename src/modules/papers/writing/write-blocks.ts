import type { Ctx } from '#platform/act.ts'
import { type Figure, type FigureLine, hideBelow, hideFromPublic, measureNamed } from '#insight'
import type { Block, Run, Runs } from '#platform/documents/document.ts'
import type { BoundFigure, TemplateBlock } from '../templates/template.ts'
import { againstLastYear } from './against-last-year.ts'
import type { AnsweredFigure, PaperWords, Scope } from './answer-figures.ts'
import { breakdownTable, lineFigure } from './breakdown.ts'
import { registeredByDistrict } from './community-points.ts'
import { fillPlain, paragraphsOf } from './placeholders.ts'
import { linkedRuns } from '../drafts/typed-links.ts'

/** What writing a block needs: the paper's words and scope, and its figures, answered. */
export type Writing = {
  ctx: Ctx
  scope: Scope
  words: PaperWords
  values: Record<string, string>
  ask: (bound: BoundFigure) => Promise<Figure>
  answered: Map<string, AnsweredFigure>
  hrefOf: (figure: AnsweredFigure) => string
}

/** Where a block stands: what its section's paragraphs are numbered by, the number of the section, and what the author wrote in it. */
export type Place = { number: () => string; section: number; own?: string | undefined }

/** One block of a template as blocks of the document. */
export async function writeBlock(writing: Writing, block: TemplateBlock, place: Place): Promise<Block[]> {
  const { ctx, scope, words, ask, answered } = writing
  const fill = (text: string) => fillRuns(text, writing)
  // A provider's own counts are told as they are, unless the public reads them (domain reference, 10.1).
  const hidden = async () =>
    words.is_public ? hideFromPublic(ctx) : scope.held_by ? 0 : hideBelow(ctx, 'office')
  if ('paragraph' in block) {
    const isNone = (key: string) => answered.get(key)?.value === 0
    if ((block.unless_none && isNone(block.unless_none)) || (block.if_none && !isNone(block.if_none)))
      return []
    const text = fill(withoutSharesOfNobody(block.paragraph, answered))
    return text.length > 0 ? [paragraph(text, place)] : []
  }
  if ('own_words' in block) return ownWords(place.own || block.own_words, place)
  if ('bullets' in block) return [{ kind: 'bullets', items: block.bullets.map(fill) }]
  if ('bullets_of' in block) {
    const { bullets_of, each } = block
    const figure = await ask(bullets_of)
    const item = (line: FigureLine): Run[] =>
      each
        .replace('{label}', line.label)
        .split(/(\{value\})/)
        .filter(Boolean)
        .map((part) =>
          part === '{value}' ? lineFigure(writing, figure, bullets_of, line, bullets_of.show) : part,
        )
    return [{ kind: 'bullets', items: (figure.by ?? []).map(item) }]
  }
  if ('table_of' in block) {
    const { table_of, caption } = block
    const figure = await ask(table_of)
    if (!figure.by?.length) return [{ kind: 'note', text: `${caption}: nothing is recorded.` }]
    const cell = (line: FigureLine, show: string) => lineFigure(writing, figure, table_of, line, show)
    return [breakdownTable(measureNamed(table_of.measure), figure, table_of.by, caption, cell)]
  }
  if ('against_last_year' in block) {
    const said = new Set([...answered.values()].filter(isWhole).map(({ bound }) => bound.measure))
    return againstLastYear(
      ask,
      scope,
      block.against_last_year.map((measure) => ({ measure, said: said.has(measure) })),
      block.show,
      await hidden(),
    )
  }
  if ('community_points' in block) return registeredByDistrict(ctx, scope)
  if (block.plan === 'measures')
    return againstLastYear(ask, scope, words.plan?.measures ?? [], 'charts', await hidden())
  return words.plan?.write(block.plan, place.section) ?? []
}

/** All that a measure counts in the paper's period, and no line of it. */
const isWhole = ({ bound: { only, pick, over } }: AnsweredFigure) =>
  !pick && over === 'period' && Object.keys(only).length === 0

/** What the author wrote: a numbered paragraph for each, its addresses as links. */
export const ownWords = (own: string, place: Place): Block[] =>
  paragraphsOf(own).map((text) => paragraph(linkedRuns(text), place))

function paragraph(text: Runs, place: Place): Block {
  const number = place.number()
  return { kind: 'paragraph', ...(number ? { number } : {}), text }
}

/** The sentences but those that print a share of nobody: "no answers (0 of 0) were satisfied" tells nothing. */
const withoutSharesOfNobody = (text: string, answered: Writing['answered']) =>
  text
    .split(/(?<=[.!?]) (?=\S)/)
    .filter((sentence) =>
      [...sentence.matchAll(/\{\{(\w+)\}\}/g)].every(([, key]) => {
        const figure = answered.get(key!)
        return figure?.bound.show !== 'percent' || figure.n !== 0
      }),
    )
    .join(' ')

/** The sentence with its figures as links to their definitions. */
function fillRuns(text: string, { values, answered, hrefOf }: Writing): Runs {
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
