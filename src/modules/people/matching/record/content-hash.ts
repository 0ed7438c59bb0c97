import { mix } from '../text/hash.ts'
import { ROW, SLOT, TEXT } from './layout.ts'
import type { RecordStore } from './store.ts'

const TEXTS = Object.values(TEXT)

/**
 * A hash of what a record says, whatever its place in the store. Wherever one record must come before another
 * (samples, ties), this decides, so that the order in which records arrived changes nothing.
 */
export function contentHash({ rows }: RecordStore, i: number): number {
  const row = i * ROW
  let hash = mix(rows[row + SLOT.dateOfBirth]!, rows[row + SLOT.houseNumber]!)
  for (const k of TEXTS) hash = Math.imul(hash ^ rows[row + 2 * k]!, 0x9e3779b1) ^ (hash >>> 15)
  return mix(hash, rows[row + SLOT.sex]!)
}
