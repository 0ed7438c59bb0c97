import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getPaper } from '../drafts/queries.ts'
import { oneAtATime } from '../sign-off/one-at-a-time.ts'
import { listComments, sidesOf, stageOf } from './queries.ts'

/** Asks colleagues to review a draft. Only the team that writes it can. */
export async function sendForReview(ctx: Ctx, paper_id: string): Promise<void> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  const stage = stageOf(paper)
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('', 'Only the team that writes this paper can send it for review.')
  if (stage !== 'draft' && stage !== 'returned') refuse('', 'This paper is past its draft already.')
  await keep(ctx, paper, 'review')
}

/** Asks for sign-off once the review is done: refused while a reviewer waits for an answer. */
export async function sendForSignOff(ctx: Ctx, paper_id: string): Promise<void> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('', 'Only the team that writes this paper can send it for sign-off.')
  if (stageOf(paper) !== 'review')
    refuse('', 'A paper is reviewed before it is sent for sign-off. Send it for review first.')
  const waiting = (await listComments(ctx, paper_id)).filter(({ answers }) => answers.length === 0)
  if (waiting.length > 0)
    refuse('', `Answer the comment on ${waiting.map(({ place }) => place).join(', ')} first.`)
  await keep(ctx, paper, 'sign_off')
}

/** Returns a paper to its author with a reason: by a reviewer or the signatory, never by whoever wrote it. */
export async function returnPaper(ctx: Ctx, paper_id: string, reason: string): Promise<void> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  const stage = stageOf(paper)
  if (stage !== 'review' && stage !== 'sign_off') refuse('reason', 'This paper is not waiting for anybody.')
  if (paper.written_by === ctx.actor.actor_id)
    refuse('reason', 'A paper is returned by a second person: you wrote this one.')
  await keep(ctx, paper, 'returned', reason)
}

/** Keeps a step of the paper's way, seen by both sides. Whoever calls it holds the paper (oneAtATime) since before they read it. */
export async function keep(
  ctx: Ctx,
  paper: { paper_id: string; held_by: string; given_to: string | null },
  step: 'review' | 'sign_off' | 'returned',
  reason: string | null = null,
): Promise<void> {
  await ctx.db
    .insertInto('papers.step')
    .values({ ...sidesOf(ctx, paper), paper_id: paper.paper_id, step, reason })
    .execute()
}
