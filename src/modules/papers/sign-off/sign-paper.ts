import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { insistChecked } from '../checks/answers/check-paper.ts'
import { getPaper } from '../drafts/queries.ts'
import { printPaper } from '../writing/print-paper.ts'

/**
 * Signs a paper off: a second person, never its writer, once nothing that the checks found stops it. Its words, figures, as-at times and queries are kept as they are now; what later
 * entries change is told as a restatement, and never changes the paper.
 */
export async function signPaper(ctx: Ctx, paper_id: string): Promise<void> {
  const paper = await getPaper(ctx, paper_id)
  if (paper.signed_at) refuse('', 'This paper is signed off already.')
  if (paper.written_by === ctx.actor.actor_id)
    refuse('', 'A paper is signed off by a second person: you wrote this one.')
  if (paper.step !== 'sign_off')
    refuse('', 'This paper has not been sent for sign-off: it is reviewed first.')
  await insistChecked(ctx, paper_id)
  const { document, figures } = await printPaper(ctx, paper)
  await ctx.db
    .insertInto('papers.sign_off')
    .values({
      paper_id,
      held_by: paper.held_by,
      given_to: paper.given_to,
      document: JSON.stringify(document),
      figures: JSON.stringify(figures),
    })
    .execute()
}
