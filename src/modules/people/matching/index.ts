/**
 * The front of the record-linkage engine: pure functions over records, no database. README.md beside this file
 * says how it works; a reader in a hurry needs the first four names.
 */
export { soughtForm, storedForm } from './record/stored-form.ts'
export type { Known, NewcomerPair } from './live/compare-newcomers.ts'
export { compareNewcomers } from './live/compare-newcomers.ts'
export type { StoredKey, StoredKeys } from './blocking/stored-keys.ts'
export { STORED_KEYS } from './blocking/stored-keys.ts'
export { estimateFromRecords } from './batch/estimate-from-records.ts'
export type { ScoredCandidate } from './live/score-candidates.ts'
export { scoreCandidates } from './live/score-candidates.ts'
export type { BatchPair } from './batch/link-records.ts'
export { linkRecords } from './batch/link-records.ts'

export { isPackedNow } from './record/pack.ts'
export { STARTING_MODEL } from './live/starting-model.ts'
export type { Model } from './model/model.ts'
export { chanceOf, weigh } from './model/model.ts'
export { readModel, writeModel } from './model/keep-model.ts'
export type { Band, Thresholds } from './settings.ts'
export { bandOfOdds, estimatedError, THRESHOLDS } from './settings.ts'
export type { PersonRecord } from './record/person-record.ts'
export { RECORD_FIELDS } from './record/person-record.ts'
export type { DateOrder } from './record/dates.ts'
export { inferDateOrder } from './record/dates.ts'

// the inner stages, for work over millions of records and for measuring
export type { RecordStore } from './record/store.ts'
export { createStore } from './record/store.ts'
export { encodeRecord } from './record/encode.ts'
export type { PairList } from './blocking/pairs-by-key.ts'
export type { Decision, Judge, ScoredPairs } from './clustering/cluster.ts'
export { cluster } from './clustering/cluster.ts'
export { judgeOf } from './batch/judge.ts'
export type { Linked, LinkOptions } from './batch/link-store.ts'
export { linkStore } from './batch/link-store.ts'
export type { Crew } from './batch/crew.ts'
export { ALONE, gather } from './batch/crew.ts'
