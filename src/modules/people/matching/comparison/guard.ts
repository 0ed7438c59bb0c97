import { F } from '../record/layout.ts'
import { ADDRESS, DATE, DIFFERENT, EMAIL, EXACT, NAME } from './levels.ts'

/**
 * Whether a pair must be left to a person, whatever it scores: the forenames are not the same name (they differ,
 * or meet only by nickname, initial or likeness), one birthday is shared, and nothing that belongs to one person
 * alone agrees. Twins and triplets share surname, birthday, address, postcode and the family's telephone, and
 * their names are often alike; no weight tells them from one person.
 */
export function couldBeTwins(levels: Uint8Array): boolean {
  const forename = levels[F.forename]!
  const date = levels[F.dateOfBirth]!
  const otherName =
    forename === DIFFERENT ||
    forename === NAME.loose ||
    forename === NAME.bothInUse ||
    forename === NAME.initial ||
    forename === NAME.nickname
  if (
    !otherName ||
    (date < EXACT && date !== DATE.partial && date !== DATE.partialYear && date !== DATE.swapped)
  )
    return false
  return !sharesOwn(levels)
}

/**
 * Whether something agrees that belongs to one person alone: a reference number or an email. A number one digit off does
 * not: twins are registered one after the other.
 */
export function sharesOwn(levels: Uint8Array): boolean {
  const email = levels[F.email]!
  return (
    levels[F.nominal]! >= EXACT ||
    (email >= EMAIL.local && email !== EMAIL.otherNumber && email !== EMAIL.sameName)
  )
}

/** A value that one record in so many has (as a power of two), or more, ties nobody to anybody: a large town. */
const COMMON_BAND = 6
const PLACES = [F.postcode, F.town, F.other1, F.other1 + 1, F.other1 + 2, F.other1 + 3]

/** What is looked out for in a set of records: twins; pairs of which only names agree. */
export interface LookedOutFor {
  readonly holdTwins: boolean
  readonly holdNames: boolean
}

/** Whether a pair must be left to a person, whatever it scores. */
export function leftToAPerson({ holdTwins, holdNames }: LookedOutFor, levels: Uint8Array): boolean {
  return (holdTwins && couldBeTwins(levels)) || (holdNames && onlyNamesAgree(levels))
}

/**
 * Whether anything but names, sex and rough place agrees. A service links nothing by itself without it, whatever it scores:
 * namesakes with different birthdays are two people until somebody knows better.
 */
export function agreesBeyondName(levels: Uint8Array): boolean {
  const date = levels[F.dateOfBirth]!
  const email = levels[F.email]!
  return (
    date >= EXACT ||
    date === DATE.oneDigit ||
    date === DATE.swapped ||
    date === DATE.partial ||
    email >= EXACT ||
    email === EMAIL.typing ||
    levels[F.phone]! >= EXACT ||
    levels[F.nominal]! >= EXACT ||
    levels[F.address]! >= EXACT
  )
}

/**
 * Whether names, and perhaps the sex and a large town, are all that agrees, not so much as a year of birth, a part of an
 * address or a small place. Then it is left to a person, whatever it scores: in a list with hardly any duplicates, namesakes
 * are most of what looks alike, and an email is often made of the name.
 */
export function onlyNamesAgree(levels: Uint8Array): boolean {
  const date = levels[F.dateOfBirth]!
  return !(
    agreesBeyondName(levels) ||
    date === DATE.twoParts ||
    date === DATE.partialYear ||
    levels[F.address] === ADDRESS.alike ||
    PLACES.some((f) => levels[f]! >= EXACT + COMMON_BAND)
  )
}
