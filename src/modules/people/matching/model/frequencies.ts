import { BANDS } from '../comparison/levels.ts'
import { BAND_BYTE, F, OTHER_PHONE_BAND, ROW, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import { mix } from '../text/hash.ts'

/** Where the value of each field stands in a row (-1: not weighed by how common it is). */
const VALUE: readonly number[] = [
  2 * TEXT.forename,
  2 * TEXT.surname,
  SLOT.dateOfBirth,
  -1,
  2 * TEXT.postcode,
  SLOT.address,
  2 * TEXT.town,
  2 * TEXT.email,
  2 * TEXT.phone,
  2 * TEXT.nominal,
  2 * TEXT.other1,
  2 * TEXT.other2,
  2 * TEXT.other3,
  2 * TEXT.other4,
]
/** Fields whose values are counted; sex is not. */
export const COUNTED_FIELDS = VALUE.flatMap((slot, f) => (slot >= 0 ? [f] : []))

const place = (value: number, mask: number) => mix(value, 77) & mask

/**
 * Counts how often each value of field `f` occurs in records from..to, in a table whose length is a power of two
 * (four times the records or more: a rare value is counted too high for one record in five, never too low).
 */
export function countValues(store: RecordStore, n: number, f: number, counts: Uint16Array): number {
  const { rows } = store
  const mask = counts.length - 1
  let filled = 0
  for (let i = 0, row = 0; i < n; i++, row += ROW) {
    for (let again = f === F.phone ? 2 : 1, slot = VALUE[f]!; again > 0; again--, slot += 2) {
      const value = rows[row + slot]!
      if (value === 0) continue
      filled++
      const at = place(value, mask)
      if (counts[at]! < 65_535) counts[at]!++
    }
  }
  return filled
}

/**
 * How common a value of each of FIELDS is among strangers where few or no records have been counted: one in 2^band
 * has it. Broad facts of life: 27,000 birthdays, thousands of surnames, and a telephone or an email to each.
 */
const RARITY = [9, 12, 14.5, 1, 12, 14, 7, 18, 18, 19, 8, 8, 8, 8]
/** The prior's strength, as holders of the value. */
const PRIOR_HOLDERS = 0.5

/**
 * The band of a value that `count` of `filled` records hold: about one stranger in 2^band has it. Two of the
 * holders are the records compared, and `own` more are the same person's; what is left counts. Where nothing is
 * left the value is as rare as the field's values are, not as rare as one in this many records.
 */
export function bandOf(f: number, count: number, filled: number, own: number): number {
  const others = Math.max(0, count - 2 - own)
  const chance = (others + PRIOR_HOLDERS) / (filled + PRIOR_HOLDERS * 2 ** RARITY[f]!)
  const seen = others / (others >= 3 ? filled : 2 * filled)
  return Math.max(0, Math.min(BANDS - 1, Math.round(-Math.log2(Math.max(chance, seen)))))
}

/** Writes the band of field `f` into every record's row, from counts of the same records less `own`. */
function writeBands(
  store: RecordStore,
  n: number,
  f: number,
  counts: Uint16Array,
  filled: number,
  own: number,
): void {
  const { rows, bytes } = store
  const mask = counts.length - 1
  const bands = Uint8Array.from({ length: 65_536 }, (_, count) => bandOf(f, count, filled, own))
  for (let i = 0, row = 0; i < n; i++, row += ROW) {
    const value = rows[row + VALUE[f]!]!
    if (value !== 0) bytes[row * 4 + BAND_BYTE + f] = bands[counts[place(value, mask)]!]!
    if (f !== F.phone) continue
    const other = rows[row + VALUE[f]! + 2]!
    if (other !== 0) bytes[row * 4 + BAND_BYTE + OTHER_PHONE_BAND] = bands[counts[place(other, mask)]!]!
  }
}

/** A table for `countValues` of n records. */
export function countTable(n: number): Uint16Array {
  return new Uint16Array(2 ** Math.max(12, Math.ceil(Math.log2(n * 4))))
}

/** Values that one record in 2,048 or more has are kept by name (their hash); at least four records must have one. */
const COMMON = 1 / 2048
const LEAST_COUNT = 4

/** How often the values of one field occur: kept with a model, so that a record met later is weighed alike. */
export interface Frequencies {
  readonly field: number
  readonly filled: number
  /** [hash of the value, its band], commonest values only */
  readonly common: readonly (readonly [number, number])[]
  /** the band of every other value */
  readonly rare_band: number
}

/**
 * Counts the given fields of records 0 to n, writes their bands into the rows and answers what is worth keeping.
 * `own` is for each field how many of the records that share a value, besides the two compared, are the same
 * person's, and so say nothing of how common it is among people.
 */
export function bandFields(
  store: RecordStore,
  n: number,
  fields: readonly number[],
  own: readonly number[] = [],
): Frequencies[] {
  const counts = countTable(n)
  return fields.flatMap((f) => {
    counts.fill(0)
    const filled = countValues(store, n, f, counts)
    if (filled === 0) return []
    writeBands(store, n, f, counts, filled, own[f] ?? 0)
    return [summary(store, n, f, counts, filled)]
  })
}

function summary(
  { rows }: RecordStore,
  n: number,
  f: number,
  counts: Uint16Array,
  filled: number,
): Frequencies {
  const least = Math.max(LEAST_COUNT, filled * COMMON)
  const common = new Map<number, number>()
  const mask = counts.length - 1
  let others = 0
  let kinds = 0
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] === 0 || counts[c]! >= least) continue
    kinds++
    others += counts[c]!
  }
  for (let i = 0, at = VALUE[f]!; others < filled && i < n; i++, at += ROW) {
    const value = rows[at]!
    if (value !== 0 && counts[place(value, mask)]! >= least)
      common.set(value, bandOf(f, counts[place(value, mask)]!, filled, 0))
  }
  return {
    field: f,
    filled,
    common: [...common].sort((a, b) => a[0] - b[0]),
    rare_band: bandOf(f, kinds === 0 ? 1 : others / kinds, filled, 0),
  }
}

// The bands of common values as a map, made once for each model that is in use.
const commonBands = new WeakMap<Frequencies, Map<number, number>>()

function bandsOf(kept: Frequencies | undefined): ReadonlyMap<number, number> {
  if (!kept) return new Map()
  const known = commonBands.get(kept) ?? new Map(kept.common)
  commonBands.set(kept, known)
  return known
}

/** Writes bands into the rows of records 0 to n from frequencies kept with a model. */
export function bandFromModel(store: RecordStore, n: number, kept: readonly Frequencies[]): void {
  const { rows, bytes } = store
  for (const f of COUNTED_FIELDS) {
    const counted = kept.find(({ field }) => field === f)
    const bands = bandsOf(counted)
    const rare = counted?.rare_band ?? Math.round(RARITY[f]!)
    for (let i = 0, row = 0; i < n; i++, row += ROW) {
      bytes[row * 4 + BAND_BYTE + f] = bands.get(rows[row + VALUE[f]!]!) ?? rare
      if (f !== F.phone) continue
      bytes[row * 4 + BAND_BYTE + OTHER_PHONE_BAND] = bands.get(rows[row + VALUE[f]! + 2]!) ?? rare
    }
  }
}
