import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { getPaper } from '../../drafts/queries.ts'
import { checkPaper } from './check-paper.ts'

/** Keeps why a finding may stand. Asked again when the sentence changes. Refuses a signed paper, and anybody but the team that writes it. */
export async function answerFinding(ctx: Ctx, paper_id: string, key: string, reason: string): Promise<void> {
  const paper = await getPaper(ctx, paper_id)
  if (paper.signed_at) refuse('reason', 'This paper is signed off already.')
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('reason', 'Only the team that wrote this paper can answer what the checks found.')
  const { findings } = await checkPaper(ctx, paper_id)
  const { rule, quote } = found(
    findings.find((one) => one.key === key),
    'This finding',
  )
  const { held_by, given_to } = paper
  await ctx.db
    .insertInto('papers.finding_answer')
    .values({ paper_id, held_by, given_to, finding: key, rule, quote, reason })
    .onConflict((conflict) =>
      conflict
        .columns(['area_id', 'paper_id', 'finding'])
        .doUpdateSet({ reason, given_to, answered_by: ctx.actor.actor_id, answered_at: ctx.now }),
    )
    .execute()
}
