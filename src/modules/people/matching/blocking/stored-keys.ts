import { ROW, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import { mix } from '../text/hash.ts'

/**
 * The keys kept beside a record so that it is found by plain comparison, each in a column of its own: two facts together, and
 * single facts, which are looked for only where few are expected to share them (expected-sharing.ts). Of the thirty kinds that a batch
 * is blocked by in memory these find all but a few in a hundred of what all of them find (bench/linkage/README.md).
 */
export const STORED_KEYS = [
  'born_forename',
  'born_surname',
  'name_year',
  'name_day',
  'name',
  'address',
  'phone',
  'other_phone',
  'email',
  'email_name',
  'born',
  'born_month',
  'postcode',
  'sound_forename',
  'sound_surname',
  'once',
] as const
export type StoredKey = (typeof STORED_KEYS)[number]
export type StoredKeys = Partial<Record<StoredKey, number>>

/** A key of 53 bits, made of its kind and two facts. */
function keyOf(kind: number, a: number, b: number): number {
  const low = mix(mix(a, kind), b)
  return (mix(low ^ a, kind) >>> 11) * 2 ** 32 + (low >>> 0)
}

/** The stored keys of row `i`, of those that its facts suffice for. Forename and surname in each other's place give the same `name_` keys. */
export function storedKeys({ rows }: RecordStore, i: number): StoredKeys {
  const slot = (s: number) => rows[i * ROW + s]!
  const text = (k: number) => rows[i * ROW + 2 * k]!
  const forename = slot(SLOT.soundForename)
  const surname = slot(SLOT.soundSurname)
  const date = slot(SLOT.dateOfBirth)
  const monthDay = date % 10_000
  const [month, day] = [Math.floor(monthDay / 100), monthDay % 100]
  // day and month in each other's place are one birthday
  const born = month && day ? date - monthDay + Math.min(day, month) * 100 + Math.max(day, month) : 0
  const year = Math.floor(date / 10_000)
  const both = forename && surname ? forename ^ surname : 0
  const root = slot(SLOT.roots) & 1023 || slot(SLOT.firstName)
  const key = (kind: number, a: number, b: number) => (a && b ? keyOf(kind, a, b) : undefined)
  return {
    born_forename: key(1, forename, born),
    born_surname: key(1, surname, born),
    name_year: key(2, both, year),
    name_day: key(3, both, monthDay),
    name: key(4, root && text(TEXT.surname) ? root ^ text(TEXT.surname) : 0, 1),
    address: key(5, slot(SLOT.address), slot(SLOT.outward) || text(TEXT.town)),
    phone: key(8, text(TEXT.phone), 1),
    other_phone: key(8, text(TEXT.otherPhone), 1),
    email: key(10, text(TEXT.email), 1),
    email_name: key(9, slot(SLOT.emailLocal), 1),
    born: key(11, date, 1),
    born_month: key(12, year && month ? date - day : 0, 1),
    postcode: key(13, text(TEXT.postcode), 1),
    sound_forename: key(14, forename, 1),
    sound_surname: key(14, surname, 1),
    once: key(15, text(TEXT.previous), 1),
  }
}
