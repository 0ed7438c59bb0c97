import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { Maker } from './maker.ts'

const one = async (ctx: Ctx, query: ReturnType<typeof sql<{ id: string }>>) =>
  (await query.execute(ctx.db)).rows[0]!.id
const ALL_STAFF = sql`(select team_id from access.team where code = 'all-staff' and team_id = any (access.my_teams()))`

/** What a transfer leaves behind, of Victim CARE: for addresses of the module referrals. */
export const TRANSFER_RECORDS: Record<string, Maker> = {
  transfer_id: (ctx) =>
    one(
      ctx,
      sql`insert into referrals.transfer (held_by, profile, sender, came_by, file_name, content_hash, bytes, sent_on, finished_at)
      values (${ALL_STAFF}, 'nottinghamshire-police', 'Nottinghamshire Police', 'upload', 'matrix.csv', repeat('0', 64), 1, '2026-11-02', now())
      returning transfer_id as id`,
    ),
  held_row_id: async (ctx, { transfer_id }) => {
    const referral_id = await one(
      ctx,
      sql`insert into referrals.referral (held_by, reference, received_on, source, result, transfer_id, row_number, victim_number)
      values (${ALL_STAFF}, 'R-HELD', '2026-11-02', 'police-adt', 'error', ${transfer_id}::uuid, 1, 1) returning referral_id as id`,
    )
    return one(
      ctx,
      sql`insert into referrals.held_row (held_by, referral_id, result) values (${ALL_STAFF}, ${referral_id}::uuid, 'error') returning held_row_id as id`,
    )
  },
  receipt_id: (ctx, { referral_id }) =>
    one(
      ctx,
      sql`insert into referrals.receipt (held_by, referral_id, reference, sent_on, file_name, row_number, victim_number, result)
      values (${ALL_STAFF}, ${referral_id}::uuid, 'R-MATRIX', '2026-11-02', 'matrix.csv', 1, 1, 'accepted') returning receipt_id as id`,
    ),
  mapping_profile_id: (ctx) =>
    one(
      ctx,
      sql`insert into referrals.mapping_profile (code, title, written)
      values ('matrix', 'Matrix', '{"profile":"matrix","title":"Matrix","columns":{"occurrence_no":1,"reported_on":2,"surname":3}}') returning mapping_profile_id as id`,
    ),
  sender_key_id: (ctx) =>
    one(
      ctx,
      sql`insert into referrals.sender_key (profile, key_hash) values ('matrix', decode(repeat('00', 32), 'hex')) returning sender_key_id as id`,
    ),
}
