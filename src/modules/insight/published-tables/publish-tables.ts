import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { Period } from '../measures/index.ts'
import { latestOf, oneAtATime, publishedAt, tablesToPublish } from './queries.ts'
import { officeTeam } from './office-team.ts'
import { addressOf } from './address.ts'

/** The mark of the tables as this actor reads them now: what they publish (publishTables). */
export const readToPublish = async (ctx: Ctx, period: Period): Promise<string> =>
  (await tablesToPublish(ctx, period)).mark

/**
 * Publishes the tables of a period: the first version at an address that stays, a later one beside those before, with what changed and why. `read`
 * is the mark of what the signatory read: refused when the records or the rules have changed since. What is published is kept as it is, its figures with their queries too.
 */
export async function publishTables(
  ctx: Ctx,
  period: Period,
  { read, because }: { read: string; because: string | null },
): Promise<{ address: string; version: number }> {
  const held_by = await officeTeam(ctx)
  await oneAtATime(ctx, addressOf(period))
  const ready = await tablesToPublish(ctx, period)
  const { address, document, before, obstacle } = ready
  if (obstacle) refuse('', obstacle)
  if (ready.mark !== read)
    refuse('', 'The tables have changed since you opened this page: read them again, then publish.')
  const version = (before?.versions[0]?.version ?? 0) + 1
  if (version > 1 && !because) refuse('because', 'Enter why there is a new version')
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
    .values({ published_tables_version_id, held_by: kept_by, figures: JSON.stringify(ready.figures) })
    .execute()
  return { address, version }
}

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
  await ctx.db
    .updateTable('insight.published_tables')
    .set({ withdrawn_at: null, withdrawn_because: null })
    .where('published_tables_id', '=', published_tables_id)
    .execute()
  return published_tables_id
}

/** Takes the latest version down, or every version: its address says that it was withdrawn, when and why. A withdrawn version stays so. */
export async function withdrawTables(
  ctx: Ctx,
  period: Period,
  { which, because }: { which: 'latest' | 'all'; because: string },
): Promise<void> {
  const address = addressOf(period)
  await oneAtATime(ctx, address)
  const at = await publishedAt(ctx, address)
  const latest = latestOf(at)
  if (!at || !latest) refuse('', 'These tables are not published.')
  const standing = at.versions.filter(({ withdrawn_at }) => !withdrawn_at)
  const going = which === 'all' ? standing : [latest]
  const withdrawn = { withdrawn_at: ctx.now, withdrawn_because: because }
  const { published_tables_id } = at.published
  await ctx.db
    .updateTable('insight.published_tables_version')
    .set(withdrawn)
    .where('published_tables_id', '=', published_tables_id)
    .where(
      'version',
      'in',
      going.map(({ version }) => version),
    )
    .execute()
  if (going.length < standing.length) return
  await ctx.db
    .updateTable('insight.published_tables')
    .set(withdrawn)
    .where('published_tables_id', '=', published_tables_id)
    .execute()
}
