import { ROW } from './layout.ts'

/**
 * Records side by side in memory that threads can share. Row i is `rows[i * ROW …]`; `bytes` is the same memory
 * as bytes. A store never grows: make a new one for more records.
 */
export interface RecordStore {
  readonly capacity: number
  readonly rows: Int32Array
  readonly bytes: Uint8Array
  readonly pool: Uint8Array
  /** a hash of what each record says, see content-hash.ts */
  readonly contents: Int32Array
}

/** The most characters of one text that are kept; two texts that differ only later are alike, not equal. */
export const LONGEST_TEXT = 40

/** Before each text's length byte stand so many bytes that say which letters are in it, one bit a letter. */
export const SIGNATURE = 4

/** A packed record's texts take at most so many times its own bytes of the pool. */
export const POOL_PER_BYTE = 2

/** The texts of one record never take more of the pool; about 130 on average. */
export const MOST_POOL = 640

/** An empty store for `capacity` records with room for `poolBytes` of text. */
export function createStore(capacity: number, poolBytes = capacity * MOST_POOL): RecordStore {
  const rows = new SharedArrayBuffer(Math.max(capacity, 1) * ROW * 4)
  return {
    capacity,
    rows: new Int32Array(rows),
    bytes: new Uint8Array(rows),
    pool: new Uint8Array(new SharedArrayBuffer(poolBytes + 1)),
    contents: new Int32Array(new SharedArrayBuffer(Math.max(capacity, 1) * 4)),
  }
}

/** Writes which letters the `length` codes at `from` of `codes` hold, at `at` of the pool; answers where the length byte belongs. */
export function writeSignature(
  pool: Uint8Array,
  at: number,
  codes: Uint8Array,
  from: number,
  length: number,
): number {
  let signature = 0
  for (let c = from; c < from + length; c++) signature |= 1 << (codes[c]! & 31)
  for (let k = 0; k < SIGNATURE; k++) pool[at + k] = (signature >>> (8 * k)) & 255
  return at + SIGNATURE
}
