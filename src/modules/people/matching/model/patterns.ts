import { FIELD_COUNT } from '../record/layout.ts'
import { mix } from '../text/hash.ts'

/** Distinct comparison patterns and how often each was met. */
export interface Patterns {
  readonly size: number
  /** FIELD_COUNT levels a pattern */
  readonly levels: Uint8Array
  readonly counts: Float64Array
}

/** Counts patterns as they come; most pairs look like many others, so this is far smaller than the pairs. */
export class PatternCounter {
  #levels = new Uint8Array(4096 * FIELD_COUNT)
  #counts = new Float64Array(4096)
  #places = new Int32Array(16_384)
  #size = 0

  add(levels: Uint8Array): void {
    if (this.#size * 4 >= this.#places.length) this.#grow()
    const at = this.#find(levels, 0)
    const mine = this.#places[at]! - 1
    if (mine >= 0) {
      this.#counts[mine]! += 1
      return
    }
    this.#levels.set(levels.subarray(0, FIELD_COUNT), this.#size * FIELD_COUNT)
    this.#counts[this.#size] = 1
    this.#places[at] = ++this.#size
  }

  patterns(): Patterns {
    return {
      size: this.#size,
      levels: this.#levels.subarray(0, this.#size * FIELD_COUNT),
      counts: this.#counts.subarray(0, this.#size),
    }
  }

  /** The place of a pattern in the table: its own, or the empty one where it belongs. */
  #find(levels: Uint8Array, from: number): number {
    let hash = 1
    for (let f = 0; f < FIELD_COUNT; f++) hash = Math.imul(hash ^ levels[from + f]!, 0x01000193)
    const mask = this.#places.length - 1
    for (let at = mix(hash, 1) & mask; ; at = (at + 1) & mask) {
      const other = this.#places[at]! - 1
      if (other < 0) return at
      let f = 0
      while (f < FIELD_COUNT && this.#levels[other * FIELD_COUNT + f] === levels[from + f]) f++
      if (f === FIELD_COUNT) return at
    }
  }

  #grow(): void {
    const levels = new Uint8Array(this.#levels.length * 2)
    levels.set(this.#levels)
    const counts = new Float64Array(this.#counts.length * 2)
    counts.set(this.#counts)
    this.#levels = levels
    this.#counts = counts
    this.#places = new Int32Array(this.#places.length * 2)
    for (let p = 0; p < this.#size; p++) this.#places[this.#find(levels, p * FIELD_COUNT)] = p + 1
  }
}
