import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Period } from '../measures/index.ts'
import { oneAtATime, type PublishedTables, publishedAt, standingOf, tablesToPublish } from './queries.ts'
import { officeTeam } from '#access'
import { addressOf } from './address.ts'

/** The mark of the tables as this actor reads them now: what they publish (publishTables). */
export const readToPublish = async (ctx: Ctx, period: Period): Promise<string> =>
  (await tablesToPublish(ctx, period)).mark

/**
 * Publishes the tables of a period: the first version at an address that stays, a later one beside those before, with what changed and why. `read`
 * is the mark of what the signatory read: refused when the records, the rules or the other periods have changed since. Other published periods that
 * share days with this one need a reason (domain reference, 10.1: a new table is differenced against old ones first). What is published is kept as it is, its figures with their queries too.
 */
export async function publishTables(
  ctx: Ctx,
  period: Period,
  {
    read,
    because,
    overlaps_because = null,
  }: { read: string; because: string | null; overlaps_because?: string | null },
): Promise<{ address: string; version: number }> {
  const held_by = await officeTeam(ctx)
  await oneAtATime(ctx)
  const ready = await tablesToPublish(ctx, period)
  const { address, document, before, obstacle, overlapping } = ready
  if (obstacle) refuse('', obstacle)
  if (ready.mark !== read)
    refuse('', 'The tables have changed since you opened this page: read them again, then publish.')
  const version = (before?.versions[0]?.version ?? 0) + 1
  if (version > 1 && !because) refuse('because', 'Enter why there is a new version')
  if (overlapping.length > 0 && !overlaps_because)
    refuse(
      'overlaps_because',
      `Enter why nothing hidden can be worked out from ${overlapping.map(periodOfPublished).join(', or from ')}`,
    )
  const published_tables_id = before
    ? await publishedBefore(ctx, before.published.published_tables_id)
    : await begin(ctx, {
        held_by,
        address,
        title: document.title,
        period_from: period.from,
        period_to: period.to,
      })
  const kept_by = before?.published.held_by ?? held_by
  const { published_tables_version_id } = await ctx.db
    .insertInto('insight.published_tables_version')
    .values({
      published_tables_id,
      held_by: kept_by,
      version,
      document: JSON.stringify(document),
      tables: JSON.stringify(ready.tables),
      changes: JSON.stringify(ready.changes),
      because: version === 1 ? null : because,
      published_at: ctx.now,
    })
    .returning('published_tables_version_id')
    .executeTakeFirstOrThrow()
  await ctx.db
    .insertInto('insight.published_tables_figures')
    .values({
      published_tables_version_id,
      held_by: kept_by,
      figures: JSON.stringify(ready.figures),
      held_against: overlapping.map((one) => one.address),
      overlaps_because: overlapping.length > 0 ? overlaps_because : null,
    })
    .execute()
  return { address, version }
}

const periodOfPublished = ({ period_from, period_to }: PublishedTables) =>
  periodInWords({ from: period_from, to: period_to })

async function begin(
  ctx: Ctx,
  made: { held_by: string; address: string; title: string; period_from: string; period_to: string },
): Promise<string> {
  const { published_tables_id } = await ctx.db
    .insertInto('insight.published_tables')
    .values(made)
    .returning('published_tables_id')
    .executeTakeFirstOrThrow()
  return published_tables_id
}

/** Tables that were withdrawn are back; those of their versions that were withdrawn are not. */
async function publishedBefore(ctx: Ctx, published_tables_id: string): Promise<string> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('insight.published_tables')
    .set({ withdrawn_at: null, withdrawn_because: null })
    .where('published_tables_id', '=', published_tables_id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) refuse('', HELD_ELSEWHERE)
  return published_tables_id
}

/** Row security changes nothing of what another team holds, and says nothing of it either. */
const HELD_ELSEWHERE =
  'Another team of the office published these tables: somebody in that team can do this. Nothing was changed.'

/**
 * Takes one version down, or every version ('all'): its address says that it was withdrawn, when and why. A withdrawn version stays so. Which one
 * need not be said where only one stands. Refuses whoever is not in the team that published the tables.
 */
export async function withdrawTables(
  ctx: Ctx,
  period: Period,
  { version, because }: { version: string | null; because: string },
): Promise<void> {
  await officeTeam(ctx)
  await oneAtATime(ctx)
  const at = await publishedAt(ctx, addressOf(period))
  const standing = standingOf(at)
  if (!at || standing.length === 0) refuse('', 'These tables are not published.')
  if (version === null && standing.length > 1) refuse('version', 'Select which version is withdrawn')
  const all = version === null || version === 'all'
  const going = all ? standing : standing.filter((one) => String(one.version) === version)
  if (going.length === 0) refuse('version', 'That version does not stand any more: select another')
  const withdrawn = { withdrawn_at: ctx.now, withdrawn_because: because }
  const { published_tables_id } = at.published
  const { numUpdatedRows } = await ctx.db
    .updateTable('insight.published_tables_version')
    .set(withdrawn)
    .where('published_tables_id', '=', published_tables_id)
    .where(
      'version',
      'in',
      going.map((one) => one.version),
    )
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== BigInt(going.length)) refuse('', HELD_ELSEWHERE)
  if (going.length < standing.length) return
  await ctx.db
    .updateTable('insight.published_tables')
    .set(withdrawn)
    .where('published_tables_id', '=', published_tables_id)
    .execute()
}
