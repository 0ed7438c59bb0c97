import { randomBytes } from 'node:crypto'

const AT_ONCE = 4096
let made = Buffer.alloc(0)
let used = 0

/** Bytes that nobody can foretell, each given once. They are asked of the system for many at a time: asking is what costs. */
export function chance(bytes: number): Buffer {
  if (made.length - used < bytes) [made, used] = [randomBytes(Math.max(AT_ONCE, bytes)), 0]
  return made.subarray(used, (used += bytes))
}
