import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { rowsAsColumns } from '#platform/database/rows-as-columns.ts'
import { isHeld } from './landing.ts'
import type { KeptLanding } from './keep-landings.ts'

/** What became of some victims of a file. Held: the row waits, or waited, in the queue. Declined consent is refused: nothing is kept to work with. */
export type Counted = {
  offence_group: string
  result: string
  heap: 'accepted' | 'held' | 'refused'
  n: number
}
const COUNTED = { offence_group: 'text', result: 'text', heap: 'text', n: 'int' } as const

/** Counts the victims of rows that are being kept, in the same transaction: opening a file reads these numbers and none of its rows. */
export async function countLandings(
  ctx: Ctx,
  transfer: { transfer_id: string; held_by: string },
  landings: readonly KeptLanding[],
): Promise<void> {
  const counts = new Map<string, Counted>()
  for (const { decision, came } of landings) {
    const { result } = decision
    const heap =
      result === 'accepted' ? ('accepted' as const) : isHeld(result, came.read) ? 'held' : 'refused'
    const offence_group = decision.offence?.group_code ?? 'UNC'
    const key = `${offence_group} ${result} ${heap}`
    const count = counts.get(key) ?? { offence_group, result, heap, n: 0 }
    counts.set(key, { ...count, n: count.n + 1 })
  }
  await addCounts(ctx, transfer, [...counts.values()])
}

/** Makes a change to one referral, whatever it came by, and keeps the counts of its file true to it. */
export async function keepingCounts<T>(ctx: Ctx, referral_id: string, change: () => Promise<T>): Promise<T> {
  const before = await placeOf(ctx, referral_id)
  const done = await change()
  if (!before) return done
  const after = await placeOf(ctx, referral_id)
  await addCounts(ctx, before, [
    { ...before, n: -1 },
    { ...after!, n: 1 },
  ])
  return done
}

type Place = Omit<Counted, 'n'> & { transfer_id: string; held_by: string }

/** Where a referral of a file is counted; it stays there until this transaction ends. */
async function placeOf(ctx: Ctx, referral_id: string): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select r.transfer_id, t.held_by, r.offence_group, r.result, case when r.result = 'accepted' then 'accepted'
      when exists (select from referrals.held_row h where h.area_id = r.area_id and h.referral_id = r.referral_id) then 'held' else 'refused' end as heap
    from referrals.referral r join referrals.transfer t on t.area_id = r.area_id and t.transfer_id = r.transfer_id
    where r.area_id = ${ctx.actor.area_id} and r.referral_id = ${referral_id} for no key update of r`.execute(
    ctx.db,
  )
  return rows[0]
}

/** In one order whoever counts, so that two who do cannot wait for each other. */
async function addCounts(
  ctx: Ctx,
  { transfer_id, held_by }: { transfer_id: string; held_by: string },
  counted: readonly Counted[],
): Promise<void> {
  await sql`
    insert into referrals.transfer_count (transfer_id, held_by, offence_group, result, heap, n)
    select ${transfer_id}::uuid, ${held_by}::uuid, offence_group, result, heap, sum(n)
    from ${rowsAsColumns(counted, COUNTED)} group by 3, 4, 5 having sum(n) <> 0 order by 3, 4, 5
    on conflict (area_id, transfer_id, offence_group, result, heap) do update set n = transfer_count.n + excluded.n`.execute(
    ctx.db,
  )
}
