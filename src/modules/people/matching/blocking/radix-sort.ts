const DIGIT = 11
const BUCKETS = 1 << DIGIT

/**
 * Sorts numbers by `keys` (their lowest `bits` bits, as unsigned) and `values` along with them; what has equal
 * keys stays in order. Eleven bits a pass, so time grows with the length only.
 */
export function radixSort(keys: Int32Array, values: Int32Array, bits = 32): void {
  let fromKeys: Int32Array = keys
  let fromValues: Int32Array = values
  let toKeys: Int32Array = new Int32Array(keys.length)
  let toValues: Int32Array = new Int32Array(keys.length)
  const counts = new Int32Array(BUCKETS + 1)
  for (let shift = 0; shift < bits; shift += DIGIT) {
    counts.fill(0)
    for (let i = 0; i < fromKeys.length; i++) counts[((fromKeys[i]! >>> shift) & (BUCKETS - 1)) + 1]!++
    for (let d = 1; d <= BUCKETS; d++) counts[d]! += counts[d - 1]!
    for (let i = 0; i < fromKeys.length; i++) {
      const at = counts[(fromKeys[i]! >>> shift) & (BUCKETS - 1)]!++
      toKeys[at] = fromKeys[i]!
      toValues[at] = fromValues[i]!
    }
    ;[fromKeys, toKeys, fromValues, toValues] = [toKeys, fromKeys, toValues, fromValues]
  }
  if (fromKeys === keys) return
  keys.set(fromKeys)
  values.set(fromValues)
}
