import { BAND_BYTE, F, OTHER_PHONE_BAND, ROW } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import type { StoredKey, StoredKeys } from './stored-keys.ts'

/**
 * A fact by its band, taken for no rarer than so many bits: names that a model does not list may be ten times as common as the average of
 * them, a name sounds like others, and goes by the same nickname.
 */
type Fact = readonly [band: number, most?: number]
const FORENAME: Fact = [F.forename, 8]
const SURNAME: Fact = [F.surname, 12]
const SOUND_OF_SURNAME: Fact = [F.surname, 10]
const BORN: Fact = [F.dateOfBirth]

/** How common a key is follows from how common its facts are, and so many bits besides: 80 years of birth, 366 days of a year, 30 of a month. */
const COMMON: Record<Exclude<StoredKey, 'once'>, readonly [bits: number, ...facts: Fact[]]> = {
  born_forename: [0, BORN, FORENAME],
  born_surname: [0, BORN, SOUND_OF_SURNAME],
  name_year: [6, FORENAME, SOUND_OF_SURNAME],
  name_day: [8, FORENAME, SOUND_OF_SURNAME],
  name: [-1, FORENAME, SURNAME],
  address: [0, [F.address]],
  phone: [0, [F.phone]],
  other_phone: [0, [OTHER_PHONE_BAND]],
  email: [0, [F.email]],
  email_name: [-1, [F.email]],
  born: [0, BORN],
  born_month: [-5, BORN],
  postcode: [0, [F.postcode]],
  sound_forename: [0, FORENAME],
  sound_surname: [0, SOUND_OF_SURNAME],
}
const KINDS = Object.entries(COMMON) as [keyof typeof COMMON, readonly [number, ...Fact[]]][]

/**
 * Of the keys of row `i`, whose bands are written, those to look for among `others`: the rarest first, as long as no more than `each` others
 * are expected to share them, all together, and no more than `most` any one. To look for a common name is most of the work and says nothing.
 */
export function rarestKeys(
  { bytes }: RecordStore,
  i: number,
  keys: StoredKeys,
  { others, most, each }: { others: number; most: number; each: number },
): StoredKeys {
  const found: { kind: StoredKey; expected: number }[] = []
  for (const [kind, [bits, ...facts]] of KINDS) {
    if (keys[kind] === undefined) continue
    let common = bits
    for (const [band, at_most = Infinity] of facts)
      common += Math.min(bytes[i * ROW * 4 + BAND_BYTE + band]!, at_most)
    found.push({ kind, expected: others / 2 ** common })
  }
  found.sort((a, b) => a.expected - b.expected)
  const sought: StoredKeys = {}
  let sum = 0
  for (const { kind, expected } of found) {
    sum += expected
    if (expected > most || sum > each) break
    sought[kind] = keys[kind]
  }
  return sought
}
