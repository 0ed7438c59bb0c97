import { sql } from 'kysely'
import { type Ctx, newId } from '#platform/act.ts'

/** How many askings of an hour are answered: from one network address, and with a letter in the whole area. */
export const MOST_ASKED = { address: 10, area: 100 }
const HOUR = 3_600_000
const QUIET_DAYS = 7

/** The mailbox: name+anything@example.org is read by whoever reads name@example.org. */
export const withoutTag = (address: string): string => address.replace(/(?<=.)\+.*(?=@)/, '')

/** Askings of an area wait for each other, or those made at the same moment would not see each other. */
export const oneAskingAtATime = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`follow ${ctx.actor.area_id}`}, 0))`.execute(ctx.db)

/**
 * Whether a letter may go, and writes the asking down. Undefined where this address or the area asked too often in the hour, or the mailbox had such a letter
 * within 7 days, even if it was stopped since; else what makes the letter go once. What was too often is not written down, so that it ends by itself.
 */
export async function mayWrite(
  ctx: Ctx,
  { from_key, for_key, kind }: { from_key: Buffer; for_key: Buffer; kind: 'confirm' | 'already' | 'change' },
): Promise<string | undefined> {
  const { rows } = await sql<{ too_many: boolean; written: boolean }>`
    select count(*) filter (where from_key = ${from_key} and asked_at > ${before(ctx, HOUR)}) >= ${MOST_ASKED.address}
        or count(*) filter (where wrote is not null and asked_at > ${before(ctx, HOUR)}) >= ${MOST_ASKED.area} as too_many,
      count(*) filter (where for_key = ${for_key} and wrote = ${kind}) > 0 as written
    from public_site.asking where area_id = ${ctx.actor.area_id} and asked_at > ${quietSince(ctx)}`.execute(
    ctx.db,
  )
  const { too_many, written } = rows[0]!
  if (too_many) return undefined
  const asking_id = newId()
  await ctx.db
    .insertInto('public_site.asking')
    .values({ asking_id, asked_at: ctx.now, from_key, for_key, wrote: written ? null : kind })
    .execute()
  return written ? undefined : `follow:${asking_id}`
}

/** Deletes what no longer counts. */
export async function forgetAskings(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('public_site.asking').where('asked_at', '<=', quietSince(ctx)).execute()
}

const before = (ctx: Ctx, milliseconds: number) => new Date(ctx.now.getTime() - milliseconds)
const quietSince = (ctx: Ctx) => before(ctx, QUIET_DAYS * 24 * HOUR)
