import type { KeyFacts } from '../keys/person-keys.ts'
import { asRecord } from '../keys/person-keys.ts'
import { agreesBeyondName, isSound } from '../duplicates/agrees-beyond-name.ts'
import { compare } from '../matching/comparison/compare.ts'
import { reasonsOf } from '../matching/explain/reasons.ts'
import {
  cluster,
  createStore,
  encodeRecord,
  judgeOf,
  type Linked,
  linkStore,
  type Model,
  type RecordStore,
  type ScoredPairs,
  scoreCandidates,
  STARTING_MODEL,
  THRESHOLDS,
  weigh,
} from '../matching/index.ts'
import { FIELDS } from '../matching/record/layout.ts'

/** Fewer records than this say too little to estimate a model from. */
const ENOUGH = 1000

export type Matched = {
  /** For each record that is not the first of its person, the place of one that it is sure to be the same as. */
  same: Map<number, number>
  /** Estimated from these records, when there were enough of them. */
  model: Model | undefined
}

/** Which of `n` records are sure to be of one person; `read` gives them in order, from a place on, a few thousand at a time. */
export async function matchRecords(
  n: number,
  read: (from: number) => Promise<readonly KeyFacts[]>,
): Promise<Matched> {
  if (n < ENOUGH) return matchFew(n, read)
  const store = createStore(n)
  let end = 0
  for (let i = 0; i < n;)
    for (const facts of await read(i)) end = encodeRecord(store, i++, asRecord(facts), end)
  const { pairs, model, sound } = await linkSoundly(store, n)
  const judge = judgeOf(store, weigh(model, n - 1))
  const same = new Map<number, number>()
  const held = pairs.held.map((was, p) => (was || !agreesBeyondName(reasonsFor(store, pairs, p)) ? 1 : 0))
  for (const [i, first] of cluster(n, { ...pairs, held }, THRESHOLDS.link, judge).entries())
    if (first !== i) same.set(i, first)
  return { same, model: sound ? model : undefined }
}

/** By a model estimated from these records, or, where that would be about namesakes, by the one every area starts with. */
async function linkSoundly(store: RecordStore, n: number): Promise<Linked & { sound: boolean }> {
  const estimated = await linkStore(store, n)
  const sound = isSound(estimated.model)
  return { ...(sound ? estimated : await linkStore(store, n, { model: STARTING_MODEL })), sound }
}

function reasonsFor(store: RecordStore, pairs: ScoredPairs, p: number): string[] {
  if (pairs.odds[p]! < THRESHOLDS.link) return []
  compare(store, pairs.left[p]!, pairs.right[p]!, ANY_BAND, levels)
  return reasonsOf(levels)
}
// What agrees beyond a name does not depend on how common names are.
const ANY_BAND = { band: 0 }
const levels = new Uint8Array(FIELDS.length)

/** Few enough to compare each with each, by the model that every area starts with. */
async function matchFew(n: number, read: (from: number) => Promise<readonly KeyFacts[]>): Promise<Matched> {
  const records = []
  while (records.length < n) for (const facts of await read(records.length)) records.push(asRecord(facts))
  const same = new Map<number, number>()
  for (const [i, record] of records.entries())
    for (const { index, odds, held, reasons } of scoreCandidates(
      STARTING_MODEL,
      record,
      records.slice(0, i),
      {
        others: ENOUGH,
      },
    ))
      if (odds >= THRESHOLDS.link && !held && agreesBeyondName(reasons)) {
        same.set(i, index)
        break
      }
  return { same, model: undefined }
}
