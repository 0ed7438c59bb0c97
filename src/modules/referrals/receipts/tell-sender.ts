import { sql } from 'kysely'
import { inForceOn, recordShareBetween, type Agreement } from '#organisations'
import type { Ctx } from '#platform/act.ts'
import type { Gap } from '../transfers/decide-result.ts'

/** Who sent a referral, and what the agreement with them lets them know when the work ends. */
export type ReferralSender = {
  name: string
  team_id: string
  held_by: string
  /** Null when no agreement is in force: then nothing is told. */
  told_at_close: Agreement['told_at_close'] | null
}

/** Who sent the referral, if it came from an organisation with a team here and the actor's teams hold it. */
export async function senderOf(ctx: Ctx, referral_id: string | null): Promise<ReferralSender | undefined> {
  if (!referral_id) return undefined
  const { rows } = await sql<ReferralSender>`
    select o.name, g.held_by as team_id, r.held_by, (select a.told_at_close from organisations.agreement a
        join access.team h on h.area_id = a.area_id and h.organisation_id = a.given_by
        where h.team_id = r.held_by and a.received_by = o.organisation_id and ${inForceOn(ctx.today)}
        order by a.in_force_from desc, a.agreement_id limit 1) as told_at_close
    from referrals.referral r
    join referrals.transfer f on f.area_id = r.area_id and f.transfer_id = r.transfer_id
    join access.organisation o on o.area_id = r.area_id and o.kind = 'force' and (lower(o.name) = lower(r.sender) or o.code = f.profile)
    cross join lateral (select t.team_id as held_by from access.team t
      where t.area_id = o.area_id and t.organisation_id = o.organisation_id order by t.team_id limit 1) g
    where r.referral_id = ${referral_id} limit 1`.execute(ctx.db)
  return rows[0]
}

/** What a sender may learn of a case: that the person could not be reached, that the work has ended, or that it goes on. */
export type CaseNews = 'no-contact' | 'closed' | 'accepted'

/** What the agreement lets the sender know of this news; null: nothing. */
export const tellable = (sender: ReferralSender | undefined, news: CaseNews): CaseNews | null => {
  const allowed = sender?.told_at_close ?? 'nothing'
  if (allowed === 'nothing') return null
  return news === 'closed' && allowed !== 'closed' ? null : news
}

/**
 * Tells the sender of a referral what became of it, as another receipt and only as far as the agreement allows (domain 4.4, 4.5: the result
 * and what is missing, no content); counted under that agreement. Gives the sender's name, or null when nothing was told.
 */
export async function tellSender(
  ctx: Ctx,
  referral_id: string | null,
  news: CaseNews,
  missing: readonly Gap[] = [],
): Promise<string | null> {
  const sender = await senderOf(ctx, referral_id)
  const result = tellable(sender, news)
  if (!sender || !referral_id || !result) return null
  await sql`insert into referrals.receipt (held_by, referral_id, reference, sent_on, file_name, row_number, victim_number, occurrence_number, result, missing)
    select ${sender.team_id}::uuid, r.referral_id, r.reference, f.sent_on, f.file_name, r.row_number, r.victim_number, r.occurrence_number,
      ${result}, ${[...missing]}::text[]
    from referrals.referral r join referrals.transfer f on f.area_id = r.area_id and f.transfer_id = r.transfer_id
    where r.referral_id = ${referral_id}`.execute(ctx.db)
  await recordShareBetween(ctx, { held_by: sender.held_by, given_to: sender.team_id, record_id: referral_id })
  return sender.name
}
