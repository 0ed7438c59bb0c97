/** One round of mixing; good enough spread for keys, never used as a secret. */
function finish(h: number): number {
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

/** A 32-bit hash of a text; never 0, which stands for "nothing there". The same in every process and release. */
export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return finish(h) || 1
}

/** Mixes a number into a hash; the order of mixing matters. */
export function mix(hash: number, value: number): number {
  return finish(Math.imul(hash, 0x9e3779b1) ^ (value + 0x7f4a7c15)) || 1
}
