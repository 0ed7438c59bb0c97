import { ADDRESS, DATE, EMAIL, EXACT, NAME, NUMBER, POSTCODE, WORDS } from '../comparison/levels.ts'
import type { Field } from '../record/layout.ts'

/** Chances of the levels 1 to 15 of a field, and of exact agreement at EXACT. */
export type Chances = readonly number[]

/** Spreads what is not named over the other levels, so that nothing is impossible. */
function chances(named: Record<number, number>): Chances {
  const left = 1 - Object.values(named).reduce((a, b) => a + b, 0)
  const others = EXACT - Object.keys(named).length
  return Array.from({ length: EXACT + 1 }, (_, level) =>
    level === 0 ? 0 : (named[level] ?? Math.max(left / others, 0.0005)),
  )
}

const words = chances({ [EXACT]: 0.8, [WORDS.alike]: 0.08, [WORDS.loose]: 0.02, 1: 0.08 })

/**
 * What two records of one person look like before any data has spoken: the start of the estimate, and worth
 * PRIOR_PAIRS pairs in it. Broad on purpose; a data set of a few hundred pairs overrules it.
 */
export const MATCH_START: Record<Field, Chances> = {
  forename: chances({
    [EXACT]: 0.74,
    [NAME.typing]: 0.02,
    [NAME.typingMiddling]: 0.02,
    [NAME.typingCommon]: 0.02,
    [NAME.alike]: 0.015,
    [NAME.alikeCommon]: 0.015,
    [NAME.nickname]: 0.04,
    [NAME.initial]: 0.02,
    [NAME.middleMissing]: 0.03,
    [NAME.loose]: 0.01,
    [NAME.bothInUse]: 0.008,
    [NAME.swapped]: 0.02,
    1: 0.02,
  }),
  surname: chances({
    [EXACT]: 0.78,
    [NAME.typing]: 0.03,
    [NAME.typingMiddling]: 0.02,
    [NAME.typingCommon]: 0.02,
    [NAME.alike]: 0.02,
    [NAME.alikeCommon]: 0.02,
    [NAME.part]: 0.03,
    [NAME.loose]: 0.01,
    [NAME.bothInUse]: 0.02,
    1: 0.045,
  }),
  date_of_birth: chances({
    [EXACT]: 0.84,
    [DATE.oneDigit]: 0.05,
    [DATE.swapped]: 0.02,
    [DATE.twoParts]: 0.02,
    [DATE.partial]: 0.02,
    [DATE.twoDigits]: 0.01,
    [DATE.nearby]: 0.01,
    [DATE.withinYear]: 0.004,
    [DATE.partialYear]: 0.005,
    [DATE.yearDigit]: 0.001,
    [DATE.nearYears]: 0.001,
    [DATE.nextYear]: 0.002,
    1: 0.011,
  }),
  sex: chances({ [EXACT]: 0.98, 1: 0.018 }),
  postcode: chances({
    [EXACT]: 0.72,
    [POSTCODE.typing]: 0.07,
    [POSTCODE.sector]: 0.03,
    [POSTCODE.area]: 0.06,
    1: 0.11,
  }),
  address: chances({
    [EXACT]: 0.6,
    [ADDRESS.alike]: 0.1,
    [ADDRESS.street]: 0.05,
    [ADDRESS.noNumber]: 0.05,
    [ADDRESS.streetAlike]: 0.02,
    [ADDRESS.number]: 0.04,
    1: 0.13,
  }),
  town: words,
  email: chances({
    [EXACT]: 0.72,
    [EMAIL.typing]: 0.06,
    [EMAIL.alike]: 0.03,
    [EMAIL.local]: 0.03,
    [EMAIL.loose]: 0.02,
    1: 0.13,
  }),
  phone: chances({ [EXACT]: 0.7, [NUMBER.typing]: 0.04, [NUMBER.twoDigits]: 0.01, 1: 0.24 }),
  nominal: chances({ [EXACT]: 0.9, [NUMBER.typing]: 0.04, [NUMBER.twoDigits]: 0.01, 1: 0.045 }),
  other_1: words,
  other_2: words,
  other_3: words,
  other_4: words,
}

/** What two people of one household look like in the fields that a household shares. */
export const HOUSEHOLD_START: Partial<Record<Field, Chances>> = {
  surname: chances({ [EXACT]: 0.75, [NAME.typing]: 0.04, [NAME.part]: 0.04, 1: 0.15 }),
  postcode: chances({ [EXACT]: 0.9, [POSTCODE.typing]: 0.04, 1: 0.04 }),
  address: chances({ [EXACT]: 0.85, [ADDRESS.alike]: 0.06, [ADDRESS.noNumber]: 0.03, 1: 0.04 }),
  town: chances({ [EXACT]: 0.92, [WORDS.alike]: 0.05, 1: 0.02 }),
  phone: chances({ [EXACT]: 0.4, 1: 0.55 }),
  other_1: chances({ [EXACT]: 0.5, 1: 0.45 }),
  other_2: chances({ [EXACT]: 0.5, 1: 0.45 }),
  other_3: chances({ [EXACT]: 0.5, 1: 0.45 }),
  other_4: chances({ [EXACT]: 0.5, 1: 0.45 }),
}

/** What two strangers look like where no records have been counted yet; exact agreement goes by bands instead. */
export const STRANGER_START: Record<Field, Chances> = {
  forename: chances({ 1: 0.975, [NAME.loose]: 0.008, [NAME.bothInUse]: 0.003, [NAME.nickname]: 0.003 }),
  surname: chances({ 1: 0.985, [NAME.loose]: 0.004, [NAME.bothInUse]: 0.001 }),
  date_of_birth: chances({
    1: 0.94,
    [DATE.yearOnly]: 0.012,
    [DATE.twoDigits]: 0.013,
    [DATE.twoParts]: 0.003,
    [DATE.nearby]: 0.003,
    [DATE.withinYear]: 0.02,
    [DATE.swapped]: 0.0005,
    [DATE.oneDigit]: 0.0015,
    [DATE.partialYear]: 0.0005,
    [DATE.yearDigit]: 0.003,
    [DATE.nearYears]: 0.002,
    [DATE.nextYear]: 0.001,
  }),
  sex: chances({ [EXACT]: 0.49, 1: 0.49 }),
  postcode: chances({ 1: 0.95, [POSTCODE.area]: 0.03, [POSTCODE.sector]: 0.005, [POSTCODE.typing]: 0.0005 }),
  address: chances({ 1: 0.975, [ADDRESS.number]: 0.012, [ADDRESS.street]: 0.001 }),
  town: chances({ [EXACT]: 0.06, 1: 0.92 }),
  email: chances({ 1: 0.98, [EMAIL.domain]: 0.01 }),
  phone: chances({ 1: 0.99 }),
  nominal: chances({ 1: 0.99 }),
  other_1: chances({ [EXACT]: 0.03, 1: 0.94 }),
  other_2: chances({ [EXACT]: 0.03, 1: 0.94 }),
  other_3: chances({ [EXACT]: 0.03, 1: 0.94 }),
  other_4: chances({ [EXACT]: 0.03, 1: 0.94 }),
}

/** How many pairs the start is worth when chances are estimated. */
export const PRIOR_PAIRS = 12

/**
 * What makes two records one person's is who they say it is: in no set of records do more than this share of a
 * person's records carry a wholly different name, date of birth, sex or number of their own, nor do nearly all of them
 * give another home. Without these bounds a hostel or a barracks, where fifty people share an address and a telephone,
 * could pass for one person with fifty names, and in a list with hardly any duplicates the bearers of one common name
 * could pass for one person of two sexes who always moves.
 */
export const MOST_DIFFERENT: Partial<Record<Field, number>> = {
  forename: 0.2,
  surname: 0.25,
  date_of_birth: 0.2,
  sex: 0.1,
  nominal: 0.3,
  postcode: 0.65,
  address: 0.65,
}

/**
 * Two people of one household live at one address: at least this share of their records say so, at one of these levels.
 * Without the bound neighbours would pass for a household.
 */
export const SAME_HOME: Partial<Record<Field, { levels: readonly number[]; least: number }>> = {
  postcode: { levels: [POSTCODE.typing, EXACT], least: 0.85 },
  address: { levels: [ADDRESS.alike, ADDRESS.noNumber, ADDRESS.numberOnly, EXACT], least: 0.85 },
  town: { levels: [WORDS.alike, EXACT], least: 0.85 },
}

/**
 * A person is born once, and mostly keeps a name, an email and a number of their own: at least this share of a person's
 * records give the same, without any slip.
 */
export const LEAST_SAME: Partial<Record<Field, number>> = {
  forename: 0.3,
  surname: 0.3,
  date_of_birth: 0.3,
  email: 0.3,
  nominal: 0.5,
}

/** Of pairs in one household, how many are twins, and how many are namesakes (father and son): broad real-life shares. */
export const TWINS_START = 0.02
export const NAMESAKES_START = 0.003
/** Twins and namesakes are never rarer than this, though records of one person with two birthdays may look like them. */
export const LEAST_OF_HOME = 0.003
/** How many pairs of one household these shares are worth when they are estimated. */
export const PRIOR_HOUSEHOLDS = 50

/** Of pairs of one person, how many have moved between the two. */
export const MOVED_START = 0.15
