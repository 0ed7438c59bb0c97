import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/**
 * Holds a paper until this transaction ends: who writes in it, sends it on, returns or signs it waits for who came first, and so sees what they did. Taken before
 * the paper is read. Not a lock of its row: the office, which signs a provider's paper, may read that row but not change it.
 */
export const oneAtATime = (ctx: Ctx, paper_id: string) => hold(ctx, `paper ${paper_id.toLowerCase()}`)

/** Holds all that the area publishes, its agendas and what is taken out, until this transaction ends. */
export const onePublishingAtATime = (ctx: Ctx) => hold(ctx, `papers of ${ctx.actor.area_id}`)

const hold = (ctx: Ctx, what: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(ctx.db)
