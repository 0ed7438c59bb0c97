import { contentHash } from './content-hash.ts'
import { ROW, SLOT, TEXT } from './layout.ts'
import type { RecordStore } from './store.ts'
import { createStore, POOL_PER_BYTE, writeSignature } from './store.ts'

/** How a record is packed; raised when what is compared, or how it is laid out, changes. */
const PACKED_VERSION = 1

const TEXTS = Object.keys(TEXT).length
const FIRST = SLOT.dateOfBirth
const NUMBERS = SLOT.outward - FIRST + 1
/** Version, which texts and which numbers follow. */
const HEAD = 5

/**
 * Record `i` of a store as bytes to be kept: all that a comparison reads but how common its values are, so that a
 * candidate need not be read from four tables and taken apart again. About 130 bytes.
 */
export function packRecord({ rows, pool }: RecordStore, i: number): Buffer {
  const row = i * ROW
  const out = Buffer.allocUnsafe(HEAD + TEXTS * 45 + NUMBERS * 4)
  let texts = 0
  let numbers = 0
  let end = HEAD
  for (let k = 0; k < TEXTS; k++) {
    const hash = rows[row + 2 * k]!
    if (hash === 0) continue
    texts |= 1 << k
    end = out.writeInt32LE(hash, end)
    const at = rows[row + 2 * k + 1]!
    const length = pool[at]!
    for (let c = 0; c <= length; c++) out[end++] = pool[at + c]!
  }
  for (let k = 0; k < NUMBERS; k++) {
    const value = rows[row + FIRST + k]!
    if (value === 0) continue
    numbers |= 1 << k
    end = out.writeInt32LE(value, end)
  }
  out[0] = PACKED_VERSION
  out.writeUInt16LE(texts, 1)
  out.writeUInt16LE(numbers, 3)
  return out.subarray(0, end)
}

/** Whether this version packed the bytes; a record that another packed must be read anew. */
export const isPackedNow = (packed: Buffer): boolean => packed[0] === PACKED_VERSION

/** Writes packed bytes of this version into record `i` of a store, its texts at `end` of the pool; answers the new end. */
export function unpackRecord(store: RecordStore, i: number, packed: Buffer, end: number): number {
  const { rows, pool } = store
  const row = i * ROW
  rows.fill(0, row, row + ROW)
  const texts = packed.readUInt16LE(1)
  const numbers = packed.readUInt16LE(3)
  let from = HEAD
  for (let k = 0; k < TEXTS; k++) {
    if ((texts & (1 << k)) === 0) continue
    rows[row + 2 * k] = packed.readInt32LE(from)
    from += 4
    const length = packed[from]!
    const at = writeSignature(pool, end, packed, from + 1, length)
    rows[row + 2 * k + 1] = at
    for (let c = 0; c <= length; c++) pool[at + c] = packed[from + c]!
    from += length + 1
    end = at + 1 + length
  }
  for (let k = 0; k < NUMBERS; k++) {
    if ((numbers & (1 << k)) === 0) continue
    rows[row + FIRST + k] = packed.readInt32LE(from)
    from += 4
  }
  store.contents[i] = contentHash(store, i)
  return end
}

/** A store of the first `n` records of another, whose texts end at `end`, and after them of packed ones. */
export function withPacked(
  from: RecordStore,
  end: number,
  n: number,
  packed: readonly Buffer[],
): RecordStore {
  const room = packed.reduce((sum, { length }) => sum + length * POOL_PER_BYTE, end)
  const store = createStore(n + packed.length, room)
  store.rows.set(from.rows.subarray(0, n * ROW))
  store.pool.set(from.pool.subarray(0, end))
  store.contents.set(from.contents.subarray(0, n))
  let at = end
  for (const [k, bytes] of packed.entries()) at = unpackRecord(store, n + k, bytes, at)
  return store
}
