import { sql } from 'kysely'
import { recordShareBetween } from '#organisations'
import type { Ctx } from '#platform/act.ts'
import { rowsAsColumns } from '#platform/database/rows-as-columns.ts'
import { findDistrict, findOutcode, readPostcode } from '#reference'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'
import { GAPS } from '../transfers/decide-result.ts'
import { isHeld, type Landing, type OpenedTransfer } from './landing.ts'

/** A landing with its reference, and with the id of its person if it is accepted. */
export type KeptLanding = Landing & { reference: string; person_id: string | null }

const REFERRAL = {
  referral_id: 'uuid',
  person_id: 'uuid',
  reference: 'text',
  row_number: 'int',
  victim_number: 'int',
  occurrence_number: 'text',
  crime_reference: 'text',
  reported_on: 'date',
  offence_text: 'text',
  offence_group: 'text',
  offence_subgroup: 'text',
  offence_confidence: 'real',
  domestic: 'boolean',
  sexual: 'boolean',
  hate_strand: 'text',
  consent_basis: 'text',
  district: 'text',
  result: 'text',
} as const
const RECEIPT = {
  referral_id: 'uuid',
  reference: 'text',
  row_number: 'int',
  victim_number: 'int',
  occurrence_number: 'text',
  result: 'text',
} as const
const namesOf = (columns: object) => sql.raw(Object.keys(columns).join(', '))

/** The referrals of rows, accepted or not. */
export function insertReferrals(
  ctx: Ctx,
  transfer: OpenedTransfer,
  landings: readonly KeptLanding[],
): Promise<unknown> {
  const rows = landings.map(
    ({ row, came: { victim: victim_number, read }, decision, referral_id, person_id, reference }) => ({
      referral_id,
      reference,
      person_id,
      row_number: row.row,
      victim_number,
      occurrence_number: row.occurrence_no,
      crime_reference: read?.crime_no ?? null,
      reported_on: read?.reported_on ?? null,
      offence_text: read?.offence ?? null,
      offence_group: decision.offence?.group_code ?? 'UNC',
      offence_subgroup: decision.offence?.subgroup_code ?? null,
      offence_confidence: decision.offence?.confidence ?? 0,
      domestic: read?.domestic ?? false,
      sexual: read?.sexual ?? false,
      hate_strand: read?.hate_strands.join(',') || null,
      consent_basis: read?.consent_basis ?? 'not-recorded',
      district: read && decision.result !== 'out-of-area' ? districtOf(read) : null,
      result: decision.result,
      missing: decision.missing,
    }),
  )
  return sql`
    insert into referrals.referral (held_by, received_on, source, sender, transfer_id, ${namesOf(REFERRAL)}, missing)
    select ${transfer.held_by}::uuid, ${transfer.sent_on}::date, ${transfer.source}, ${transfer.sender}, ${transfer.transfer_id}::uuid,
      ${namesOf(REFERRAL)}, missing::text[]
    from ${rowsAsColumns(rows, { ...REFERRAL, missing: 'text' })}`.execute(ctx.db)
}

/** What these rows are known again by. */
export function keepArrivals(
  ctx: Ctx,
  { held_by }: OpenedTransfer,
  landings: readonly KeptLanding[],
): Promise<unknown> {
  const rows = landings.filter(({ key, decision }) => key !== null && decision.result !== 'duplicate')
  return sql`insert into referrals.arrival (held_by, arrival_key, referral_id)
    select ${held_by}::uuid, * from unnest(${rows.map(({ key }) => key!)}::uuid[], ${rows.map(({ referral_id }) => referral_id)}::uuid[])`.execute(
    ctx.db,
  )
}

/** Where the person lives: the district named, else the one with most of the outcode's homes. */
function districtOf({ town, postcode }: TransferVictim): string | null {
  const named = town === null ? undefined : findDistrict(town)?.lad_name
  const outcode = postcode === null ? undefined : readPostcode(postcode)?.outcode
  return named ?? (outcode ? findOutcode(outcode)?.districts[0]?.lad_name : undefined) ?? null
}

/** The places in the queue of those that somebody must look at. */
export async function insertHeldRows(
  ctx: Ctx,
  { held_by, headings }: OpenedTransfer,
  landings: readonly KeptLanding[],
): Promise<void> {
  const rows = landings
    .filter(({ decision, came }) => isHeld(decision.result, came.read))
    .map(({ row, came, decision, referral_id }) => ({
      referral_id,
      result: decision.result,
      problems: came.problems,
      victim: came.read,
      cells:
        decision.result === 'error'
          ? row.cells.map((cell, place) => [
              headings?.[place]?.trim() || `Column ${place + 1}`,
              cell.replaceAll('\0', '\uFFFD'),
            ])
          : null,
    }))
  if (rows.length === 0) return
  await sql`insert into referrals.held_row (held_by, referral_id, result, problems, victim, cells)
    select ${held_by}::uuid, referral_id, result, array(select json_array_elements_text(problems)), victim, cells
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (referral_id uuid, result text, problems json, victim jsonb, cells jsonb)`.execute(
    ctx.db,
  )
}

/** The receipts, given to the sender's own team. */
export async function giveReceipts(
  ctx: Ctx,
  { transfer_id, held_by, sender_team_id, sent_on, file_name }: OpenedTransfer,
  landings: readonly KeptLanding[],
): Promise<void> {
  if (sender_team_id === null) return
  const rows = landings.map(({ row, came, decision, referral_id, reference }) => ({
    referral_id,
    reference,
    row_number: row.row,
    victim_number: came.victim,
    occurrence_number: row.occurrence_no,
    result: decision.result,
    missing: decision.missing.filter((gap) => gap in GAPS),
  }))
  const receipts = sql`
    insert into referrals.receipt (held_by, sent_on, file_name, ${namesOf(RECEIPT)}, missing)
    select ${sender_team_id}::uuid, ${sent_on}::date, ${file_name}, ${namesOf(RECEIPT)}, missing::text[]
    from ${rowsAsColumns(rows, { ...RECEIPT, missing: 'text' })}`.execute(ctx.db)
  const given = { held_by, given_to: sender_team_id, record_id: transfer_id, things: rows.length }
  await Promise.all([receipts, recordShareBetween(ctx, given)])
}
