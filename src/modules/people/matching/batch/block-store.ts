import { neighbours, pairRules } from '../blocking/candidates.ts'
import { THOROUGH_UP_TO } from '../blocking/list-keys.ts'
import type { PairList } from '../blocking/pairs-by-key.ts'
import type { RecordStore } from '../record/store.ts'
import type { Crew } from './crew.ts'
import * as stages from './stages.ts'
import { STAGES } from './stages.ts'

/** Candidate pairs, each once, in a list for each member of the crew. */
export async function blockStore(
  store: RecordStore,
  n: number,
  boundary: number,
  crew: Crew,
): Promise<PairList[]> {
  const thorough = n <= THOROUGH_UP_TO
  const parts = thorough ? 1 : crew.size
  const share = Math.ceil(n / parts)
  const ranges = Array.from({ length: parts }, (_, k) => {
    const range = { from: k * share, to: Math.min(n, (k + 1) * share) }
    return { store, ...range, parts, thorough }
  })
  const listed = await crew.each(STAGES, 'keys', stages.keys, ranges)
  const rules = pairRules(n, boundary, parts, thorough)
  const byKey = ranges.map((_, p) => ({ lists: listed.map((lists) => lists[p]!), rules }))
  const lists = await crew.each(STAGES, 'pairs', stages.pairs, byKey)
  const near = neighbours(store, n)
  const byLeft = Array.from({ length: crew.size }, (_, part) => ({ lists, near, part, parts: crew.size }))
  return crew.each(STAGES, 'unique', stages.unique, byLeft)
}
