import type { Pools } from '#platform/database/pools.ts'
import type { Actor } from '#platform/act.ts'
import type { OpenVisit, VisitAsked } from '#platform/http/app.ts'

/** Areas whose visits are under way at once: the pool's other connections are for pages. */
const MOST_AREAS = 2
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
export function makeOpenVisit(pools: Pick<Pools, 'app'>, idle_minutes = IDLE_MINUTES): OpenVisit {
  let waiting: Waiting[] = []
  const busy = new Set<string>()

  async function drain() {
    const area_id = waiting.find((w) => !busy.has(w.area_id))?.area_id
    if (busy.size >= MOST_AREAS || area_id === undefined) return
    busy.add(area_id)
    const batch = waiting.filter((w) => w.area_id === area_id)
    waiting = waiting.filter((w) => w.area_id !== area_id)
    try {
      const { rows } = await pools.app.query({
        name: 'open_visits',
        text: 'select * from access.open_visits($1, $2, make_interval(mins => $3))',
        values: [area_id, JSON.stringify(batch.map((w) => w.asked)), idle_minutes],
      })
      const came = new Map(rows.map((row) => [row.visit_id as string, row]))
      for (const w of batch) w.done(actorOf(area_id, came.get(w.asked.visit_id)))
    } catch (error) {
      for (const w of batch) w.failed(error as Error)
    }
    busy.delete(area_id)
    void drain()
  }

  return ({ area_id, token_hash }, visit) =>
    new Promise((done, failed) => {
      waiting.push({ area_id, asked: { ...visit, token_hash }, done, failed })
      void drain()
    })
}

function actorOf(
  area_id: string,
  row: (Omit<Actor, 'actor_id'> & { member_id: string; visit_id: string }) | undefined,
): Actor | undefined {
  if (!row) return undefined
  const { member_id, visit_id: _, ...rest } = row
  return { ...rest, area_id, actor_id: member_id }
}
