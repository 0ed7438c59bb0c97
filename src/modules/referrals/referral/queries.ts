import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { ConsentBasis, IntakeResult, ReferralSource } from '#reference'

export type Referral = {
  referral_id: string
  person_id: string | null
  reference: string
  received_on: string
  source: ReferralSource
  sender: string
  occurrence_number: string | null
  crime_reference: string | null
  reported_on: string | null
  offence_text: string | null
  offence_group: string
  offence_subgroup: string | null
  offence_confidence: number | null
  domestic: boolean
  sexual: boolean
  hate_strand: string | null
  consent_basis: ConsentBasis
  district: string | null
  result: IntakeResult
  missing: string[]
  transfer_id: string | null
  file_name: string | null
  held_row_id: string | null
}

/** A referral that this actor's teams hold. Throws NotFound. */
export async function getReferral(ctx: Ctx, referral_id: string): Promise<Referral> {
  const { rows } = await sql<Referral>`
    select r.referral_id, r.person_id, r.reference, r.received_on, r.source, r.sender, r.occurrence_number, r.crime_reference, r.reported_on, r.offence_text,
      r.offence_group, r.offence_subgroup, r.offence_confidence, r.domestic, r.sexual, r.hate_strand, r.consent_basis, r.district, r.result, r.missing,
      r.transfer_id, t.file_name, h.held_row_id
    from referrals.referral r
    left join referrals.transfer t on t.area_id = r.area_id and t.transfer_id = r.transfer_id
    left join referrals.held_row h on h.area_id = r.area_id and h.referral_id = r.referral_id and h.settled_at is null
    where r.referral_id = ${referral_id}`.execute(ctx.db)
  return found(rows[0], 'This referral')
}
