import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { recordShareBetween } from '#organisations'
import { recordPeople } from '#people'
import { newId, type Ctx } from '#platform/act.ts'
import { findDistrict, findOutcode, readPostcode, type IntakeResult } from '#reference'
import { renewHeldRows } from '../held-rows/send-again.ts'
import { arrivingPerson } from './arriving-person.ts'
import { GAPS, type Decision, type Gap, type makeDecide } from './decide-result.ts'
import { transferKey } from './person-key.ts'
import type { ReadVictim, TransferRow } from '../mapping-profiles/read-rows.ts'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'

/** A transfer that is being read, and what its rows are kept with. */
export type OpenedTransfer = {
  transfer_id: string
  held_by: string
  sender: string
  source: string
  sent_on: string
  file_name: string
  headings: string[] | null
  /** The sender's own team, which its receipts are given to; none when the sender is no organisation here. */
  sender_team_id: string | null
}

/** Results that a worker can do something about: the row goes to the queue. Somebody who declined is never among them. */
export const HELD_RESULTS: ReadonlySet<string> = new Set([
  'error',
  'no-consent',
  'safeguarding',
  'unsafe-contact',
  'no-contact-details',
])
export const isHeld = (result: IntakeResult, victim: TransferVictim | null) =>
  HELD_RESULTS.has(result) && victim?.consent_basis !== 'declined'

type Landing = {
  row: TransferRow
  came: ReadVictim
  key: string | null
  decision: Pick<Decision, 'result' | 'missing'> & Partial<Decision>
  referral_id: string
}

/** The key under which a row is known again: a hash, because the table keeps it for rows whose person must not be kept. */
export const arrivalKey = (sender: string, victim: TransferVictim) => {
  const hex = createHash('sha256').update(transferKey(sender, victim)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

const FEW_ROWS = 50

/**
 * Keeps some rows of a transfer, each with its one result, in this transaction: the referral, the person of an accepted one, the place in
 * the queue of a held one, the receipt. Rows kept before (a stopped import, another process) are passed over. Gives how many were new.
 * `read_bytes` of the file have been read by now, which tells how far it is.
 */
export async function landRows(
  ctx: Ctx,
  transfer: OpenedTransfer,
  rows: readonly TransferRow[],
  decide: ReturnType<typeof makeDecide>,
  read_bytes: number,
): Promise<number> {
  const last = rows.at(-1)
  if (!last) return 0
  // The plans of foreign key checks are kept by the session. One made while a table was empty reads the whole of it for every row
  // that comes, until somebody analyses it: so plans are made anew, and from the indexes. For a few rows that would cost more than it
  // saves: a program that sends one at a time.
  await ctx.connection.query(
    `set local enable_seqscan = off${rows.length > FEW_ROWS ? '; discard plans' : ''}`,
  )
  // One file of a sender at a time, so that a row and its duplicate in another file cannot pass each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.actor.area_id} ${transfer.sender}`}, 610))`.execute(
    ctx.db,
  )
  const { rows: known } = await sql<{ rows_read: number }>`
    select rows_read from referrals.transfer where transfer_id = ${transfer.transfer_id} for update`.execute(
    ctx.db,
  )
  const fresh = rows.filter(({ row }) => row > known[0]!.rows_read)
  if (fresh.length === 0) return 0
  const landings = await decideRows(ctx, transfer, fresh, decide)
  const accepted = landings.filter(({ decision }) => decision.result === 'accepted')
  const people = await recordPeople(
    ctx,
    accepted.map(({ came, decision }) =>
      arrivingPerson(came.read!, decision.sensitive === true, transfer.held_by, transfer.sent_on),
    ),
  )
  const personOf = new Map(accepted.map(({ referral_id }, index) => [referral_id, people[index]!]))
  const references = await insertReferrals(ctx, transfer, landings, personOf)
  await keepArrivals(ctx, transfer, landings)
  await insertHeldRows(ctx, transfer, landings)
  await renewHeldRows(
    ctx,
    transfer.held_by,
    landings.flatMap(({ decision, key, came }) =>
      decision.result === 'duplicate' ? [{ key: key!, victim: came.read! }] : [],
    ),
  )
  await giveReceipts(ctx, transfer, landings, references)
  await sql`update referrals.transfer set rows_read = ${last.row}, bytes_read = ${read_bytes}, landed_at = now() where transfer_id = ${transfer.transfer_id}`.execute(
    ctx.db,
  )
  return fresh.length
}

async function decideRows(
  ctx: Ctx,
  { sender, held_by }: OpenedTransfer,
  rows: readonly TransferRow[],
  decide: ReturnType<typeof makeDecide>,
): Promise<Landing[]> {
  const readable = ({ read, problems }: ReadVictim) => read !== null && problems.length === 0
  const came = rows.flatMap((row) =>
    row.victims.map((victim) => ({
      row,
      came: victim,
      key: readable(victim) ? arrivalKey(sender, victim.read!) : null,
    })),
  )
  const { rows: there } = await sql<{ arrival_key: string }>`
    select k.arrival_key from unnest(${came.flatMap(({ key }) => key ?? [])}::uuid[]) as k (arrival_key)
    cross join lateral (select from referrals.arrival a where a.area_id = ${ctx.actor.area_id} and a.held_by = ${held_by}
      and a.arrival_key = k.arrival_key limit 1) there`.execute(ctx.db)
  const held = new Set(there.map(({ arrival_key }) => arrival_key))
  return came.map((each) => {
    const decision =
      each.key === null
        ? { result: 'error' as const, missing: ['readable-row' as const] satisfies Gap[] }
        : decide(each.came.read!, held.has(each.key))
    if (each.key !== null) held.add(each.key)
    return { ...each, decision, referral_id: newId() }
  })
}

async function insertReferrals(
  ctx: Ctx,
  transfer: OpenedTransfer,
  landings: readonly Landing[],
  personOf: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const rows = landings.map(({ row, came: { victim: victim_number, read }, decision, referral_id }) => ({
    referral_id,
    person_id: personOf.get(referral_id) ?? null,
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
  }))
  const { rows: made } = await sql<{ referral_id: string; reference: string }>`
    insert into referrals.referral (referral_id, held_by, person_id, reference, received_on, source, sender, transfer_id, row_number, victim_number,
      occurrence_number, crime_reference, reported_on, offence_text, offence_group, offence_subgroup, offence_confidence, domestic,
      sexual, hate_strand, consent_basis, district, result, missing)
    select referral_id, ${transfer.held_by}::uuid, person_id, 'R' || lpad(nextval('referrals.referral_number')::text, 7, '0'), ${transfer.sent_on}::date,
      ${transfer.source}, ${transfer.sender}, ${transfer.transfer_id}::uuid, row_number, victim_number, occurrence_number,
      crime_reference, reported_on, offence_text, offence_group, offence_subgroup, offence_confidence, domestic, sexual, hate_strand, consent_basis,
      district, result, array(select json_array_elements_text(missing))
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (referral_id uuid, person_id uuid, row_number int, victim_number int,
      occurrence_number text, crime_reference text, reported_on date, offence_text text, offence_group text, offence_subgroup text,
      offence_confidence real, domestic boolean, sexual boolean, hate_strand text, consent_basis text, district text, result text, missing json)
    returning referral_id, reference`.execute(ctx.db)
  return new Map(made.map(({ referral_id, reference }) => [referral_id, reference]))
}

async function keepArrivals(ctx: Ctx, { held_by }: OpenedTransfer, landings: readonly Landing[]) {
  const rows = landings.filter(({ key, decision }) => key !== null && decision.result !== 'duplicate')
  await sql`insert into referrals.arrival (held_by, arrival_key, referral_id)
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

async function insertHeldRows(ctx: Ctx, { held_by, headings }: OpenedTransfer, landings: readonly Landing[]) {
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

async function giveReceipts(
  ctx: Ctx,
  { transfer_id, held_by, sender_team_id, sent_on, file_name }: OpenedTransfer,
  landings: readonly Landing[],
  references: ReadonlyMap<string, string>,
) {
  if (sender_team_id === null) return
  const rows = landings.map(({ row, came, decision, referral_id }) => ({
    referral_id,
    reference: references.get(referral_id),
    row_number: row.row,
    victim_number: came.victim,
    occurrence_number: row.occurrence_no,
    result: decision.result,
    missing: decision.missing.filter((gap) => gap in GAPS),
  }))
  await sql`insert into referrals.receipt (held_by, referral_id, reference, sent_on, file_name, row_number, victim_number, occurrence_number, result, missing)
    select ${sender_team_id}::uuid, referral_id, reference, ${sent_on}::date, ${file_name}, row_number, victim_number, occurrence_number, result,
      array(select json_array_elements_text(missing))
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (referral_id uuid, reference text, row_number int, victim_number int,
      occurrence_number text, result text, missing json)`.execute(ctx.db)
  const given = { held_by, given_to: sender_team_id, record_id: transfer_id, things: rows.length }
  await recordShareBetween(ctx, given)
}
