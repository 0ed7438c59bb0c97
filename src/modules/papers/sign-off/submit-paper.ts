import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getPaper } from '../drafts/queries.ts'
import { keep } from '../reviews/take-step.ts'
import { oneAtATime } from './one-at-a-time.ts'

/** Gives a provider's paper to the Commissioner's office, which can then read it and sign it off. */
export async function submitPaper(ctx: Ctx, paper_id: string): Promise<void> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  if (paper.signed_at) refuse('', 'This paper is signed off already.')
  if (paper.step === 'sign_off') refuse('', 'This paper waits for sign-off already.')
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('', 'Only the team that wrote this paper can submit it.')
  const office = await ctx.db
    .selectFrom('access.team as t')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 't.area_id').onRef('o.organisation_id', '=', 't.organisation_id'),
    )
    .select('t.team_id')
    .where('o.kind', '=', 'commissioner')
    .where('t.kind', '=', 'office')
    .executeTakeFirst()
  if (!office) refuse('', "This area has no Commissioner's office to submit to.")
  const given_to = office.team_id
  await ctx.db.updateTable('papers.paper').set({ given_to }).where('paper_id', '=', paper_id).execute()
  for (const table of ['papers.section_words', 'papers.finding_answer', 'papers.correction'] as const)
    await ctx.db.updateTable(table).set({ given_to }).where('paper_id', '=', paper_id).execute()
  await keep(ctx, { ...paper, given_to }, 'sign_off')
}
