import { hideFromPublic } from '#insight'
import type { Ctx } from '#platform/act.ts'
import type { Document } from '#platform/documents/document.ts'
import { plainText } from '#platform/documents/document.ts'
import { getWords, type Paper } from '../../drafts/queries.ts'
import type { AnsweredFigure } from '../../writing/answer-figures.ts'
import { sectionsOf, type Template, templateOf } from '../../templates/template.ts'
import { printPaper } from '../../writing/print-paper.ts'
import type { CheckedFigure, CheckedPaper, Part } from '../model/paper.ts'
import { allSentences } from '../model/sentences.ts'
import { documentLinks, documentParts, opening } from './document-parts.ts'
import { wordsInTables } from './words-in-tables.ts'
import { earlierPapers, type Earlier } from './earlier-papers.ts'
import { planParts } from './plan-parts.ts'

/** A paper written here as rules read it: its printed words, the records behind them, and what earlier signed papers said. */
export async function draftAsPaper(ctx: Ctx, paper: Paper): Promise<CheckedPaper> {
  const printed = await printPaper(ctx, paper)
  const earlier = await earlierPapers(ctx, paper)
  const alike = earlier.filter(({ same_kind }) => same_kind)
  const plan = await planParts(ctx, paper.paper_id)
  const typed = Object.values(await getWords(ctx, paper.paper_id)).flatMap((words) =>
    words.split(/\n\s*\n/).map(opening),
  )
  const parts = documentParts(printed.document, {
    typed: new Set(typed),
    hrefOf: (heading) => {
      const section = sectionUnder(templateOf(paper), heading)
      return section && `/papers/${paper.paper_id}/sections/${section}`
    },
    leaveOut: plan.leaveOut,
  })
  const now = asPaper(printed.document, [...parts, ...plan.parts], paper)
  return {
    ...now,
    facts: { ...now.facts, hide_below: await hideFromPublic(ctx) },
    deliverables: plan.deliverables,
    silent_owners: plan.silent_owners,
    figures: printed.figures.map((figure) => checkedFigure(figure, paper, alike)),
    earlier: earlier.map(({ document, paper: was, same_kind }) => ({
      ...asPaper(document, [...earlierParts(document, was.paper_id), ...wordsInTables(document)], was),
      counts_others: !same_kind,
    })),
  }
}

const earlierParts = (document: Document, paper_id: string) =>
  documentParts(document, {
    typed: new Set(),
    hrefOf: () => `/papers/${paper_id}`,
    leaveOut: () => false,
  })

/** The section that a heading begins, by its number or, where it has none, by its title; none for an appendix or a deliverable. */
const sectionUnder = (template: Template, heading: { number?: string; title: string }) =>
  sectionsOf(template).find(({ number, title }) =>
    heading.number ? heading.number === number : !/^[1-9]/.test(number) && isFilled(title, heading.title),
  )?.number

/** Whether a title is this one of the template with its braces filled: it begins and ends as that does. */
function isFilled(template: string, title: string): boolean {
  const fixed = template.split(/\{\w+\}/)
  if (fixed.length === 1) return template === title
  return title.startsWith(fixed[0]!) && title.endsWith(fixed.at(-1)!)
}

type Facts = Pick<Paper, 'title' | 'meeting_on' | 'period_from' | 'period_to' | 'is_public'>

const asPaper = (document: Document, parts: readonly Part[], paper: Facts): CheckedPaper => ({
  source: 'draft',
  title: document.title,
  parts,
  sentences: allSentences(parts),
  links: documentLinks(document),
  deliverables: [],
  figures: [],
  earlier: [],
  front: (document.front_sheet ?? []).map(({ label, value }) => ({ label, value: plainText(value) })),
  facts: {
    meeting_on: paper.meeting_on,
    is_public: paper.is_public,
    period: { from: paper.period_from, to: paper.period_to, said: paper.title, where: 'the front sheet' },
  },
})

/** The figure, and what an earlier paper gave for the same question where it gave another value. */
function checkedFigure(
  figure: AnsweredFigure,
  { paper_id }: Paper,
  earlier: readonly Earlier[],
): CheckedFigure {
  const { title, printed, bound, from, to, value, n, key } = figure
  const before = earlier.flatMap(({ figures, paper }) =>
    figures
      .filter((one) => question(one) === question(figure) && (one.value !== value || one.n !== n))
      .map((one) => ({ printed: one.printed, title: paper.title, href: `/papers/${paper.paper_id}` })),
  )[0]
  return {
    title,
    printed,
    measure: bound.measure,
    from,
    to,
    value,
    href: `/papers/${paper_id}/figures/${key}`,
    ...(n === undefined ? {} : { n }),
    ...(bound.pick ? { of_line: true as const } : {}),
    ...(before ? { earlier: before } : {}),
  }
}
const question = ({ bound: { measure, by, only, pick, show }, from, to }: AnsweredFigure) =>
  JSON.stringify([measure, by, only, pick ?? null, show, from, to])
