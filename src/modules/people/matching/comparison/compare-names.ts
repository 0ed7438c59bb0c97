import { BAND_BYTE, F, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import { shareRoot } from '../text/nicknames.ts'
import { edits, jaroWinkler, lettersApart, signaturesApart } from '../text/similarity.ts'
import { DIFFERENT, EXACT, NAME } from './levels.ts'

/** A value of this band or below is held by so many records that it is a name of its own, not a slip of the pen. */
export interface InUse {
  readonly band: number
}

/** How alike two texts of the pool are: DIFFERENT, NAME.loose, NAME.alike or NAME.typing. Not asked of equal ones. */
export function spelling(pool: Uint8Array, a: number, b: number): number {
  const la = pool[a]!
  const lb = pool[b]!
  if (la < 2 || lb < 2) return DIFFERENT
  const longer = Math.max(la, lb)
  const most = 2 + (longer >> 1)
  if (signaturesApart(pool, a, b) > most) return DIFFERENT
  const apart = lettersApart(pool, a + 1, la, b + 1, lb)
  if (apart > most) return DIFFERENT
  if (longer >= 3 && apart <= 2) {
    const slips = edits(pool, a + 1, la, b + 1, lb, 2)
    if (slips <= 1) return longer >= 4 || la === lb ? NAME.typing : NAME.loose
    if (slips <= 2 && longer >= 6) return NAME.alike
  }
  if (apart <= 1 && longer >= 5) return NAME.alike
  const likeness = jaroWinkler(pool, a + 1, la, b + 1, lb)
  if (likeness >= 0.92 && Math.min(la, lb) >= 4) return NAME.alike
  if (longer >= 6 && apart <= 4 && edits(pool, a + 1, la, b + 1, lb, 2) <= 2) return NAME.alike
  return likeness >= 0.82 ? NAME.loose : DIFFERENT
}

/** Tells slips away from a common name from slips away from a rare one. */
function byFrequency(level: number, band: number): number {
  if (level === NAME.typing) return band <= 6 ? NAME.typingCommon : band <= 8 ? NAME.typingMiddling : level
  return level === NAME.alike && band <= 7 ? NAME.alikeCommon : level
}

/** Level of the surnames of rows a and b. */
export function surnameLevel(s: RecordStore, a: number, b: number, inUse: InUse): number {
  const { rows, pool, bytes } = s
  const hashA = rows[a + 2 * TEXT.surname]!
  const hashB = rows[b + 2 * TEXT.surname]!
  if (hashA === 0 || hashB === 0) return 0
  const bandA = bytes[a * 4 + BAND_BYTE + F.surname]!
  const bandB = bytes[b * 4 + BAND_BYTE + F.surname]!
  if (hashA === hashB) return EXACT + bandA
  const partsA = rows[a + SLOT.partA]! | rows[a + 2 * TEXT.previous]!
  const partsB = rows[b + SLOT.partA]! | rows[b + 2 * TEXT.previous]!
  if ((partsA !== 0 || partsB !== 0) && sharesPart(rows, a, b)) return NAME.part
  const alike = spelling(pool, rows[a + 2 * TEXT.surname + 1]!, rows[b + 2 * TEXT.surname + 1]!)
  if (alike === NAME.typing && bandA <= inUse.band && bandB <= inUse.band) return NAME.bothInUse
  if (alike === DIFFERENT && rows[a + SLOT.soundSurname] === rows[b + SLOT.soundSurname]) return NAME.loose
  return byFrequency(alike, Math.min(bandA, bandB))
}

/** Whether any of one's surname, barrels and earlier surname is any of the other's. */
function sharesPart(rows: Int32Array, a: number, b: number): boolean {
  for (const x of [2 * TEXT.surname, SLOT.partA, SLOT.partB, 2 * TEXT.previous]) {
    const hash = rows[a + x]!
    if (hash === 0) continue
    if (hash === rows[b + 2 * TEXT.surname] || hash === rows[b + SLOT.partA]) return true
    if (hash === rows[b + SLOT.partB] || hash === rows[b + 2 * TEXT.previous]) return true
  }
  return false
}

/** Level of the forenames of rows a and b. */
export function forenameLevel(s: RecordStore, a: number, b: number, inUse: InUse): number {
  const { rows, pool, bytes } = s
  const hashA = rows[a + 2 * TEXT.forename]!
  const hashB = rows[b + 2 * TEXT.forename]!
  if (hashA === 0 || hashB === 0) return 0
  const bandA = bytes[a * 4 + BAND_BYTE + F.forename]!
  const bandB = bytes[b * 4 + BAND_BYTE + F.forename]!
  if (hashA === hashB) return EXACT + bandA
  const firstA = rows[a + SLOT.firstName]!
  const firstB = rows[b + SLOT.firstName]!
  const middleA = rows[a + SLOT.middleName]!
  const middleB = rows[b + SLOT.middleName]!
  const namesA = rows[a + SLOT.names]!
  const namesB = rows[b + SLOT.names]!
  const atA = rows[a + 2 * TEXT.forename + 1]!
  const atB = rows[b + 2 * TEXT.forename + 1]!
  const lengthA = namesA & 255
  const lengthB = namesB & 255
  if (lengthA === 1 || lengthB === 1) return pool[atA + 1] === pool[atB + 1] ? NAME.initial : DIFFERENT
  if (firstA === firstB) return middleA !== 0 && middleB !== 0 ? NAME.middleDiffers : NAME.middleMissing
  if (firstA === middleB || firstB === middleA) return NAME.middleMissing
  if (shareRoot(rows[a + SLOT.roots]!, rows[b + SLOT.roots]!)) return NAME.nickname
  const alike = spelling(pool, atA, atB)
  if (alike === NAME.typing || alike === NAME.alike) {
    const knownA = (namesA & 256) !== 0 || bandA <= inUse.band
    const knownB = (namesB & 256) !== 0 || bandB <= inUse.band
    return knownA && knownB ? NAME.bothInUse : byFrequency(alike, Math.min(bandA, bandB))
  }
  if (alike === DIFFERENT && rows[a + SLOT.soundForename] === rows[b + SLOT.soundForename]) return NAME.loose
  return alike
}

/**
 * Whether the names are in each other's place: NAME.swapped when both are; NAME.halfSwapped when one is and the
 * other is missing on a side (NAME.halfSwappedCommon for a common name); else 0.
 */
export function swapLevel(s: RecordStore, a: number, b: number): number {
  const one = crossed(s, a, b)
  const two = crossed(s, b, a)
  if (one >= NAME.alike && two >= NAME.alike) return NAME.swapped
  if (one !== EXACT && two !== EXACT) return 0
  const { rows, bytes } = s
  const [f, g] = [2 * TEXT.forename, 2 * TEXT.surname]
  if (rows[a + f] !== 0 && rows[a + g] !== 0 && rows[b + f] !== 0 && rows[b + g] !== 0) return 0
  const band = (at: number, field: number) => bytes[at * 4 + BAND_BYTE + field]!
  const common = one === EXACT ? Math.min(band(a, 0), band(b, 1)) : Math.min(band(b, 0), band(a, 1))
  return common <= 7 ? NAME.halfSwappedCommon : NAME.halfSwapped
}

function crossed({ rows, pool }: RecordStore, a: number, b: number): number {
  const forename = rows[a + 2 * TEXT.forename]!
  const surname = rows[b + 2 * TEXT.surname]!
  if (forename === 0 || surname === 0) return 0
  if (forename === surname) return EXACT
  return spelling(pool, rows[a + 2 * TEXT.forename + 1]!, rows[b + 2 * TEXT.surname + 1]!)
}
