import { ADDRESS, DATE, DIFFERENT, EXACT, LEVELS, NAME } from '../comparison/levels.ts'
import { F, FIELD_COUNT, FIELDS } from '../record/layout.ts'
import type { Chances } from './defaults.ts'
import type { Frequencies } from './frequencies.ts'
import { LEAST_SAME, NAMESAKES_SHARE, TWINS_SHARE } from './defaults.ts'

/** How the chances were estimated; raised when levels or fields change, so that an old model is never misread. */
export const MODEL_VERSION = 1

/**
 * Everything learnt from a set of records; plain data that can be kept as JSON. `match`, `random` and `household`
 * hold for each of FIELDS the chance of each level among records of one person, of two strangers, and of two
 * people of one household.
 */
export interface Model {
  readonly version: number
  readonly records: number
  /** For each record, how many others of the same person are to be expected, and of the same household. */
  readonly matches_per_record: number
  readonly households_per_record: number
  readonly match: readonly Chances[]
  readonly random: readonly Chances[]
  readonly household: readonly Chances[]
  /** Band at or below which a spelling is a name in common use and not a slip. */
  readonly in_use_band: number
  /** how common values are, for records that come later */
  readonly frequencies: readonly Frequencies[]
}

/** A model made ready for scoring. */
export interface Weights {
  /**
   * Log2 weights of field f at level l against the four rival explanations (strangers, one household, twins,
   * namesakes): four numbers from (f * LEVELS + l) * RIVALS. All are 0 at level 0, where nothing is known.
   */
  readonly table: Float64Array
  /** Prior log2 odds of a match against each rival. */
  readonly priors: readonly [number, number, number, number]
  readonly inUse: { readonly band: number }
  /** Whether pairs that could be twins are left to a person; see `twinsOccur`. */
  readonly holdTwins: boolean
  /** Whether pairs of which only names agree are left to a person; see `namesakesAbound`. */
  readonly holdNames: boolean
}
export const RIVALS = 4

/**
 * Twins are looked out for in every set of records but one kind: where one person's records often bear quite
 * different forenames (one in twenty) and hardly any two people share a home. There a different forename says
 * little, and there are no families for twins to be in. Test data are like that; police and service records are not.
 */
function twinsOccur({ match, households_per_record, matches_per_record }: Model): boolean {
  return match[F.forename]![DIFFERENT]! < 0.05 || households_per_record > matches_per_record / 100
}

/** Names alone are trusted while a record has so many times as many duplicates as namesakes. */
const DUPLICATES_A_NAMESAKE = 2

/** Whether a record has about as many namesakes among `others` as it has duplicates, or more: then names alone say nothing. */
function namesakesAbound({ random, matches_per_record }: Model, others: number): boolean {
  const namesakes = others * random[F.forename]![EXACT]! * random[F.surname]![EXACT]!
  return namesakes * DUPLICATES_A_NAMESAKE > matches_per_record
}

/** How near to its bound a chance may come before the estimate rests on the bound and not on the records. */
const NEAR = 0.005

/**
 * Whether a model is about persons. Where what it took for records of one person agrees in a name, a birthday or a
 * number of their own no more often than LEAST_SAME lets it, as happens in a list with hardly any duplicates, it has
 * learnt namesakes, and must not be used.
 */
export const isAboutPersons = ({ match }: Model): boolean =>
  FIELDS.every((field, f) => match[f]![EXACT]! > (LEAST_SAME[field] ?? 0) + NEAR)

/** Levels that are at least as good as others of their field, whatever a small sample may say. */
const AT_LEAST = [
  [F.address, ADDRESS.noNumber, ADDRESS.street],
  [F.address, ADDRESS.noNumber, ADDRESS.streetAlike],
  [F.address, ADDRESS.noNumber, DIFFERENT],
  [F.address, ADDRESS.number, DIFFERENT],
  [F.dateOfBirth, DATE.yearOnly, DIFFERENT],
  [F.dateOfBirth, DATE.partial, DATE.partialYear],
] as const

/** Levels at which all that is known agrees: like exact agreement, they never speak against a match. */
const ALL_AGREES = [
  [F.address, ADDRESS.noNumber],
  [F.address, ADDRESS.numberOnly],
  [F.dateOfBirth, DATE.partial],
  [F.dateOfBirth, DATE.partialYear],
] as const

/**
 * Prepares a model for scoring a record against `others` records (in a batch of n, that is n - 1): the more
 * strangers there are, the more evidence one match needs.
 */
export function weigh(model: Model, others: number): Weights {
  const table = new Float64Array(FIELD_COUNT * LEVELS * RIVALS)
  for (let f = 0; f < FIELD_COUNT; f++) {
    for (let level = 1; level < LEVELS; level++) {
      const kind = Math.min(level, EXACT)
      const match = model.match[f]![kind]!
      const random = level >= EXACT ? 2 ** -(level - EXACT) : model.random[f]![level]!
      const home = Math.log2(match / (model.household[f]![kind]! || random))
      // twins: one date of birth in one household; namesakes: one name and two dates of birth in one household
      const twins = f === F.dateOfBirth && kind === EXACT ? Math.log2(match) : home
      const namesakes = f === F.forename && kind === EXACT ? Math.log2(match) : home
      const stranger = Math.log2(match / random)
      // what is the same never speaks against a match, however common it is in a home or a column
      const weights = [stranger, home, twins, namesakes].map((weight) =>
        kind === EXACT ? Math.max(weight, 0) : weight,
      )
      table.set(weights, place(f, level))
    }
    // a difference never speaks more for a match than the same would, however rare differences are in a column
    for (let rival = 0; rival < RIVALS; rival++) {
      const different = place(f, DIFFERENT) + rival
      table[different] = Math.min(
        table[different]!,
        table[place(f, EXACT) + rival]!,
        rival === 0 ? 0 : Infinity,
      )
    }
  }
  for (const [f, level] of ALL_AGREES)
    for (let at = place(f, level); at < place(f, level + 1); at++) table[at] = Math.max(table[at]!, 0)
  for (const [f, better, worse] of AT_LEAST)
    for (let rival = 0; rival < RIVALS; rival++)
      table[place(f, better) + rival] = Math.max(
        table[place(f, better) + rival]!,
        table[place(f, worse) + rival]!,
      )
  const match = Math.log2(model.matches_per_record)
  const home = model.households_per_record
  const priors = [
    match - Math.log2(Math.max(others, 1)),
    match - Math.log2(home),
    match - Math.log2(home * TWINS_SHARE),
    match - Math.log2(home * NAMESAKES_SHARE),
  ] as const
  return {
    table,
    priors,
    inUse: { band: model.in_use_band },
    holdTwins: twinsOccur(model),
    holdNames: namesakesAbound(model, others),
  }
}

function place(f: number, level: number): number {
  return (f * LEVELS + level) * RIVALS
}

/** Below this nothing else is worked out: the pair is not one person. */
const HOPELESS = -20

/**
 * Log2 odds that two records are of one person, given the levels of their fields. What is nearly the same never
 * counts for more than the same would, so that no record is more like another than like itself.
 */
export function score({ table, priors }: Weights, levels: Uint8Array): number {
  let stranger = priors[0]
  for (let f = 0; f < FIELD_COUNT; f++) stranger += weightOf(table, levels, f, 0)
  if (stranger < HOPELESS) return stranger
  let household = priors[1]
  let twins = priors[2]
  let namesakes = priors[3]
  for (let f = 0; f < FIELD_COUNT; f++) {
    if (levels[f] === 0) continue
    household += weightOf(table, levels, f, 1)
    twins += weightOf(table, levels, f, 2)
    namesakes += weightOf(table, levels, f, 3)
  }
  return -Math.log2(2 ** -stranger + 2 ** -household + 2 ** -twins + 2 ** -namesakes)
}

/** Weight of one field against one rival, at most what exact agreement on the commoner value would weigh. */
function weightOf(table: Float64Array, levels: Uint8Array, f: number, rival: number): number {
  const level = levels[f]!
  const weight = table[place(f, level) + rival]!
  if (level <= DIFFERENT || level >= EXACT) return weight
  const exact = table[place(f, EXACT + levels[FIELD_COUNT + f]!) + rival]!
  if (f !== F.forename || level < NAME.swapped) return Math.min(weight, exact)
  const surname = table[place(F.surname, EXACT + levels[FIELD_COUNT + F.surname]!) + rival]!
  if (level === NAME.swapped) return Math.min(weight, exact + surname)
  if (level === NAME.halfSwapped || level === NAME.halfSwappedCommon) return Math.min(weight, exact, surname)
  return Math.min(weight, exact)
}

/** The chance that log2 odds stand for, 0 to 1. */
export function chanceOf(odds: number): number {
  return 1 / (1 + 2 ** -odds)
}
