import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { IntakeResult } from '#reference'
import type { Unfinished } from '../waiting-files/progress.part.ts'

export type TransferHead = Unfinished & {
  sent_on: string
  file_name: string
  sender: string
  blank_lines: number
  skipped_lines: number
  other_content: boolean
  finished: boolean
}
export type TransferLine = TransferHead & { accepted: number; held: number; refused: number }

const HEAD = sql`t.transfer_id, t.sent_on, t.file_name, t.sender, t.rows_read, t.blank_lines, t.skipped_lines, t.other_content,
  t.finished_at is not null as finished, t.bytes, t.bytes_read, t.rows_before, t.stopped_because,
  coalesce(extract(epoch from t.landed_at - t.reading_since), 0)::float8 as reading_seconds,
  extract(epoch from now() - greatest(t.landed_at, t.reading_since))::float8 as quiet_seconds,
  exists (select from referrals.waiting_piece p where p.area_id = t.area_id and p.transfer_id = t.transfer_id) as kept`
const HEAPS = sql`coalesce(sum(c.n) filter (where c.heap = 'accepted'), 0)::int as accepted,
  coalesce(sum(c.n) filter (where c.heap = 'held'), 0)::int as held, coalesce(sum(c.n) filter (where c.heap = 'refused'), 0)::int as refused`

export const TRANSFERS_SHOWN = 25

/** The newest files before a place in the list (`before`: day and id), each with what became of its rows as it stands now. */
export async function listTransfers(
  ctx: Ctx,
  before?: { day: string; transfer_id: string },
): Promise<TransferLine[]> {
  const { rows } = await sql<TransferLine>`
    select ${HEAD}, heaps.* from referrals.transfer t cross join lateral (
      select ${HEAPS} from referrals.transfer_count c where c.area_id = t.area_id and c.transfer_id = t.transfer_id) heaps
    ${before ? sql`where (t.sent_on, t.transfer_id) < (${before.day}::date, ${before.transfer_id}::uuid)` : sql``}
    order by t.sent_on desc, t.transfer_id desc limit ${TRANSFERS_SHOWN + 1}`.execute(ctx.db)
  return rows
}

export type DayLine = {
  sent_on: string
  files: number
  rows: number
  /** Whether every file of the day has been read to its end. */
  finished: boolean
  accepted: number
  held: number
  refused: number
}

/** The last days on which something was sent, each with everything that came on it. */
export async function listDays(ctx: Ctx): Promise<DayLine[]> {
  const { rows } = await sql<DayLine>`
    with days as (select sent_on, count(*)::int as files, sum(rows_read)::int as rows, bool_and(finished_at is not null) as finished from referrals.transfer group by sent_on order by sent_on desc limit 7)
    select d.*, heaps.* from days d cross join lateral (
      select ${HEAPS} from referrals.transfer t
      join referrals.transfer_count c on c.area_id = t.area_id and c.transfer_id = t.transfer_id
      where t.sent_on = d.sent_on) heaps
    order by d.sent_on desc`.execute(ctx.db)
  return rows
}

export async function getTransfer(ctx: Ctx, transfer_id: string): Promise<TransferHead> {
  const { rows } =
    await sql<TransferHead>`select ${HEAD} from referrals.transfer t where t.transfer_id = ${transfer_id}`.execute(
      ctx.db,
    )
  return found(rows[0], 'This transfer')
}

/** Another file that the sender called the same. */
export type Namesake = { transfer_id: string; received_at: Date; rows_read: number }

/** The other files of this name from this sender, oldest first: they have other content. */
export async function listNamesakes(
  ctx: Ctx,
  { transfer_id, sender, file_name }: Pick<TransferHead, 'transfer_id' | 'sender' | 'file_name'>,
): Promise<Namesake[]> {
  const { rows } = await sql<Namesake>`select transfer_id, received_at, rows_read from referrals.transfer
    where sender = ${sender} and file_name = ${file_name} and transfer_id <> ${transfer_id} order by transfer_id limit 20`.execute(
    ctx.db,
  )
  return rows
}

export type Reconciled = {
  /** Counted as it stands now: victims, which are rows unless a row is a crime with several. */
  by_result: { result: IntakeResult; n: number }[]
  by_group: { offence_group: string; accepted: number; held: number; refused: number; n: number }[]
  /** Rows of the file that have no result: none, unless something is wrong. */
  missing_rows: number[]
  rows: number
}

/** What became of every row of a file, as it was counted: by result, by offence group, and which row is missing, if one is. */
export async function reconcile(
  ctx: Ctx,
  { transfer_id }: Pick<TransferHead, 'transfer_id'>,
): Promise<Reconciled> {
  const of = sql`from referrals.transfer_count c where c.area_id = ${ctx.actor.area_id} and c.transfer_id = ${transfer_id}`
  const [results, groups, kept] = await Promise.all([
    sql<Reconciled['by_result'][number]>`
      select c.result, sum(c.n)::int as n ${of} group by c.result having sum(c.n) > 0`.execute(ctx.db),
    sql<Reconciled['by_group'][number]>`
      select c.offence_group, ${HEAPS}, sum(c.n)::int as n ${of} group by c.offence_group having sum(c.n) > 0
      order by n desc, c.offence_group`.execute(ctx.db),
    sql<Pick<Reconciled, 'missing_rows' | 'rows'>>`
      select coalesce(missing_rows, '{}') as missing_rows, coalesce(rows_kept, 0) as rows from referrals.transfer
      where transfer_id = ${transfer_id}`.execute(ctx.db),
  ])
  return { by_result: results.rows, by_group: groups.rows, ...found(kept.rows[0], 'This transfer') }
}

export type TransferRowLine = {
  referral_id: string
  row_number: number
  victim_number: number
  occurrence_number: string | null
  offence_text: string | null
  result: IntakeResult
  first_result: IntakeResult
  held_row_id: string | null
  reference: string
}

export const ROWS_SHOWN = 25

/** A place among the rows of a file: "13_2" is the second victim of row 13. Before all of them when it is written otherwise. */
export function readPlace(written = ''): { row: number; victim: number } {
  const [, row = '0', victim = '0'] = /^(\d{1,9})_(\d{1,3})$/.exec(written) ?? []
  return { row: Number(row), victim: Number(victim) }
}

/** Rows of a file in order after a place, all or those with one result; a row with several victims stands there once for each. */
export async function listRows(
  ctx: Ctx,
  transfer_id: string,
  after: { row: number; victim: number },
  result: string | undefined,
): Promise<TransferRowLine[]> {
  const { rows } = await sql<TransferRowLine>`
    select r.referral_id, r.row_number, r.victim_number, r.occurrence_number, r.offence_text, r.result, coalesce(h.result, r.result) as first_result,
      case when h.settled_at is null then h.held_row_id end as held_row_id, r.reference
    from referrals.referral r left join referrals.held_row h on h.area_id = r.area_id and h.referral_id = r.referral_id
    where r.area_id = ${ctx.actor.area_id} and r.transfer_id = ${transfer_id} and (r.row_number, r.victim_number) > (${after.row}, ${after.victim}) ${result ? sql`and r.result = ${result}` : sql``}
    order by r.row_number, r.victim_number limit ${ROWS_SHOWN + 1}`.execute(ctx.db)
  return rows
}
