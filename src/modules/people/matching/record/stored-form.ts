import { rarestKeys } from '../blocking/expected-sharing.ts'
import type { StoredKeys } from '../blocking/stored-keys.ts'
import { storedKeys } from '../blocking/stored-keys.ts'
import { bandFromModel } from '../model/frequencies.ts'
import type { Model } from '../model/model.ts'
import { encodeRecord } from './encode.ts'
import { packRecord } from './pack.ts'
import type { PersonRecord } from './person-record.ts'
import type { RecordStore } from './store.ts'
import { createStore } from './store.ts'

/** The keys that a record is found by, and itself as a comparison reads it. */
export type StoredForm = { readonly keys: StoredKeys; readonly packed: Buffer }

// one record at a time, never across an await
const store = createStore(1)

/** What is kept beside a record: made from that record alone. */
export function storedForm(record: PersonRecord): StoredForm {
  encodeRecord(store, 0, record, 0)
  return { keys: storedKeys(store, 0), packed: packRecord(store, 0) }
}

/** Records to be looked for: as a comparison reads them (their texts up to `end`), and the keys to look for each by. */
export type Sought = {
  readonly store: RecordStore
  readonly end: number
  readonly keys: readonly StoredKeys[]
}

/**
 * Records to be looked for among `others`: of each one's keys the rarest, as long as the model expects no more than `each` others to share
 * them, and no more than `most` any one.
 */
export function soughtForms(
  records: readonly PersonRecord[],
  { frequencies }: Model,
  expected: { others: number; most: number; each: number },
): Sought {
  const sought = createStore(records.length)
  let end = 0
  for (const [i, record] of records.entries()) end = encodeRecord(sought, i, record, end)
  bandFromModel(sought, records.length, frequencies)
  return {
    store: sought,
    end,
    keys: records.map((_, i) => rarestKeys(sought, i, storedKeys(sought, i), expected)),
  }
}
