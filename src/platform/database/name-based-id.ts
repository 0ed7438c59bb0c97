import { createHash } from 'node:crypto'

/**
 * An id that follows from what it names (uuid version 8, from SHA-256): the same parts give the same id wherever and whenever they
 * are asked for. What is loaded under such an id is there once however often it is loaded, whoever holds it by then and whatever
 * was changed in it. Begin with the area's id, so that no two areas share one.
 */
export function nameBasedId(...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
