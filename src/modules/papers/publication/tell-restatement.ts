import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { type Document, runsOf } from '#platform/documents/document.ts'
import { getPaper } from '../drafts/queries.ts'
import { printPaper, type Restatement } from '../writing/print-paper.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import { insistUntold, type Publication, publicationOf, toPublish, type Version } from './queries.ts'

export type Untold = Restatement & { publication: Publication; version: Version }

/** Figures that the public reads in the latest version and that later entries have changed, and that it was not told of yet. */
export async function untoldRestatements(ctx: Ctx, paper_id: string): Promise<Untold[]> {
  const published = await publicationOf(ctx, [paper_id])
  const version = published?.versions.find((one) => !one.withdrawn_at)
  if (!published || !version || version.paper_id !== paper_id || published.publication.withdrawn_at) return []
  const { publication } = published
  const { restatements, figures } = await printPaper(ctx, await getPaper(ctx, paper_id))
  const told = await ctx.db
    .selectFrom('papers.restatement')
    .select(['figure', 'is_now'])
    .where('publication_id', '=', publication.publication_id)
    .where('version', '=', version.version)
    .orderBy('told_at')
    .execute()
  const shown = figuresShown(version.document as Document)
  return restatements
    .filter(({ key, is }) => {
      const whole = figures.find((figure) => figure.key === key)?.whole.id
      const last = told.findLast((one) => one.figure === key)
      return whole !== undefined && shown.has(whole) && last?.is_now !== is
    })
    .map((one) => ({ ...one, publication, version }))
}

/** One change that the public was not told of yet. Refuses another. */
export async function untoldOf(ctx: Ctx, paper_id: string, figure: string): Promise<Untold> {
  const one = (await untoldRestatements(ctx, paper_id)).find(({ key }) => key === figure)
  return one ?? refuse('', 'This figure has not changed since, or the public was told already.')
}

/** Tells the public that a figure changed: what it was, what it is, why. The published version stays as it is, with this beside it. */
export async function tellRestatement(
  ctx: Ctx,
  paper_id: string,
  figure: string,
  because: string,
): Promise<void> {
  await onePublishingAtATime(ctx)
  const one = await untoldOf(ctx, paper_id, figure)
  if (!ctx.actor.team_ids.includes(one.publication.held_by))
    refuse('because', 'Only the office that published this paper can restate it.')
  insistUntold(await toPublish(ctx, paper_id), 'because', `${one.title} ${because}`)
  await ctx.db
    .insertInto('papers.restatement')
    .values({
      publication_id: one.publication.publication_id,
      held_by: one.publication.held_by,
      version: one.version.version,
      figure,
      name: one.title,
      was: one.was,
      was_as_at: new Date(one.was_as_at),
      is_now: one.is,
      is_as_at: new Date(one.is_as_at),
      because,
      told_at: ctx.now,
    })
    .execute()
}

/** The figures that the public text of a version gives: one that was redacted is not restated either. */
const figuresShown = ({ blocks }: Document): Set<string> =>
  new Set(
    blocks
      .flatMap((block) =>
        block.kind === 'bullets'
          ? block.items
          : block.kind === 'table'
            ? block.rows.flat()
            : 'text' in block
              ? [block.text]
              : [],
      )
      .flatMap((runs) => runsOf(runs))
      .flatMap((run) => (typeof run !== 'string' && 'figure' in run ? [run.figure] : [])),
  )
