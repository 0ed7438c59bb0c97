import type { Neighbours } from '../blocking/candidates.ts'
import { uniquePairs } from '../blocking/candidates.ts'
import type { KeyList } from '../blocking/list-keys.ts'
import { listKeys } from '../blocking/list-keys.ts'
import type { PairList, PairRules } from '../blocking/pairs-by-key.ts'
import { pairsByKey } from '../blocking/pairs-by-key.ts'
import { bandFields } from '../model/frequencies.ts'
import type { Weights } from '../model/weights.ts'
import { sampleCandidates, sampleRandom } from '../model/sample.ts'
import type { RecordStore } from '../record/store.ts'
import { scorePairs } from './score-pairs.ts'

/** Where threads find these functions. */
export const STAGES = import.meta.url

/** The stages that threads share, each as a function of one argument that can be sent to a thread. */
export const bands = (a: {
  store: RecordStore
  n: number
  fields: readonly number[]
  own: readonly number[]
}) => bandFields(a.store, a.n, a.fields, a.own)

export const keys = (a: { store: RecordStore; from: number; to: number; parts: number; thorough: boolean }) =>
  listKeys(a.store, a.from, a.to, a.parts, a.thorough)

export const pairs = (a: { lists: readonly KeyList[]; rules: PairRules }) => pairsByKey(a.lists, a.rules)

export const unique = (a: { lists: readonly PairList[]; near: Neighbours; part: number; parts: number }) =>
  uniquePairs(a.lists, a.near, a.part, a.parts)

export const random = (a: { store: RecordStore; n: number; boundary: number; part: number; parts: number }) =>
  sampleRandom(a.store, a.n, a.boundary, a.part, a.parts)

export const sample = (a: { store: RecordStore; n: number; candidates: PairList; step: number }) =>
  sampleCandidates(a.store, a.n, a.candidates, a.step)

export const score = (a: { store: RecordStore; candidates: PairList; weights: Weights; least: number }) =>
  scorePairs(a.store, a.candidates, a.weights, a.least)
