import { ROW, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import { mix } from '../text/hash.ts'

/** The most keys that one record has. */
export const MOST_KEYS = 128

/** What a key is made of; part of its hash, so that different kinds never meet. */
const KIND = {
  nominal: 1,
  phone: 2,
  email: 3,
  emailLocal: 4,
  name: 5,
  soundName: 6,
  dateName: 7,
  yearMonthName: 8,
  yearDayName: 9,
  monthDayName: 10,
  postcodeName: 11,
  outwardName: 12,
  postcodeBirth: 14,
  addressTown: 15,
  nameTown: 16,
  otherName: 17,
  datePlace: 18,
  date: 19,
  yearMonth: 20,
  yearDay: 21,
  monthDay: 22,
  sound: 23,
  address: 24,
  postcode: 25,
  domain: 26,
  other: 27,
  lessOne: 28,
  emailLessOne: 29,
} as const

/**
 * Writes the block keys of row `i` to `out` and answers how many. Two records that share a key become a candidate
 * pair. Depends on that record alone, so keys can be stored once and compared with `=`.
 *
 * Each key is 53 bits as two numbers: `hi[k]` (21 bits) and `lo[k]` (32 bits). The lowest bit of `lo` is 1 for a
 * weak key (one fact alone: a name, a date, a surname less one letter): useful where it is rare, the first to be
 * dropped.
 */
export function blockKeys(
  store: RecordStore,
  i: number,
  lo: Int32Array,
  thorough = false,
  hi?: Int32Array,
): number {
  const { rows, pool } = store
  const row = i * ROW
  let count = 0
  const add = (kind: number, a: number, b: number, weak: 0 | 1) => {
    if (count === MOST_KEYS) return
    const hash = mix(mix(a, kind), b)
    lo[count] = (hash & ~1) | weak
    if (hi) hi[count] = mix(hash, kind) >>> 11
    count++
  }
  const text = (slot: number) => rows[row + 2 * slot]!
  const slot = (s: number) => rows[row + s]!

  const forename = text(TEXT.forename)
  const surname = text(TEXT.surname)
  const soundF = slot(SLOT.soundForename)
  const soundS = slot(SLOT.soundSurname)
  const date = slot(SLOT.dateOfBirth)
  const year = Math.floor(date / 10_000)
  const month = Math.floor(date / 100) % 100
  const day = date % 100
  const postcode = text(TEXT.postcode)
  const outward = slot(SLOT.outward)
  const address = slot(SLOT.address)

  if (text(TEXT.nominal)) add(KIND.nominal, text(TEXT.nominal), 0, 0)
  if (text(TEXT.phone)) add(KIND.phone, text(TEXT.phone), 0, 0)
  if (text(TEXT.otherPhone)) add(KIND.phone, text(TEXT.otherPhone), 0, 0)
  if (text(TEXT.email)) {
    add(KIND.email, text(TEXT.email), 0, 0)
    add(KIND.emailLocal, slot(SLOT.emailLocal), 0, 0)
  }

  // names: in either order, by the first root of the nickname table, by sound
  if (forename && surname) {
    const root = slot(SLOT.roots) & 1023 || slot(SLOT.firstName)
    add(KIND.name, root ^ surname, 0, 1)
    if (slot(SLOT.partA)) add(KIND.name, root ^ slot(SLOT.partA), 0, 1)
    if (slot(SLOT.partB)) add(KIND.name, root ^ slot(SLOT.partB), 0, 1)
    if (text(TEXT.previous)) add(KIND.name, root ^ text(TEXT.previous), 0, 1)
    add(KIND.name, slot(SLOT.firstName) ^ surname, 0, 1)
    if (year) add(KIND.soundName, soundF ^ soundS, year, 0)
    if (month || day) add(KIND.soundName, soundF ^ soundS, month * 100 + day, 0)
    if (outward) add(KIND.outwardName, soundF ^ soundS, outward, 0)
    if (text(TEXT.town)) add(KIND.nameTown, soundF ^ soundS, text(TEXT.town), 1)
    if (text(TEXT.other1)) add(KIND.otherName, soundF ^ soundS, text(TEXT.other1), 1)
  }

  // a name (either one, so that swapped names meet) with a date of birth, all of it or two of its three parts
  const early = Math.min(day, month)
  const late = Math.max(day, month)
  for (const name of [soundF, soundS]) {
    if (!name) continue
    if (date && early) add(KIND.dateName, name, year * 10_000 + early * 100 + late, 0)
    if (postcode) add(KIND.postcodeName, name, postcode, 0)
    if (!thorough) continue
    if (year && month) add(KIND.yearMonthName, name, year * 100 + month, 1)
    if (year && day) add(KIND.yearDayName, name, year * 100 + day, 1)
    if (month && day) add(KIND.monthDayName, name, month * 100 + day, 1)
  }
  if (soundS) {
    const initial = forename ? pool[rows[row + 2 * TEXT.forename + 1]! + 1]! : 0
    const name = mix(soundS, initial)
    if (year && month) add(KIND.yearMonthName, name, year * 100 + month, 0)
    if (year && day) add(KIND.yearDayName, name, year * 100 + day, 0)
    if (month && day) add(KIND.monthDayName, name, month * 100 + day, 0)
  }
  if (date && postcode) add(KIND.postcodeBirth, postcode, year, 0)
  if (date && outward && early) add(KIND.datePlace, outward, year * 10_000 + early * 100 + late, 0)
  if (address && (outward || text(TEXT.town))) add(KIND.addressTown, address, outward || text(TEXT.town), 0)

  if (!thorough) return count
  // one fact alone, or one fact with a slip in it
  if (date && early) add(KIND.date, year * 10_000 + early * 100 + late, 0, 1)
  if (year && month) add(KIND.yearMonth, year * 100 + month, 0, 1)
  if (year && day) add(KIND.yearDay, year * 100 + day, 0, 1)
  if (month && day) add(KIND.monthDay, month * 100 + day, 0, 1)
  if (soundF) add(KIND.sound, soundF, 0, 1)
  if (soundS) add(KIND.sound, soundS, 0, 1)
  if (address) add(KIND.address, address, 0, 1)
  if (postcode) add(KIND.postcode, postcode, 0, 1)
  if (slot(SLOT.emailDomain)) add(KIND.domain, slot(SLOT.emailDomain), 0, 1)
  for (let k = 0; k < 4; k++) if (text(TEXT.other1 + k)) add(KIND.other, text(TEXT.other1 + k), k, 1)
  const lessOne = (k: number, kind: number) => {
    if (text(k)) lessOneLetter(pool, rows[row + 2 * k + 1]!, (hash) => add(kind, hash, 0, 1))
  }
  lessOne(TEXT.forename, KIND.lessOne)
  lessOne(TEXT.surname, KIND.lessOne)
  lessOne(TEXT.email, KIND.emailLessOne)
  return count
}

/** Hashes of a text and of it with each letter left out: one letter wrong anywhere, and two still meet. */
function lessOneLetter(pool: Uint8Array, at: number, found: (hash: number) => void) {
  const length = pool[at]!
  if (length < 4) return
  for (let out = 0; out <= Math.min(length, 12); out++) {
    if (out > 1 && out < length && pool[at + out] === pool[at + out + 1]) continue
    let h = 7
    for (let i = 1; i <= length; i++) if (i !== out) h = Math.imul(h ^ pool[at + i]!, 0x01000193)
    found(h)
  }
}
