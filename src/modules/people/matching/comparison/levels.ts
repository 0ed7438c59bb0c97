import type { Field } from '../record/layout.ts'

/** Levels of one field: 0 nothing to compare, 1 different, up to 15 kinds of likeness, then exact by how common the value is. */
export const LEVELS = 36
/** Exact agreement on a value of band b is level EXACT + b: about one record in 2^b has that value. */
export const EXACT = 16
export const BANDS = LEVELS - EXACT

export const DIFFERENT = 1

export const NAME = {
  loose: 2,
  bothInUse: 3,
  initial: 4,
  nickname: 5,
  part: 4,
  alike: 6,
  typing: 7,
  middleDiffers: 8,
  middleMissing: 9,
  swapped: 10,
  halfSwapped: 11,
  // the same slips, by how common the commoner of the two spellings is: a slip away from Smith lies many a name
  typingCommon: 12,
  typingMiddling: 13,
  alikeCommon: 14,
  halfSwappedCommon: 15,
} as const
export const DATE = {
  yearOnly: 2,
  twoDigits: 3,
  twoParts: 4,
  oneDigit: 5,
  swapped: 6,
  partial: 7,
  nearby: 8,
  withinYear: 9,
  partialYear: 10,
  yearDigit: 11,
  nearYears: 12,
  nextYear: 13,
} as const
export const POSTCODE = { area: 2, sector: 3, typing: 5 } as const
export const ADDRESS = { number: 2, streetAlike: 3, street: 4, alike: 5, noNumber: 6, numberOnly: 7 } as const
export const WORDS = { loose: 2, alike: 3 } as const
export const EMAIL = {
  domain: 2,
  loose: 3,
  local: 4,
  alike: 5,
  typing: 6,
  otherNumber: 7,
  sameName: 8,
} as const
export const NUMBER = { twoDigits: 3, typing: 5 } as const

const words = (name: string) => ({
  1: `${name} differs`,
  2: `${name} is a little alike`,
  3: `${name} differs by a letter or two`,
  [EXACT]: `same ${name}`,
})

/** What each level says to a worker, in plain words. Level EXACT stands for every exact agreement. */
export const WORDING: Record<Field, Record<number, string>> = {
  forename: {
    1: 'forename differs',
    2: 'forename sounds or looks a little alike',
    3: 'forenames look alike but are two names in common use',
    4: 'forename agrees by its initial only',
    5: 'forename is a short or other form of the same name',
    6: 'forename is spelt much alike',
    7: 'forename differs by one letter',
    8: 'same first name, middle names differ',
    9: 'same first name, one has no middle name',
    10: 'forename and surname are swapped',
    11: 'forename of one is the surname of the other',
    12: 'forename differs by one letter',
    13: 'forename differs by one letter',
    14: 'forename is spelt much alike',
    15: 'forename of one is the surname of the other',
    [EXACT]: 'same forename',
  },
  surname: {
    1: 'surname differs',
    2: 'surname sounds or looks a little alike',
    3: 'surnames look alike but are two names in common use',
    4: 'surname agrees with one half of a double-barrelled or with an earlier surname',
    6: 'surname is spelt much alike',
    7: 'surname differs by one letter',
    12: 'surname differs by one letter',
    13: 'surname differs by one letter',
    14: 'surname is spelt much alike',
    [EXACT]: 'same surname',
  },
  date_of_birth: {
    1: 'date of birth differs',
    2: 'same year of birth only',
    3: 'date of birth differs by two digits',
    4: 'two of day, month and year of birth agree',
    5: 'date of birth differs by one digit',
    6: 'day and month of birth are swapped',
    7: 'date of birth agrees as far as it is known',
    8: 'dates of birth are a few weeks apart',
    9: 'dates of birth are about a year apart',
    10: 'same year of birth, and no more is known',
    11: 'years of birth differ by one digit',
    12: 'years of birth are two or three apart',
    13: 'years of birth are one apart',
    [EXACT]: 'same date of birth',
  },
  sex: { 1: 'sex differs', [EXACT]: 'same sex' },
  postcode: {
    1: 'postcode differs',
    2: 'same postcode area (first half)',
    3: 'postcodes are near each other',
    5: 'postcode differs by one character',
    [EXACT]: 'same postcode',
  },
  address: {
    1: 'address differs',
    2: 'same house number only',
    3: 'street is spelt alike, house number differs',
    4: 'same street, house number differs',
    5: 'street is spelt alike, same house number',
    6: 'same street, a house number is missing',
    7: 'same house number, a street is missing',
    [EXACT]: 'same address',
  },
  town: words('town'),
  email: {
    1: 'email differs',
    2: 'emails are at the same domain',
    3: 'email is a little alike',
    4: 'same email name at another provider',
    5: 'email is spelt much alike',
    6: 'email differs by one character',
    7: 'emails differ by a number or a dot only',
    8: 'emails are alike as the names are',
    [EXACT]: 'same email',
  },
  phone: {
    1: 'phone differs',
    3: 'phone differs by two digits',
    5: 'phone differs by one digit',
    [EXACT]: 'same phone',
  },
  nominal: {
    1: 'reference number differs',
    3: 'reference number differs by two digits',
    5: 'reference number differs by one digit',
    [EXACT]: 'same reference number',
  },
  other_1: words('first further detail'),
  other_2: words('second further detail'),
  other_3: words('third further detail'),
  other_4: words('fourth further detail'),
}
