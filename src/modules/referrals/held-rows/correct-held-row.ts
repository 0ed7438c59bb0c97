import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { TRANSFER_FIELDS, type TransferVictim } from '../mapping-profiles/transfer-fields.ts'
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

/** Puts a held row right. It stays held: releasing it is a decision of its own. */
export async function correctHeldRow(ctx: Ctx, held_row_id: string, corrected: Corrected): Promise<void> {
  const row = await getHeldRow(ctx, held_row_id)
  refuseSettled(row)
  const victim = { ...(row.victim ?? nobody(row.occurrence_number)), ...corrected, full_name: null }
  victim.occurrence_no ??= row.occurrence_number ?? row.reference
  await sql`update referrals.held_row set victim = ${JSON.stringify(victim)}::jsonb, problems = '{}' where held_row_id = ${held_row_id}`.execute(
    ctx.db,
  )
  await takeStep(ctx, row, 'corrected')
}
