import type { StoredKeys } from '../blocking/stored-keys.ts'
import { storedKeys } from '../blocking/stored-keys.ts'
import { encodeRecord } from './encode.ts'
import { packRecord } from './pack.ts'
import type { PersonRecord } from './person-record.ts'
import { createStore } from './store.ts'

// one record at a time, never across an await
const store = createStore(1)

/** What is kept beside a record: the keys that it is found by, and itself as a comparison reads it. Made from that record alone. */
export function storedForm(record: PersonRecord): { keys: StoredKeys; packed: Buffer } {
  encodeRecord(store, 0, record, 0)
  return { keys: storedKeys(store, 0), packed: packRecord(store, 0) }
}
