import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { getPaper } from '../drafts/queries.ts'
import { printPaper } from '../writing/print-paper.ts'
import type { commentForm } from './form.ts'
import { citable } from './paragraphs.ts'
import { listComments, sidesOf, stageOf } from './queries.ts'

/** Keeps what a reviewer says about one paragraph, with the paragraph's words as they stand now. Refuses once the paper is signed off. */
export async function commentOnParagraph(
  ctx: Ctx,
  paper_id: string,
  { place, words }: ValuesOf<typeof commentForm>,
): Promise<void> {
  const paper = await getPaper(ctx, paper_id)
  const stage = stageOf(paper)
  if (stage === 'signed') refuse('words', 'This paper is signed off. It can be corrected, not commented on.')
  if (stage === 'draft') refuse('words', 'Its author has not sent this paper for review yet.')
  const { document } = await printPaper(ctx, paper)
  const part = citable(document).find(({ block }) => String(block) === place)
  if (!part) refuse('place', 'Select the paragraph from the list')
  await ctx.db
    .insertInto('papers.comment')
    .values({ ...sidesOf(ctx, paper), paper_id, place: part.place, about: part.words.slice(0, 2000), words })
    .execute()
}

/** Answers a comment: the review is done when each has an answer. */
export async function answerComment(
  ctx: Ctx,
  paper_id: string,
  comment_id: string,
  words: string,
): Promise<void> {
  const paper = await getPaper(ctx, paper_id)
  found(
    (await listComments(ctx, paper_id)).find((one) => one.comment_id === comment_id),
    'This comment',
  )
  if (paper.signed_at) refuse('words', 'This paper is signed off already.')
  await ctx.db
    .insertInto('papers.comment')
    .values({ ...sidesOf(ctx, paper), paper_id, answers: comment_id, words })
    .execute()
}
