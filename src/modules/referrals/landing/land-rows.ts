import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { recordPeople } from '#people'
import { newId, type Ctx } from '#platform/act.ts'
import { renewHeldRows } from '../held-rows/send-again.ts'
import { arrivingPerson } from '../transfers/arriving-person.ts'
import type { makeDecide } from '../transfers/decide-result.ts'
import {
  giveReceipts,
  insertHeldRows,
  insertReferrals,
  keepArrivals,
  type KeptLanding,
} from './keep-landings.ts'
import type { Landing, OpenedTransfer, Prepared } from './landing.ts'
import { countLandings } from './transfer-counts.ts'

const FEW_ROWS = 50

/** So many people are asked to be recorded at once; the database has heard of them all before it hears of their referrals. */
const PEOPLE_AT_ONCE = 2000

/**
 * Keeps some rows of a transfer, each with its one result, in this transaction: the referral, the person of an accepted one, the place in
 * the queue of a held one, the receipt. Rows kept before (a stopped import, another process) are passed over. Gives how many victims were new.
 * `read_bytes` of the file have been read by now, which tells how far it is.
 */
export async function landRows(
  ctx: Ctx,
  transfer: OpenedTransfer,
  { landings: prepared, last_row }: Prepared,
  decide: ReturnType<typeof makeDecide>,
  read_bytes: number,
): Promise<number> {
  if (last_row === 0) return 0
  // The plans of foreign key checks are kept by the session. One made while a table was empty reads the whole of it for every row
  // that comes, until somebody analyses it: so plans are made anew, and from the indexes. For a few rows that would cost more than it
  // saves: a program that sends one at a time.
  await ctx.connection.query(
    `set local enable_seqscan = off${prepared.length > FEW_ROWS ? '; discard plans' : ''}`,
  )
  // One file of a sender at a time, so that a row and its duplicate in another file cannot pass each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.actor.area_id} ${transfer.sender}`}, 610))`.execute(
    ctx.db,
  )
  const { rows: known } = await sql<{ rows_read: number }>`
    select rows_read from referrals.transfer where transfer_id = ${transfer.transfer_id} for update`.execute(
    ctx.db,
  )
  const fresh = prepared.filter(({ row }) => row.row > known[0]!.rows_read)
  if (fresh.length === 0) return 0
  const landings = await settle(ctx, transfer, fresh, decide)
  await send(ctx, transfer, landings, [
    () =>
      sql`update referrals.transfer set rows_read = ${last_row}, bytes_read = ${read_bytes}, landed_at = now() where transfer_id = ${transfer.transfer_id}`.execute(
        ctx.db,
      ),
  ])
  return fresh.length
}

/** What each row comes to now that it is known who was sent before: its result and its reference. */
async function settle(
  ctx: Ctx,
  { held_by }: OpenedTransfer,
  fresh: readonly Landing[],
  decide: ReturnType<typeof makeDecide>,
): Promise<KeptLanding[]> {
  const [{ rows: there }, { rows: references }] = await Promise.all([
    sql<{ arrival_key: string }>`
      select k.arrival_key from unnest(${fresh.flatMap(({ key }) => key ?? [])}::uuid[]) as k (arrival_key)
      cross join lateral (select from referrals.arrival a where a.area_id = ${ctx.actor.area_id} and a.held_by = ${held_by}
        and a.arrival_key = k.arrival_key limit 1) there`.execute(ctx.db),
    sql<{ reference: string }>`
      select 'R' || lpad(nextval('referrals.referral_number')::text, 7, '0') as reference from generate_series(1, ${fresh.length}::int)`.execute(
      ctx.db,
    ),
  ])
  const held = new Set(there.map(({ arrival_key }) => arrival_key))
  return fresh.map((each, i) => {
    const again = each.key !== null && held.has(each.key)
    if (each.key !== null) held.add(each.key)
    const decision = again ? decide(each.came.read!, true) : each.decision
    const person_id = decision.result === 'accepted' ? newId() : null
    return { ...each, decision, person_id, reference: references[i]!.reference }
  })
}

/**
 * Asks the database to keep all of it, in an order that foreign keys allow, and waits for no answer before the next is asked: while it
 * keeps one table's rows, the next table's are written down.
 */
async function send(
  ctx: Ctx,
  transfer: OpenedTransfer,
  landings: readonly KeptLanding[],
  last: readonly (() => Promise<unknown>)[],
) {
  const accepted = landings.filter(({ person_id }) => person_id !== null)
  const people = accepted.map(({ came, decision, person_id }) => ({
    ...arrivingPerson(came.read!, decision.sensitive === true, transfer.held_by, transfer.sent_on),
    person_id: person_id!,
  }))
  const again = landings.flatMap(({ decision, key, came }) =>
    decision.result === 'duplicate' ? [{ key: key!, victim: came.read! }] : [],
  )
  const asked: Promise<unknown>[] = []
  for (const ask of [
    () => recordPeople(ctx, people),
    () => insertReferrals(ctx, transfer, landings),
    () => giveReceipts(ctx, transfer, landings),
    () => keepArrivals(ctx, transfer, landings),
    () => insertHeldRows(ctx, transfer, landings),
    () => renewHeldRows(ctx, transfer.held_by, again),
    () => countLandings(ctx, transfer, landings),
    ...last,
  ]) {
    const answer = ask()
    answer.catch(() => {}) // told below, when all have been asked
    asked.push(answer)
    if (asked.length === 1 && people.length > PEOPLE_AT_ONCE) await answer
    else await nextTurn()
  }
  for (const answer of asked) await answer // in turn: what is told is what failed first
}
