/** Disjoint sets over 0 … n - 1; the smallest member stands for its set, so that order of joining does not show. */
export class Sets {
  readonly #parent: Int32Array

  constructor(n: number) {
    this.#parent = Int32Array.from({ length: n }, (_, i) => i)
  }

  find(i: number): number {
    const parent = this.#parent
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!
      i = parent[i]!
    }
    return i
  }

  /** Joins two sets and answers the one that now stands for both. */
  join(i: number, j: number): number {
    const a = this.find(i)
    const b = this.find(j)
    const least = Math.min(a, b)
    this.#parent[a] = least
    this.#parent[b] = least
    return least
  }
}
