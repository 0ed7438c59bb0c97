import type { Pools } from '#platform/database/pools.ts'
import type { Actor } from '#platform/act.ts'
import type { OpenVisit, VisitAsked } from '#platform/http/app.ts'
import { type Came, makeKnown } from './known.ts'

/** Areas whose visits are under way at once. */
const MOST_AREAS = 2
/** Visits that share a commit: each is compared with every token shown beside it, so that a flood of them at once would take too long. */
const MOST_TOGETHER = 100
/** After so long without anything sent a session is over. */
export const IDLE_MINUTES = 30

type Waiting = {
  area_id: string
  asked: VisitAsked & { token_hash: string }
  done: (actor: Actor | undefined) => void
  failed: (error: Error) => void
}

/**
 * Finds who shows a session and commits the visit before anything is read. Visits of an area that come while a commit of it is under way
 * share the next one, so that a busy server waits for the disk once for many: half as many statements as with two under way.
 */
export function makeOpenVisit(pools: Pick<Pools, 'visits'>, idle_minutes = IDLE_MINUTES): OpenVisit {
  const whoAre = makeKnown(pools)
  let waiting: Waiting[] = []
  const busy = new Set<string>()

  async function drain() {
    const area_id = waiting.find((w) => !busy.has(w.area_id))?.area_id
    if (busy.size >= MOST_AREAS || area_id === undefined) return
    busy.add(area_id)
    const batch = waiting.filter((w) => w.area_id === area_id).slice(0, MOST_TOGETHER)
    const taken = new Set(batch)
    waiting = waiting.filter((w) => !taken.has(w))
    try {
      const came = await open(area_id, batch)
      const actors = await whoAre(area_id, came)
      for (const { asked, done } of batch) done(actors.get(asked.visit_id))
    } catch (error) {
      for (const w of batch) w.failed(error as Error)
    }
    busy.delete(area_id)
    void drain()
  }

  async function open(area_id: string, batch: readonly Waiting[]): Promise<Came[]> {
    const asked = batch.map((w) => w.asked)
    const { rows } = await pools.visits.query<Omit<Came, 'token_hash'>>({
      name: 'open_visits',
      text: `select *, extract(epoch from now())::float8 * 1000 as came_at
        from access.open_visits($1, $2, $3, $4, $5, $6, $7, make_interval(mins => $8))`,
      values: [
        area_id,
        asked.map((one) => one.visit_id),
        asked.map((one) => Buffer.from(one.token_hash, 'hex')),
        asked.map((one) => one.action),
        asked.map((one) => one.method),
        asked.map((one) => one.path),
        asked.map((one) => one.record_id),
        idle_minutes,
      ],
    })
    const tokens = new Map(asked.map((one) => [one.visit_id, one.token_hash]))
    return rows.map((row) => ({ ...row, token_hash: tokens.get(row.visit_id)! }))
  }

  return ({ area_id, token_hash }, visit) =>
    new Promise((done, failed) => {
      waiting.push({ area_id, asked: { ...visit, token_hash }, done, failed })
      void drain()
    })
}
