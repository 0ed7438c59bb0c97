import { BAND_BYTE, F, FIELD_COUNT, ROW, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import {
  addressLevel,
  emailLevel,
  nominalLevel,
  phoneLevel,
  postcodeLevel,
  wordsLevel,
} from './compare-contact.ts'
import { dateLevel } from './compare-dates.ts'
import type { InUse } from './compare-names.ts'
import { forenameLevel, surnameLevel, swapLevel } from './compare-names.ts'
import { DIFFERENT, EXACT, NAME } from './levels.ts'

/** Levels of a pair: one for each of FIELDS, then for each the band of the commoner of the two values. */
export function newLevels(): Uint8Array {
  return new Uint8Array(2 * FIELD_COUNT)
}

/**
 * Compares records i and j and writes a level for each of FIELDS to `levels`, and behind them how common the
 * values are where they are alike but not the same. compare(i, j) equals compare(j, i).
 */
export function compare(s: RecordStore, i: number, j: number, inUse: InUse, levels: Uint8Array): void {
  const { rows, bytes } = s
  const a = i * ROW
  const b = j * ROW
  compareNames(s, a, b, inUse, levels)
  levels[F.dateOfBirth] = dateLevel(
    rows[a + SLOT.dateOfBirth]!,
    rows[b + SLOT.dateOfBirth]!,
    bytes[a * 4 + BAND_BYTE + F.dateOfBirth]!,
  )
  const sexA = rows[a + SLOT.sex]!
  const sexB = rows[b + SLOT.sex]!
  levels[F.sex] = sexA === 0 || sexB === 0 ? 0 : sexA === sexB ? EXACT + 1 : DIFFERENT
  levels[F.postcode] = postcodeLevel(s, a, b)
  levels[F.address] = addressLevel(s, a, b)
  levels[F.town] = wordsLevel(s, a, b, TEXT.town, F.town)
  levels[F.email] = emailLevel(s, a, b)
  levels[F.phone] = phoneLevel(s, a, b)
  levels[F.nominal] = nominalLevel(s, a, b)
  for (let k = F.other1; k < FIELD_COUNT; k++) levels[k] = wordsLevel(s, a, b, TEXT.other1 + k - F.other1, k)
  for (let f = 0; f < FIELD_COUNT; f++) {
    if (levels[f]! <= DIFFERENT || levels[f]! >= EXACT) continue
    levels[FIELD_COUNT + f] = commoner(bytes, a, b, f)
    if (f === F.forename) levels[FIELD_COUNT + F.surname] = commoner(bytes, a, b, F.surname)
  }
}

function commoner(bytes: Uint8Array, a: number, b: number, f: number): number {
  return Math.min(bytes[a * 4 + BAND_BYTE + f]!, bytes[b * 4 + BAND_BYTE + f]!)
}

function compareNames(s: RecordStore, a: number, b: number, inUse: InUse, levels: Uint8Array): void {
  const forename = forenameLevel(s, a, b, inUse)
  const surname = surnameLevel(s, a, b, inUse)
  levels[F.forename] = forename
  levels[F.surname] = surname
  // names in each other's place are looked for only where they do not agree in their own
  if (forename > NAME.bothInUse || surname > NAME.bothInUse) return
  const swap = swapLevel(s, a, b)
  if (swap === 0) return
  levels[F.forename] = swap
  levels[F.surname] = 0
}
