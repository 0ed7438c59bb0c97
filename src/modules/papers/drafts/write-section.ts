import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import { oneAtATime } from '../sign-off/one-at-a-time.ts'
import { sectionsOf, templateOf } from '../templates/template.ts'
import { getPaper } from './queries.ts'

/** Keeps what the author wrote in one section, and who wrote it: they do not sign the paper. What is saved as it was stays whoever's it was. A signed-off paper is changed by nobody. */
export async function writeSection(
  ctx: Ctx,
  paper_id: string,
  section: string,
  words: string,
): Promise<void> {
  await oneAtATime(ctx, paper_id)
  const paper = await getPaper(ctx, paper_id)
  found(
    sectionsOf(templateOf(paper)).find((s) => s.number === section),
    'This section',
  )
  if (paper.signed_at) refuse('words', 'This paper is signed off. Its words can no longer be changed.')
  if (paper.step === 'sign_off')
    refuse('words', 'This paper waits for sign-off. Its words can be changed once it is returned.')
  if (!ctx.actor.team_ids.includes(paper.held_by))
    refuse('words', 'Only the team that wrote this paper can change its words.')
  await ctx.db
    .insertInto('papers.section_words')
    .values({ paper_id, held_by: paper.held_by, given_to: paper.given_to, section, words })
    .onConflict((conflict) =>
      conflict
        .columns(['area_id', 'paper_id', 'section'])
        .doUpdateSet({ words, written_at: ctx.now, written_by: ctx.actor.actor_id })
        .where('papers.section_words.words', '!=', words),
    )
    .execute()
}
