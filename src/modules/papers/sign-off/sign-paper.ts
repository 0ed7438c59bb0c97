import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { insistChecked } from '../checks/answers/check-paper.ts'
import { getPaper } from '../drafts/queries.ts'
import { listComments } from '../reviews/queries.ts'
import { printPaper } from '../writing/print-paper.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { markOf } from './what-was-read.ts'

/** The mark of a paper as this actor reads it now: what they sign (signPaper). */
export const readToSign = async (ctx: Ctx, paper_id: string): Promise<string> =>
  markOf(await printPaper(ctx, await getPaper(ctx, paper_id)))

/**
 * Signs a paper off: a second person, who neither began it, wrote in it nor sent it, once nothing that the checks found stops it. `read` is the mark of what
 * they read: refused when the paper has changed since. Its words, figures, as-at times and queries are kept as they are now; what later
 * entries change is told as a restatement, and never changes the paper.
 */
export async function signPaper(ctx: Ctx, paper_id: string, read: string): Promise<void> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  if (paper.signed_at) refuse('', 'This paper is signed off already.')
  if (paper.written_by === ctx.actor.actor_id)
    refuse('', 'A paper is signed off by a second person: you wrote this one.')
  if (paper.step !== 'sign_off')
    refuse('', 'This paper has not been sent for sign-off: it is reviewed first.')
  await insistSecondPerson(ctx, paper_id)
  await insistAnswered(ctx, paper_id)
  await insistChecked(ctx, paper_id)
  const printed = await printPaper(ctx, paper)
  if (markOf(printed) !== read)
    refuse('', 'This paper has changed since you opened it: read it again, then sign it.')
  const { document, figures } = printed
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

/** What a reviewer says while a paper waits for its signature is answered before it has one. */
async function insistAnswered(ctx: Ctx, paper_id: string): Promise<void> {
  const waiting = (await listComments(ctx, paper_id)).filter(({ answers }) => answers.length === 0)
  if (waiting.length > 0)
    refuse(
      '',
      `Nobody has answered the comment on ${waiting.map(({ place }) => place).join(', ')}: its author answers it, or you return the paper.`,
    )
}

async function insistSecondPerson(ctx: Ctx, paper_id: string): Promise<void> {
  const written = await ctx.db
    .selectFrom('papers.section_words')
    .select('section')
    .where('paper_id', '=', paper_id)
    .where('written_by', '=', ctx.actor.actor_id)
    .orderBy('section')
    .executeTakeFirst()
  if (written)
    refuse('', `A paper is signed off by a second person: you wrote section ${written.section} of this one.`)
  const sent = await ctx.db
    .selectFrom('papers.step')
    .select('taken_by')
    .where('paper_id', '=', paper_id)
    .orderBy('taken_at', 'desc')
    .executeTakeFirst()
  if (sent?.taken_by === ctx.actor.actor_id)
    refuse('', 'A paper is signed off by a second person: you sent this one for sign-off.')
}
