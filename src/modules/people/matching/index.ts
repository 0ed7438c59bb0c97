/**
 * The front of the record-linkage engine: pure functions over records, no database. See README.md beside this file.
 */
export type { PersonRecord } from './record/person-record.ts'
export { RECORD_FIELDS } from './record/person-record.ts'
export type { DateOrder } from './record/dates.ts'
export { inferDateOrder } from './record/dates.ts'

export type { Model } from './model/model.ts'
export { chanceOf, weigh } from './model/model.ts'
export type { Band, Thresholds } from './settings.ts'
export { bandOfOdds, estimatedError, THRESHOLDS } from './settings.ts'

// the engine's inner stages, for measuring and for work over millions
export type { RecordStore } from './record/store.ts'
export { createStore } from './record/store.ts'
export { encodeRecord } from './record/encode.ts'
export type { PairList } from './blocking/pairs-by-key.ts'
export type { Judge, ScoredPairs } from './clustering/cluster.ts'
export { cluster } from './clustering/cluster.ts'
export type { Linked, LinkOptions } from './batch/link-store.ts'
export { judgeOf, linkStore } from './batch/link-store.ts'
export type { Crew } from './batch/crew.ts'
export { ALONE, gather } from './batch/crew.ts'
