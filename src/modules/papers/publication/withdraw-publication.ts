import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { relinkAgendasOf } from '../agendas/publish-meeting.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import { insistUntold, standingOf, toPublish } from './queries.ts'

/**
 * Takes one version down, or every version ('all'): its address says that it was withdrawn, when and why. A version that is withdrawn stays so
 * whatever is published later. Which one need not be said where only one stands. When no version is left, the publication is withdrawn.
 */
export async function withdrawPublication(
  ctx: Ctx,
  paper_id: string,
  { version, because }: { version: string | null; because: string },
): Promise<void> {
  await onePublishingAtATime(ctx)
  const ready = await toPublish(ctx, paper_id)
  const { published } = ready
  const standing = standingOf(published)
  if (!published || standing.length === 0) refuse('because', 'This paper is not published.')
  if (version === null && standing.length > 1) refuse('version', 'Select which version is withdrawn')
  const all = version === null || version === 'all'
  const going = all ? standing : standing.filter((one) => String(one.version) === version)
  if (going.length === 0) refuse('version', 'That version does not stand any more: select another')
  insistUntold(ready, 'because', because)
  await withdrawVersions(
    ctx,
    published.publication.publication_id,
    going.map((one) => one.version),
    because,
  )
  if (going.length === standing.length)
    await ctx.db
      .updateTable('papers.publication')
      .set({ withdrawn_at: ctx.now, withdrawn_because: because })
      .where('publication_id', '=', published.publication.publication_id)
      .execute()
  await relinkAgendasOf(ctx, ready.chain)
}

/** Marks these versions, which stand, as withdrawn. Refuses whoever is not in the team that published them. */
export async function withdrawVersions(
  ctx: Ctx,
  publication_id: string,
  versions: readonly number[],
  withdrawn_because: string,
): Promise<void> {
  if (versions.length === 0) return
  const { numUpdatedRows } = await ctx.db
    .updateTable('papers.publication_version')
    .set({ withdrawn_at: ctx.now, withdrawn_because })
    .where('publication_id', '=', publication_id)
    .where('withdrawn_at', 'is', null)
    .where('version', 'in', versions)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== BigInt(versions.length)) refuse('', HELD_ELSEWHERE)
}

/** Row security changes nothing of what another team holds, and says nothing of it either. */
export const HELD_ELSEWHERE =
  'Another team of the office published this paper: somebody in that team can do this. Nothing was changed.'
