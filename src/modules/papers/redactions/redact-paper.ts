import { officeTeam } from '#access'
import type { Ctx } from '#platform/act.ts'
import { found, refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { partsOf } from '../reviews/paragraphs.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import { patternOf } from './cut-words.ts'
import type { redactionForm } from './form.ts'
import { toPublish } from '../publication/queries.ts'

/** Takes a part, or words in it, out of the public version: which, on which ground, why and by whom is kept in the office. */
export async function redactPaper(
  ctx: Ctx,
  paper_id: string,
  { block, words, ...values }: ValuesOf<typeof redactionForm>,
): Promise<void> {
  await onePublishingAtATime(ctx)
  const { signed } = await toPublish(ctx, paper_id)
  const part = partsOf(signed).find((one) => String(one.block) === block && one.words.trim() !== '')
  if (!part) refuse('block', 'Select the paragraph from the list')
  const kind = signed.blocks[part.block - (signed.front_sheet?.length ?? 0)]?.kind
  if (words && (kind === 'chart' || kind === 'image'))
    refuse('words', 'A chart or picture is taken out whole: leave this empty')
  if (words !== null && !/[\p{L}\p{N}]/u.test(words))
    refuse('words', 'Enter words with a letter or a digit in them')
  if (words && !patternOf(words).test(part.words))
    refuse('words', 'These words do not stand in this paragraph. Copy them from it.')
  await ctx.db
    .insertInto('papers.redaction')
    .values({
      ...values,
      paper_id,
      held_by: await officeTeam(ctx),
      block: part.block,
      place: part.place,
      words,
    })
    .execute()
}

/** Puts back what was taken out, once: what is published already stays as it is. Returns the paper's id. */
export async function liftRedaction(ctx: Ctx, redaction_id: string): Promise<string> {
  await onePublishingAtATime(ctx)
  const { paper_id, lifted_at } = found(
    await ctx.db
      .selectFrom('papers.redaction')
      .select(['paper_id', 'lifted_at'])
      .where('redaction_id', '=', redaction_id)
      .executeTakeFirst(),
    'This redaction',
  )
  if (lifted_at) return paper_id
  await ctx.db
    .updateTable('papers.redaction')
    .set({ lifted_at: ctx.now, lifted_by: ctx.actor.actor_id })
    .where('redaction_id', '=', redaction_id)
    .execute()
  return paper_id
}
