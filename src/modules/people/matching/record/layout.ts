/**
 * A record in memory: one row of 48 whole numbers side by side (three cache lines), and its texts in a pool of
 * character codes. Everything that a comparison reads is in the row; the pool is read only when texts differ.
 */
export const ROW = 48

/** Texts: slot 2k holds the hash of text k (0: missing), slot 2k + 1 its place in the pool, where a length byte stands (see store.ts). */
export const TEXT = {
  forename: 0,
  surname: 1,
  previous: 2,
  postcode: 3,
  email: 4,
  street: 5,
  town: 6,
  nominal: 7,
  phone: 8,
  otherPhone: 9,
  other1: 10,
  other2: 11,
  other3: 12,
  other4: 13,
} as const

export const SLOT = {
  /** yyyymmdd as typed, parts that are missing 0 */
  dateOfBirth: 28,
  /** 0 missing, 1 female, 2 male, 3 other */
  sex: 29,
  houseNumber: 30,
  /** hash of the first given name, and of the second */
  firstName: 31,
  middleName: 32,
  /** nickname table lines of the first given name, packed */
  roots: 33,
  /** hashes of the parts of a double-barrelled surname */
  partA: 34,
  partB: 35,
  soundForename: 36,
  soundSurname: 37,
  emailLocal: 38,
  emailDomain: 39,
  /** hash of house number and street together */
  address: 40,
  /** length of the first given name (low byte), 256 added when it is a name in common use */
  names: 41,
  /** hash of the outward postcode, or of the first half of another country's */
  outward: 42,
  /** bytes 172 to 186: how common each value is, as a band; see model/frequencies.ts */
  bands: 43,
} as const

/** What is compared, one level each; the order of weights, bands and patterns. */
export const FIELDS = [
  'forename',
  'surname',
  'date_of_birth',
  'sex',
  'postcode',
  'address',
  'town',
  'email',
  'phone',
  'nominal',
  'other_1',
  'other_2',
  'other_3',
  'other_4',
] as const
export type Field = (typeof FIELDS)[number]
export const FIELD_COUNT = FIELDS.length

/** Index of each field in FIELDS. */
export const F = {
  forename: 0,
  surname: 1,
  dateOfBirth: 2,
  sex: 3,
  postcode: 4,
  address: 5,
  town: 6,
  email: 7,
  phone: 8,
  nominal: 9,
  other1: 10,
} as const

/** Where a field's band byte stands within a row of bytes. */
export const BAND_BYTE = SLOT.bands * 4
/** The second telephone number has a band of its own, after those of the fields. */
export const OTHER_PHONE_BAND = FIELD_COUNT
