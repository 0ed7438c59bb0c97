import { F } from '../record/layout.ts'
import { DATE, DIFFERENT, EMAIL, EXACT, NAME, NUMBER } from './levels.ts'

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

/** Whether something agrees that belongs to one person alone: a reference number or an email. */
export function sharesOwn(levels: Uint8Array): boolean {
  return levels[F.nominal]! >= NUMBER.typing || levels[F.email]! >= EMAIL.local
}
