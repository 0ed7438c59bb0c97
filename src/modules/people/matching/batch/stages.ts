import type { Blocks } from '../blocking/blocks.ts'
import { groupByKey } from '../blocking/group-by-key.ts'
import type { KeyList } from '../blocking/list-keys.ts'
import { listKeys } from '../blocking/list-keys.ts'
import { bandFields } from '../model/frequencies.ts'
import type { Weights } from '../model/model.ts'
import { sampleRandom } from '../model/sample.ts'
import type { RecordStore } from '../record/store.ts'
import { scorePairs } from './score-pairs.ts'

/** The stages that threads share, each as a function of one argument that can be sent to a thread. */
export const bands = ({ store, n, fields }: { store: RecordStore; n: number; fields: readonly number[] }) =>
  bandFields(store, n, fields)

export const keys = (a: { store: RecordStore; from: number; to: number; parts: number; thorough: boolean }) =>
  listKeys(a.store, a.from, a.to, a.parts, a.thorough)

export const groups = (a: { lists: readonly KeyList[]; most: { strong: number; weak: number } }) =>
  groupByKey(a.lists, a.most)

export const random = (a: { store: RecordStore; n: number; boundary: number; part: number; parts: number }) =>
  sampleRandom(a.store, a.n, a.boundary, a.part, a.parts)

export const score = (a: {
  store: RecordStore
  blocks: Blocks
  weights: Weights
  which: { from: number; to: number; step: number; boundary: number }
  least: number
}) => scorePairs(a.store, a.blocks, a.weights, a.which, a.least)
