import { sql } from 'kysely'
import { inForceOn, recordShareBetween, type Agreement } from '#organisations'
import type { Ctx } from '#platform/act.ts'
import type { Gap } from '../transfers/decide-result.ts'

/** Who sent a referral, and what a receipt for it says: nothing of the person. May be given to whoever goes on with the case. */
export type SentReferral = {
  name: string
  team_id: string
  referral_id: string
  reference: string
  sent_on: string
  file_name: string
  row_number: number
  victim_number: number
  occurrence_number: string | null
}

/** The sender as a team that works with the person sees it, and what that team's agreement lets the sender know when the work ends. */
export type ReferralSender = SentReferral & {
  held_by: string
  /** Null when no agreement is in force: then nothing is told. */
  told_at_close: Agreement['told_at_close'] | null
}

/** Who sent the referral, if it came from an organisation with a team here and the actor's teams hold it. */
export async function senderOf(ctx: Ctx, referral_id: string | null): Promise<ReferralSender | undefined> {
  if (!referral_id) return undefined
  const { rows } = await sql<SentReferral & { held_by: string }>`
    select o.name, g.team_id, r.held_by, r.referral_id, r.reference, f.sent_on, f.file_name, r.row_number, r.victim_number, r.occurrence_number
    from referrals.referral r
    join referrals.transfer f on f.area_id = r.area_id and f.transfer_id = r.transfer_id
    join access.organisation o on o.area_id = r.area_id and o.kind = 'force' and (lower(o.name) = lower(r.sender) or o.code = f.profile)
    cross join lateral (select t.team_id from access.team t
      where t.area_id = o.area_id and t.organisation_id = o.organisation_id order by t.team_id limit 1) g
    where r.referral_id = ${referral_id} limit 1`.execute(ctx.db)
  return rows[0] && senderSeenBy(ctx, rows[0], rows[0].held_by)
}

/** The sender of a referral as another team sees it that works with the person now: under its own organisation's agreement with them. */
export async function senderSeenBy(
  ctx: Ctx,
  referral: SentReferral,
  held_by: string,
): Promise<ReferralSender> {
  const { rows } = await sql<Pick<ReferralSender, 'told_at_close'>>`
    select a.told_at_close from organisations.agreement a
    join access.team h on h.area_id = a.area_id and h.organisation_id = a.given_by
    join access.team s on s.area_id = a.area_id and s.organisation_id = a.received_by
    where h.team_id = ${held_by} and s.team_id = ${referral.team_id} and ${inForceOn(ctx.today)}
    order by a.in_force_from desc, a.agreement_id limit 1`.execute(ctx.db)
  return { ...referral, held_by, told_at_close: rows[0]?.told_at_close ?? null }
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
 * Tells the sender of a referral what became of it, as another receipt and only as far as the agreement allows (the result and what is
 * missing, no content); counted under that agreement. Gives the sender's name, or null when nothing was told.
 */
export async function tellSender(
  ctx: Ctx,
  sender: ReferralSender | undefined,
  news: CaseNews,
  missing: readonly Gap[] = [],
): Promise<string | null> {
  const result = tellable(sender, news)
  if (!sender || !result) return null
  const { name, team_id, held_by, told_at_close: _, ...referral } = sender
  await ctx.db
    .insertInto('referrals.receipt')
    .values({ ...referral, held_by: team_id, result, missing: [...missing] })
    .execute()
  await recordShareBetween(ctx, { held_by, given_to: team_id, record_id: referral.referral_id })
  return name
}
