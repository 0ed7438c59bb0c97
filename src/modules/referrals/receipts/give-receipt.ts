import { sql } from 'kysely'
import { recordShareBetween } from '#organisations'
import type { Ctx } from '#platform/act.ts'
import type { HeldRow } from '../held-rows/queries.ts'

/**
 * Gives the sender's team another receipt for the referral, in the place of the one it has, and counts it. False, with nothing given, when the
 * sender has no team here.
 */
export async function giveReceipt(
  ctx: Ctx,
  row: HeldRow,
  { result, missing, question }: { result: string; missing: readonly string[]; question?: string },
): Promise<boolean> {
  const { rows } = await sql<{ team_id: string }>`
    select t.team_id from access.organisation o join access.team t on t.area_id = o.area_id and t.organisation_id = o.organisation_id
    where o.kind = 'force' and (lower(o.name) = lower(${row.sender}) or o.code = ${row.profile}) order by t.team_id limit 1`.execute(
    ctx.db,
  )
  const given_to = rows[0]?.team_id
  if (!given_to) return false
  await sql`insert into referrals.receipt (held_by, referral_id, reference, sent_on, file_name, row_number, victim_number, occurrence_number, result,
      missing, question, held_row_id, answer_to)
    values (${given_to}::uuid, ${row.referral_id}::uuid, ${row.reference}, ${row.sent_on}::date, ${row.file_name}, ${row.row_number}::int, ${row.victim_number}::int,
      ${row.occurrence_number}, ${result}, ${[...missing]}::text[], ${question ?? null}, ${question ? row.held_row_id : null}::uuid,
      ${question ? row.held_by : null}::uuid)`.execute(ctx.db)
  await recordShareBetween(ctx, { held_by: row.held_by, given_to, record_id: row.referral_id })
  return true
}
