import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Answers } from './form.ts'
import type { SentSurvey } from './queries.ts'

/**
 * Records what the person answered. Never by a worker whose case it was (domain 5): people say to another what they would not say to
 * whoever helped them.
 */
export async function recordAnswers(ctx: Ctx, survey: SentSurvey, answers: Answers): Promise<void> {
  if (survey.worked_on_by.includes(ctx.actor.actor_id))
    refuse('', 'You worked on this case, so somebody else must record the answers')
  if (survey.returned_on) refuse('', 'The answers are recorded already')
  const { satisfaction, would_use_again, would_recommend, comment, returned_on } = answers
  if (returned_on < survey.sent_on) refuse('returned_on', 'The day must not be before the survey was sent')
  if (satisfaction === null && would_use_again === null && would_recommend === null)
    refuse('', 'Enter at least one of their answers')
  await ctx.db
    .updateTable('outcomes.survey')
    .set({
      satisfaction,
      would_use_again,
      would_recommend,
      comment,
      returned_on,
      answers_recorded_by: ctx.actor.actor_id,
    })
    .where('survey_id', '=', survey.survey_id)
    .execute()
}
