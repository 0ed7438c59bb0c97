import type { CaseHead } from '#support'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'

/** Records that a closed case was sent the satisfaction survey (domain 5: asked of closed cases). Once a closing. */
export async function sendSurvey(ctx: Ctx, theCase: CaseHead, sent_on: string): Promise<void> {
  const { case_id, held_by, closure } = theCase
  if (!closure) refuse('', 'The survey is asked when the case is closed')
  if (sent_on < closure.closed_on) refuse('sent_on', 'The day must not be before the case was closed')
  const sent = await ctx.db
    .selectFrom('outcomes.survey')
    .select('survey_id')
    .where('case_id', '=', case_id)
    .where('sent_on', '>=', closure.closed_on)
    .executeTakeFirst()
  if (sent) refuse('', 'The survey was sent already')
  await ctx.db.insertInto('outcomes.survey').values({ case_id, held_by, sent_on }).execute()
}
