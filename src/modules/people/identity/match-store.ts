import { compare } from '../matching/comparison/compare.ts'
import { agreesBeyondName } from '../matching/comparison/guard.ts'
import {
  cluster,
  judgeOf,
  linkStore,
  type Model,
  type RecordStore,
  type ScoredPairs,
  weigh,
} from '../matching/index.ts'
import { FIELDS } from '../matching/record/layout.ts'

export type Matched = {
  /** For each record that is not the first of its person, the place of one that it is sure to be the same as. */
  same: Map<number, number>
  /** Estimated from these records, when there were enough of them and the estimate is about persons. */
  model: Model | undefined
}

/** A store of n records as it goes to a thread: its memory is shared, not copied. */
export type StoreToMatch = { store: RecordStore; n: number }

/** What the thread says when a stage of comparing is done. */
export const A_STAGE = 'a stage'

/** Which records of a store are sure to be of one person. */
export async function matchStore(
  store: RecordStore,
  n: number,
  timed: () => void = () => {},
): Promise<Matched> {
  const { pairs, model, estimated, threshold } = await linkStore(store, n, { timed })
  const judge = judgeOf(store, weigh(model, n - 1))
  const same = new Map<number, number>()
  const held = pairs.held.map((was, p) =>
    was || pairs.odds[p]! < threshold || !beyondName(store, pairs, p) ? 1 : 0,
  )
  for (const [i, first] of cluster(n, { ...pairs, held }, threshold, judge).entries())
    if (first !== i) same.set(i, first)
  return { same, model: estimated ? model : undefined }
}

function beyondName(store: RecordStore, pairs: ScoredPairs, p: number): boolean {
  compare(store, pairs.left[p]!, pairs.right[p]!, ANY_BAND, levels)
  return agreesBeyondName(levels)
}
// What agrees beyond a name does not depend on how common names are.
const ANY_BAND = { band: 0 }
const levels = new Uint8Array(FIELDS.length)
