import type { RecordStore } from '../record/store.ts'
import { blockKeys, MOST_KEYS } from './keys.ts'

/** Up to this many records, keys of one fact alone are made too; in more, almost all of them would be dropped. */
export const THOROUGH_UP_TO = 100_000

/** Keys and the records that have them, side by side. */
export interface KeyList {
  readonly keys: Int32Array
  readonly owners: Int32Array
}

/** The keys of records from..to, dealt into `parts` lists so that equal keys are in one list. */
export function listKeys(
  store: RecordStore,
  from: number,
  to: number,
  parts: number,
  thorough: boolean,
): KeyList[] {
  const lists = Array.from({ length: parts }, () => {
    const room = Math.ceil(((to - from) * (thorough ? 60 : 20)) / parts) + MOST_KEYS
    return { keys: sharedList(room), owners: sharedList(room), end: 0 }
  })
  const own = new Int32Array(MOST_KEYS)
  for (let i = from; i < to; i++) {
    const count = blockKeys(store, i, own, thorough)
    for (let k = 0; k < count; k++) {
      const key = own[k]!
      if (own.indexOf(key) < k) continue
      const list = lists[(key >>> 1) % parts]!
      if (list.end === list.keys.length) {
        list.keys = enlarged(list.keys)
        list.owners = enlarged(list.owners)
      }
      list.keys[list.end] = key
      list.owners[list.end++] = i
    }
  }
  return lists.map(({ keys, owners, end }) => ({
    keys: keys.subarray(0, end),
    owners: owners.subarray(0, end),
  }))
}

function enlarged(list: Int32Array): Int32Array {
  const more = sharedList(Math.ceil(list.length * 1.5))
  more.set(list)
  return more
}

/** A list of whole numbers that threads can share. */
export function sharedList(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(4 * length))
}
