/**
 * Comparators over character codes in one pool, without allocation. A text is (start, length) in the pool.
 * Both are symmetric: the arguments are put in one order before anything is counted.
 */
const LONGEST = 64
const usedA = new Uint8Array(LONGEST)
const usedB = new Uint8Array(LONGEST)

/** 1 when a stands after b (shorter first, then by character codes), so that comparison does not depend on order. */
function after(pool: Uint8Array, a: number, la: number, b: number, lb: number): boolean {
  if (la !== lb) return la > lb
  for (let i = 0; i < la; i++) {
    const d = pool[a + i]! - pool[b + i]!
    if (d !== 0) return d > 0
  }
  return false
}

/** Jaro similarity with Winkler's bonus for a common beginning (Winkler 1990), 0 to 1; texts of at most 63 codes. */
export function jaroWinkler(pool: Uint8Array, a: number, la: number, b: number, lb: number): number {
  if (la === 0 || lb === 0) return 0
  if (after(pool, a, la, b, lb)) return jaroWinkler(pool, b, lb, a, la)
  const reach = Math.max((lb >> 1) - 1, 0)
  usedB.fill(0, 0, lb)
  let matches = 0
  for (let i = 0; i < la; i++) {
    const c = pool[a + i]!
    usedA[i] = 0
    const to = Math.min(lb - 1, i + reach)
    for (let j = i > reach ? i - reach : 0; j <= to; j++) {
      if (usedB[j] === 0 && pool[b + j] === c) {
        usedA[i] = usedB[j] = 1
        matches++
        break
      }
    }
  }
  if (matches === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < la; i++) {
    if (usedA[i] === 0) continue
    while (usedB[j] === 0) j++
    if (pool[a + i] !== pool[b + j]) moved++
    j++
  }
  const jaro = (matches / la + matches / lb + (matches - (moved >> 1)) / matches) / 3
  let start = 0
  while (start < 4 && start < la && pool[a + start] === pool[b + start]) start++
  return jaro + start * 0.1 * (1 - jaro)
}

let before2 = new Int32Array(LONGEST + 1)
let before1 = new Int32Array(LONGEST + 1)
let row = new Int32Array(LONGEST + 1)

/**
 * Damerau's distance (letter put in, left out, changed, or two neighbours swapped), counted up to `most`;
 * anything further apart answers most + 1.
 */
export function edits(pool: Uint8Array, a: number, la: number, b: number, lb: number, most: number): number {
  while (la > 0 && lb > 0 && pool[a] === pool[b]) {
    a++
    b++
    la--
    lb--
  }
  while (la > 0 && lb > 0 && pool[a + la - 1] === pool[b + lb - 1]) {
    la--
    lb--
  }
  if (la === 0 || lb === 0) return Math.min(Math.max(la, lb), most + 1)
  if (la - lb > most || lb - la > most) return most + 1
  // with beginning and end taken off, one slip leaves one letter each, or two neighbours swapped
  if (la === 1 && lb === 1) return 1
  if (la === 2 && lb === 2 && pool[a] === pool[b + 1] && pool[a + 1] === pool[b]) return 1
  if (most === 1) return 2
  for (let j = 0; j <= lb; j++) before1[j] = j
  for (let i = 1; i <= la; i++) {
    row[0] = i
    let least = i
    const c = pool[a + i - 1]!
    for (let j = 1; j <= lb; j++) {
      const d = pool[b + j - 1]!
      let cost = before1[j - 1]! + (c === d ? 0 : 1)
      cost = Math.min(cost, before1[j]! + 1, row[j - 1]! + 1)
      if (i > 1 && j > 1 && c === pool[b + j - 2] && pool[a + i - 2] === d)
        cost = Math.min(cost, before2[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const spare = before2
    before2 = before1
    before1 = row
    row = spare
  }
  return Math.min(before1[lb]!, most + 1)
}

/**
 * The least number of characters that can be left over when letters are crossed off (see `lettersApart`), from the
 * signatures that stand before two texts' length bytes; quick, and enough to tell most unlike texts apart.
 */
export function signaturesApart(pool: Uint8Array, a: number, b: number): number {
  let odd =
    (pool[a - 1]! ^ pool[b - 1]!) |
    ((pool[a - 2]! ^ pool[b - 2]!) << 8) |
    ((pool[a - 3]! ^ pool[b - 3]!) << 16) |
    ((pool[a - 4]! ^ pool[b - 4]!) << 24)
  odd -= (odd >>> 1) & 0x55555555
  odd = (odd & 0x33333333) + ((odd >>> 2) & 0x33333333)
  return Math.imul((odd + (odd >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const letters = new Int8Array(256)

/** How many characters are left over when the letters of one are crossed off against the other (0: an anagram). */
export function lettersApart(pool: Uint8Array, a: number, la: number, b: number, lb: number): number {
  for (let i = 0; i < la; i++) letters[pool[a + i]!]!++
  for (let i = 0; i < lb; i++) letters[pool[b + i]!]!--
  let apart = 0
  for (let i = 0; i < la; i++) apart += takeOut(pool[a + i]!)
  for (let i = 0; i < lb; i++) apart += takeOut(pool[b + i]!)
  return apart
}

function takeOut(code: number): number {
  const left = Math.abs(letters[code]!)
  letters[code] = 0
  return left
}
