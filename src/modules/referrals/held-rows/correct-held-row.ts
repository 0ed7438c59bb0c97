import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { TRANSFER_FIELDS, type TransferVictim } from '../mapping-profiles/transfer-fields.ts'
import { isUsableEmail, isUsablePhone } from '../transfers/contact-details.ts'
import type { Corrected } from './form.ts'
import { getHeldRow, type HeldRow } from './queries.ts'
import { refuseSettled, takeStep } from './take-step.ts'

/** A victim of whom nothing is known but the occurrence: where a correction of an unreadable row starts. */
const nobody = (occurrence_no: string | null): TransferVictim => {
  const blank = Object.entries(TRANSFER_FIELDS).map(([name, { kind }]) => [
    name,
    kind === 'flag' ? false : kind === 'codes' ? [] : null,
  ])
  return { ...(Object.fromEntries(blank) as TransferVictim), occurrence_no }
}

/** What is known of the person of a held row, to start a correction with. */
export const startOf = ({ victim, occurrence_number }: HeldRow): Partial<Corrected> => {
  const known = victim ?? nobody(occurrence_number)
  return {
    ...known,
    ...(known.reported_on ? { reported_on: known.reported_on } : { reported_on: undefined }),
    consent_basis: known.consent_basis ?? 'not-recorded',
    safe_to_contact: known.safe_to_contact ?? 'unknown',
  }
}

/**
 * Puts a held row right. It stays held: releasing it is a decision of its own. Refuses what no row could come with: nobody named, a birth
 * after the report, or a new phone number or email address that nobody can be reached by.
 */
export async function correctHeldRow(ctx: Ctx, held_row_id: string, corrected: Corrected): Promise<void> {
  const row = await getHeldRow(ctx, held_row_id)
  refuseSettled(row)
  refuseUnusable(corrected, row.victim)
  const victim = { ...(row.victim ?? nobody(row.occurrence_number)), ...corrected, full_name: null }
  victim.occurrence_no ??= row.occurrence_number ?? row.reference
  await sql`update referrals.held_row set victim = ${JSON.stringify(victim)}::jsonb, problems = '{}' where held_row_id = ${held_row_id}`.execute(
    ctx.db,
  )
  await takeStep(ctx, row, 'corrected')
}

function refuseUnusable(corrected: Corrected, before: TransferVictim | null): void {
  const { born_on, reported_on } = corrected
  if (!corrected.surname && !corrected.forenames)
    refuse(
      'surname',
      'Enter the surname or the first names. If nobody knows them, ask the sender or close the row',
    )
  if (born_on && born_on > reported_on)
    refuse('born_on', 'The date of birth must not be after the day it was reported')
  if (born_on && Number(reported_on.slice(0, 4)) - Number(born_on.slice(0, 4)) > 120)
    refuse('born_on', 'The date of birth must not be more than 120 years before the report')
  // What came from the sender stays as it came until somebody knows better.
  const isNew = (field: 'mobile' | 'home_phone' | 'email') =>
    corrected[field] && corrected[field] !== before?.[field]
  for (const field of ['mobile', 'home_phone'] as const)
    if (isNew(field) && !isUsablePhone(corrected[field]))
      refuse(field, 'Enter a phone number with all its figures, such as 01632 960001, or leave it empty')
  if (isNew('email') && !isUsableEmail(corrected.email))
    refuse('email', 'Enter an email address like name@example.org, or leave it empty')
}
