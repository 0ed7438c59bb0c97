import type { Ctx } from '#platform/act.ts'
import type { Document } from '#platform/documents/document.ts'
import { getWords, type Paper, scopeOf, wordsOf } from '../drafts/queries.ts'
import { planInPaper } from '../plan-papers/plan-in-paper.ts'
import { headingOf, sectionsOf, templateOf } from '../templates/template.ts'
import { type AnsweredFigure, answerFigures, type PaperWords, questionAsker } from './answer-figures.ts'
import { fillPlain, placeholders } from './placeholders.ts'
import { writePaper, type Written } from './write-paper.ts'

/** A signed-off figure that later entries have changed. */
export type Restatement = {
  key: string
  title: string
  was: string
  was_as_at: string
  is: string
  is_as_at: string
}

export type Printed = Written & {
  restatements: Restatement[]
  signed: { signed_at: Date; signed_by_name: string } | undefined
}

/** The paper as it stands: written now while it is a draft; as it was signed off after that, with what has changed since. */
export async function printPaper(ctx: Ctx, paper: Paper): Promise<Printed> {
  const signed = await ctx.db
    .selectFrom('papers.sign_off as s')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 's.area_id').onRef('m.member_id', '=', 's.signed_by'),
    )
    .select(['s.document', 's.figures', 's.signed_at', 'm.name as signed_by_name'])
    .where('s.paper_id', '=', paper.paper_id)
    .executeTakeFirst()
  if (signed) {
    const kept = signed.document as Document
    const figures = signed.figures as AnsweredFigure[]
    return {
      document: { ...kept, as_at: new Date(kept.as_at) },
      figures,
      restatements: await restatementsOf(ctx, paper, figures),
      signed,
    }
  }
  const written = await writePaper(
    ctx,
    templateOf(paper),
    await scopeOf(ctx, paper),
    await wordsIn(ctx, paper),
    (figure) => `/papers/${paper.paper_id}/figures/${figure.key}`,
  )
  return { ...written, restatements: [], signed: undefined }
}

async function wordsIn(ctx: Ctx, paper: Paper): Promise<PaperWords> {
  const plan = await planInPaper(ctx, paper)
  return { ...wordsOf(ctx, paper, await getWords(ctx, paper.paper_id)), ...(plan ? { plan } : {}) }
}

/** Where the author of a paper can write, each with its number and its heading as it is printed. */
export async function headingsOf(ctx: Ctx, paper: Paper): Promise<{ number: string; heading: string }[]> {
  const template = templateOf(paper)
  const values = placeholders(template, await scopeOf(ctx, paper), await wordsIn(ctx, paper))
  return sectionsOf(template).map((section) => ({
    number: section.number,
    heading: fillPlain(headingOf(section), values),
  }))
}

/** Asks the signed-off figures again, and tells which would be printed differently now. */
async function restatementsOf(
  ctx: Ctx,
  paper: Paper,
  kept: readonly AnsweredFigure[],
): Promise<Restatement[]> {
  const now = await answerFigures(
    questionAsker(ctx, await scopeOf(ctx, paper)),
    Object.fromEntries(kept.map((figure) => [figure.key, figure.bound])),
  )
  return kept.flatMap((was) => {
    const is = now.get(was.key)!
    if (is.value === was.value && is.n === was.n) return []
    return [
      {
        key: was.key,
        title: was.title,
        was: was.printed,
        was_as_at: was.as_at,
        is: is.printed,
        is_as_at: is.as_at,
      },
    ]
  })
}
