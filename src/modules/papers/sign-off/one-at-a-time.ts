import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/**
 * Holds a paper until this transaction ends: who writes in it, sends it on, returns or signs it waits for who came first, and so sees what they did. Taken before
 * the paper is read. Not a lock of its row: the office, which signs a provider's paper, may read that row but not change it.
 */
export const oneAtATime = (ctx: Ctx, paper_id: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`paper ${paper_id.toLowerCase()}`}, 0))`.execute(ctx.db)
