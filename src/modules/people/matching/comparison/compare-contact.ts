import { BAND_BYTE, F, OTHER_PHONE_BAND, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import { edits, jaroWinkler, lettersApart, signaturesApart } from '../text/similarity.ts'
import { spelling } from './compare-names.ts'
import { ADDRESS, DIFFERENT, EMAIL, EXACT, NAME, NUMBER, POSTCODE, WORDS } from './levels.ts'

/** Level of the postcodes of rows a and b. */
export function postcodeLevel({ rows, pool, bytes }: RecordStore, a: number, b: number): number {
  const hashA = rows[a + 2 * TEXT.postcode]!
  const hashB = rows[b + 2 * TEXT.postcode]!
  if (hashA === 0 || hashB === 0) return 0
  if (hashA === hashB) return EXACT + bytes[a * 4 + BAND_BYTE + F.postcode]!
  const atA = rows[a + 2 * TEXT.postcode + 1]!
  const atB = rows[b + 2 * TEXT.postcode + 1]!
  const la = pool[atA]!
  const lb = pool[atB]!
  if (edits(pool, atA + 1, la, atB + 1, lb, 1) <= 1) return POSTCODE.typing
  if (rows[a + SLOT.outward] !== rows[b + SLOT.outward]) return DIFFERENT
  return la > 4 && la === lb && pool[atA + la - 2] === pool[atB + lb - 2] ? POSTCODE.sector : POSTCODE.area
}

/** Level of the addresses of rows a and b: house number and street. */
export function addressLevel({ rows, pool, bytes }: RecordStore, a: number, b: number): number {
  const streetA = rows[a + 2 * TEXT.street]!
  const streetB = rows[b + 2 * TEXT.street]!
  const numberA = rows[a + SLOT.houseNumber]!
  const numberB = rows[b + SLOT.houseNumber]!
  const sameNumber = numberA !== 0 && numberA === numberB
  if (streetA === 0 || streetB === 0) {
    if (numberA === 0 || numberB === 0) return 0
    return sameNumber ? ADDRESS.numberOnly : DIFFERENT
  }
  if (streetA === streetB) {
    if (sameNumber) return EXACT + bytes[a * 4 + BAND_BYTE + F.address]!
    return numberA === 0 || numberB === 0 ? ADDRESS.noNumber : ADDRESS.street
  }
  const alike = spelling(pool, rows[a + 2 * TEXT.street + 1]!, rows[b + 2 * TEXT.street + 1]!)
  if (alike >= NAME.alike) return sameNumber ? ADDRESS.alike : ADDRESS.streetAlike
  return sameNumber ? ADDRESS.number : DIFFERENT
}

/** Level of words (a town, a further detail): text k of rows a and b, band of field f. */
export function wordsLevel(
  { rows, pool, bytes }: RecordStore,
  a: number,
  b: number,
  k: number,
  f: number,
): number {
  const hashA = rows[a + 2 * k]!
  const hashB = rows[b + 2 * k]!
  if (hashA === 0 || hashB === 0) return 0
  if (hashA === hashB) return EXACT + bytes[a * 4 + BAND_BYTE + f]!
  const [atA, atB] = [rows[a + 2 * k + 1]!, rows[b + 2 * k + 1]!]
  const [numberA, numberB] = [smallNumber(pool, atA), smallNumber(pool, atB)]
  if (numberA >= 0 && numberB >= 0) {
    const apart = Math.abs(numberA - numberB)
    return apart <= 1 ? WORDS.alike : apart <= 3 ? WORDS.loose : DIFFERENT
  }
  const alike = spelling(pool, atA, atB)
  return alike >= NAME.alike ? WORDS.alike : alike === NAME.loose ? WORDS.loose : DIFFERENT
}

/** The number that a text of up to three digits is, an age or the like; -1 for every other text. */
function smallNumber(pool: Uint8Array, at: number): number {
  if (pool[at]! > 3) return -1
  let number = 0
  for (let i = at + 1; i <= at + pool[at]!; i++) {
    if (!isDigit(pool[i]!)) return -1
    number = number * 10 + pool[i]! - 48
  }
  return number
}

/** Level of the emails of rows a and b. */
export function emailLevel(s: RecordStore, a: number, b: number): number {
  const level = likeness(s, a, b)
  // likeness at one provider, or the same name at two, is what namesakes' emails have
  const sameDomain = s.rows[a + SLOT.emailDomain] === s.rows[b + SLOT.emailDomain]
  if (level !== EMAIL.local && !(level === EMAIL.loose && sameDomain)) return level
  return madeOfName(s, a, level) || madeOfName(s, b, level) ? EMAIL.sameName : level
}

function likeness({ rows, pool, bytes }: RecordStore, a: number, b: number): number {
  const hashA = rows[a + 2 * TEXT.email]!
  const hashB = rows[b + 2 * TEXT.email]!
  if (hashA === 0 || hashB === 0) return 0
  if (hashA === hashB) return EXACT + bytes[a * 4 + BAND_BYTE + F.email]!
  const atA = rows[a + 2 * TEXT.email + 1]!
  const atB = rows[b + 2 * TEXT.email + 1]!
  const la = pool[atA]!
  const lb = pool[atB]!
  if (onlyNumbersDiffer(pool, atA, atB)) return EMAIL.otherNumber
  const sameLocal = rows[a + SLOT.emailLocal] === rows[b + SLOT.emailLocal]
  const sameDomain = rows[a + SLOT.emailDomain] === rows[b + SLOT.emailDomain]
  const near = signaturesApart(pool, atA, atB) <= 8 && lettersApart(pool, atA + 1, la, atB + 1, lb) <= 8
  if (near) {
    const slips = edits(pool, atA + 1, la, atB + 1, lb, 4)
    // at one domain the names before the @ must carry the likeness: h.k@ and f.j@ are two people
    const enough = sameDomain ? slips * 3 < Math.min(la, lb) - domainLength(pool, atA) : true
    if (slips <= 1 && enough) return EMAIL.typing
    if (slips <= 2 && enough) return EMAIL.alike
    if (sameLocal) return EMAIL.local
    if (!enough) return EMAIL.domain
    if (slips <= 4 || jaroWinkler(pool, atA + 1, la, atB + 1, lb) >= 0.92) return EMAIL.loose
  }
  if (sameLocal) return EMAIL.local
  return sameDomain ? EMAIL.domain : DIFFERENT
}

/**
 * Whether the names before the @ are the same but for their numbers and what stands between: jay59@ and jay50@ are two people
 * called Jay, who were not the first, and jay.doe@ and jay_doe2@ two called Jay Doe.
 */
function onlyNumbersDiffer(pool: Uint8Array, a: number, b: number): boolean {
  const [endA, endB] = [a + pool[a]!, b + pool[b]!]
  let [i, j] = [a + 1, b + 1]
  let differ = false
  for (;;) {
    const x = i > endA ? AT : pool[i]!
    const y = j > endB ? AT : pool[j]!
    if (x === y) {
      if (x === AT) return differ
      i++
      j++
    } else {
      if (isFiller(x)) i++
      else if (isFiller(y)) j++
      else return false
      differ = true
    }
  }
}

const AT = 64
const isDigit = (code: number) => code >= 48 && code <= 57
const [DOT, DASH, LINE] = [46, 45, 95]
const isFiller = (code: number) => isDigit(code) || code === DOT || code === DASH || code === LINE

/** An email's name before the @ says nothing of its own when it is a name of the record's: without a number, if it is to be the same elsewhere. */
function madeOfName({ rows, pool }: RecordStore, row: number, level: number): boolean {
  const at = rows[row + 2 * TEXT.email + 1]!
  const end = at + pool[at]! - domainLength(pool, at)
  let letters = ''
  let numbers = 0
  for (let i = at + 1; i <= end; i++)
    if (isDigit(pool[i]!)) numbers++
    else if (!isFiller(pool[i]!)) letters += String.fromCharCode(pool[i]!)
  if (level === EMAIL.local && numbers > 1) return false
  return [TEXT.forename, TEXT.surname].some((k) => {
    const name = rows[row + 2 * k + 1]!
    const length = rows[row + 2 * k] === 0 ? 0 : pool[name]!
    return length > 2 && letters.includes(String.fromCharCode(...pool.subarray(name + 1, name + 1 + length)))
  })
}

/** Characters of the email at `at` from its last @ on. */
function domainLength(pool: Uint8Array, at: number): number {
  const end = at + pool[at]!
  let i = end
  while (i > at && pool[i] !== AT) i--
  return end - i + 1
}

/** Level of the telephone numbers of rows a and b: the best of either's two. */
export function phoneLevel({ rows, pool, bytes }: RecordStore, a: number, b: number): number {
  let best = 0
  for (let i = 0; i < 2; i++) {
    const k = TEXT.phone + i
    const hash = rows[a + 2 * k]!
    if (hash === 0) continue
    for (let j = 0; j < 2; j++) {
      const m = TEXT.phone + j
      if (rows[b + 2 * m] === 0) continue
      const level =
        hash === rows[b + 2 * m]
          ? EXACT + bytes[a * 4 + BAND_BYTE + (i === 0 ? F.phone : OTHER_PHONE_BAND)]!
          : digits(pool, rows[a + 2 * k + 1]!, rows[b + 2 * m + 1]!)
      best = Math.max(best, level)
    }
  }
  return best
}

/** Level of the reference numbers of rows a and b. */
export function nominalLevel({ rows, pool, bytes }: RecordStore, a: number, b: number): number {
  const hashA = rows[a + 2 * TEXT.nominal]!
  const hashB = rows[b + 2 * TEXT.nominal]!
  if (hashA === 0 || hashB === 0) return 0
  if (hashA === hashB) return EXACT + bytes[a * 4 + BAND_BYTE + F.nominal]!
  return digits(pool, rows[a + 2 * TEXT.nominal + 1]!, rows[b + 2 * TEXT.nominal + 1]!)
}

function digits(pool: Uint8Array, a: number, b: number): number {
  const la = pool[a]!
  const lb = pool[b]!
  if (la !== lb) return edits(pool, a + 1, la, b + 1, lb, 1) === 1 ? NUMBER.typing : DIFFERENT
  let apart = 0
  let last = 0
  for (let i = 1; i <= la; i++) {
    if (pool[a + i] === pool[b + i]) continue
    // two neighbours in each other's place are one slip
    if (last === i - 1 && last > 0 && pool[a + i] === pool[b + last] && pool[a + last] === pool[b + i]) {
      last = 0
      continue
    }
    if (++apart > 2) return DIFFERENT
    last = i
  }
  return apart === 1 ? NUMBER.typing : NUMBER.twoDigits
}
