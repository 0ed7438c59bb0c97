import type { Kysely } from 'kysely'
import { hasRole, type Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { NotAllowed } from '#platform/errors.ts'

/** One look at a page, written down before it was shown. */
export type Look = {
  visit_id: string
  visited_at: Date
  action: string
  changed_something: boolean
  name: string
  job_title: string
  roles: string[]
  organisation_name: string
}

const MOST = 500

/** Who may ask who looked: for records that they can see themselves. */
export const AUDIT_READERS = ['team_manager', 'data_protection_officer'] as const

function onlyAuditReaders({ actor }: Ctx) {
  if (!hasRole(actor, AUDIT_READERS)) throw new NotAllowed()
}

/** Visits of this area with who made them: what both questions are asked of. */
const looks = (ctx: Ctx, db: Kysely<DB>) =>
  db
    .selectFrom('access.visit as v')
    .innerJoin('access.member as m', (join) =>
      join.onRef('m.area_id', '=', 'v.area_id').onRef('m.member_id', '=', 'v.actor_id'),
    )
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 'm.area_id').onRef('o.organisation_id', '=', 'm.organisation_id'),
    )
    .select(['v.visit_id', 'v.visited_at', 'v.action', 'm.name', 'm.job_title', 'm.roles'])
    .select('o.name as organisation_name')
    .select((is) => is('v.method', '<>', 'GET').as('changed_something'))
    .where('v.area_id', '=', ctx.actor.area_id)
    .limit(MOST)

/**
 * Who has opened any of these records (a person, their cases, their referrals), the latest first, 500 at most. The caller has read the
 * records in this act, so that nobody asks about what they cannot see. Throws NotAllowed unless the actor is a team manager or a data
 * protection officer.
 */
export async function whoHasLooked(ctx: Ctx, record_ids: readonly string[]): Promise<Look[]> {
  onlyAuditReaders(ctx)
  if (record_ids.length === 0) return []
  return ctx.asAuditor((db) =>
    looks(ctx, db)
      .where('v.record_id', 'in', [...record_ids])
      .orderBy('v.visited_at', 'desc')
      .execute(),
  ) as Promise<Look[]>
}

/** What one member opened in a stretch of time, the earliest first, 500 at most. Throws NotAllowed likewise. */
export async function listVisitsBy(ctx: Ctx, member_id: string, from: Date, to: Date): Promise<Look[]> {
  onlyAuditReaders(ctx)
  return ctx.asAuditor((db) =>
    looks(ctx, db)
      .where('v.actor_id', '=', member_id)
      .where('v.visited_at', '>=', from)
      .where('v.visited_at', '<=', to)
      .orderBy('v.visited_at')
      .execute(),
  ) as Promise<Look[]>
}
