import { encodeRecord } from '../record/encode.ts'
import type { PersonRecord } from '../record/person-record.ts'
import { createStore } from '../record/store.ts'
import { blockKeys, MOST_KEYS } from './keys.ts'

// one record at a time, never across an await
const store = createStore(1)
const lo = new Int32Array(MOST_KEYS)
const hi = new Int32Array(MOST_KEYS)

/**
 * The keys to keep beside a record: whole numbers below 2^53, each once, made from this record alone. Two records
 * that share one are worth comparing; a key that more than LARGEST_BLOCK records hold is to be passed over.
 */
export function keysOfRecord(record: PersonRecord): number[] {
  encodeRecord(store, 0, record, 0)
  const count = blockKeys(store, 0, lo, false, hi)
  const keys = new Set<number>()
  for (let k = 0; k < count; k++) keys.add((hi[k]! & 0x1fffff) * 2 ** 32 + (lo[k]! >>> 0))
  return [...keys]
}
