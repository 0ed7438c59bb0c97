import type { KeyFacts } from '../keys/person-keys.ts'
import { asRecord } from '../keys/person-keys.ts'
import {
  createStore,
  encodeRecord,
  linkStore,
  type Model,
  scoreCandidates,
  STARTING_MODEL,
  THRESHOLDS,
} from '../matching/index.ts'

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
  const { identities, model } = await linkStore(store, n)
  const same = new Map<number, number>()
  for (const [i, first] of identities.entries()) if (first !== i) same.set(i, first)
  return { same, model }
}

/** Few enough to compare each with each, by the model that every area starts with. */
async function matchFew(n: number, read: (from: number) => Promise<readonly KeyFacts[]>): Promise<Matched> {
  const records = []
  while (records.length < n) for (const facts of await read(records.length)) records.push(asRecord(facts))
  const same = new Map<number, number>()
  for (const [i, record] of records.entries())
    for (const { index, odds, held } of scoreCandidates(STARTING_MODEL, record, records.slice(0, i), {
      others: ENOUGH,
    }))
      if (odds >= THRESHOLDS.link && !held) {
        same.set(i, index)
        break
      }
  return { same, model: undefined }
}
