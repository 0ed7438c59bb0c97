import type { Actor } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'

/** Whose session it was that came, when (milliseconds, by the database's clock), and what the area's count of changes was then (0270-visits-of-the-known.sql). */
export type Came = { visit_id: string; token_hash: string; standing: number; came_at: number }

type Known = { actor: Actor; standing: number; holds_until: number }
type Row = Omit<Actor, 'actor_id' | 'area_id'> & {
  token_hash: string
  member_id: string
  standing: number
  /** Infinity when no membership of theirs ends by itself. */
  holds_until: Date | number
}

const MOST_KNOWN = 5000

/**
 * Makes the function that says who came, by visit. A member is looked up again when anything changed in their area about members, teams or
 * organisations, and when a membership of theirs has ended by itself; whoever has left is nobody. What is remembered is never older than
 * the count that the visit itself was committed with.
 */
export function makeKnown(pools: Pick<Pools, 'visits'>) {
  const known = new Map<string, Known>()

  async function lookUp(area_id: string, tokens: readonly string[]) {
    const { rows } = await pools.visits.query<Row>({
      name: 'who_came',
      text: 'select * from access.who_came($1, $2)',
      values: [area_id, tokens.map((token) => Buffer.from(token, 'hex'))],
    })
    if (known.size + rows.length > MOST_KNOWN) known.clear()
    for (const token of tokens) known.delete(token)
    for (const { token_hash, standing, holds_until, member_id, ...who } of rows) {
      // One actor serves many pages: none of them can change what the next may do.
      for (const rights of [who.roles, who.team_ids]) Object.freeze(rights)
      known.set(token_hash, {
        standing,
        holds_until: Number(holds_until),
        actor: Object.freeze({ ...who, area_id, actor_id: member_id }),
      })
    }
  }

  return async (area_id: string, came: readonly Came[]): Promise<Map<string, Actor | undefined>> => {
    const actors = new Map<string, Actor | undefined>()
    const unknown: Came[] = []
    for (const one of came) {
      const before = known.get(one.token_hash)
      if (before && before.standing === one.standing && before.holds_until > one.came_at)
        actors.set(one.visit_id, before.actor)
      else unknown.push(one)
    }
    if (unknown.length > 0) await lookUp(area_id, [...new Set(unknown.map((one) => one.token_hash))])
    for (const { visit_id, token_hash } of unknown) actors.set(visit_id, known.get(token_hash)?.actor)
    return actors
  }
}
