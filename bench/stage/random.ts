/** Numbers that look random and are the same each time for the same seed (mulberry32). */
export function makeRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    pick: <T>(from: readonly T[]): T => from[below(from.length)]!,
    /** The earlier of a list far more often than the later, as with names. */
    pickCommon: <T>(from: readonly T[]): T => from[Math.floor(next() ** 2 * from.length)]!,
    chance: (part: number) => next() < part,
  }
}
export type Random = ReturnType<typeof makeRandom>
