import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { getPaper } from '../../drafts/queries.ts'
import { checkPaper, mayBeTakenOut } from './check-paper.ts'
import type { answerForm } from './form.ts'

/**
 * Keeps why a finding may stand, or that what it is about is to be redacted: only of what the public alone must not read. Asked again when the
 * sentence changes. Refuses a signed paper, and anybody but the team that writes it.
 */
export async function answerFinding(
  ctx: Ctx,
  paper_id: string,
  key: string,
  { how, reason }: ValuesOf<typeof answerForm>,
): Promise<void> {
  const paper = await getPaper(ctx, paper_id)
  if (paper.signed_at) refuse('reason', 'This paper is signed off already.')
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('reason', 'Only the team that wrote this paper can answer what the checks found.')
  const { findings } = await checkPaper(ctx, paper_id)
  const finding = found(
    findings.find((one) => one.key === key),
    'This finding',
  )
  const { rule, quote } = finding
  const taken_out = how === 'taken_out'
  if (taken_out && !mayBeTakenOut(paper, finding))
    refuse('how', 'This is not about what the public must not read: mend it, or say why it may stand.')
  const { held_by, given_to } = paper
  await ctx.db
    .insertInto('papers.finding_answer')
    .values({ paper_id, held_by, given_to, finding: key, rule, quote, reason, taken_out })
    .onConflict((conflict) =>
      conflict
        .columns(['area_id', 'paper_id', 'finding'])
        .doUpdateSet({ reason, taken_out, given_to, answered_by: ctx.actor.actor_id, answered_at: ctx.now }),
    )
    .execute()
}
