import { BANDS, DIFFERENT, EXACT, LEVELS } from '../comparison/levels.ts'
import { F, FIELD_COUNT } from '../record/layout.ts'
import type { Chances } from './defaults.ts'
import type { Frequencies } from './frequencies.ts'
import { NAMESAKES_SHARE, TWINS_SHARE } from './defaults.ts'

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

/** A model made ready for scoring: log2 weights by field and level against each rival explanation. */
export interface Weights {
  readonly stranger: Float64Array
  readonly household: Float64Array
  readonly twins: Float64Array
  readonly namesakes: Float64Array
  /** Prior log2 odds of a match against each rival. */
  readonly priors: readonly [number, number, number, number]
  readonly inUse: { readonly band: number }
  /** Whether pairs that could be twins are left to a person; see `twinsOccur`. */
  readonly holdTwins: boolean
}

/**
 * Twins are looked out for in every set of records but one kind: where one person's records often bear quite
 * different forenames (one in twenty) and hardly any two people share a home. There a different forename says
 * little, and there are no families for twins to be in. Test data are like that; police and service records are not.
 */
function twinsOccur({ match, households_per_record, matches_per_record }: Model): boolean {
  return match[F.forename]![DIFFERENT]! < 0.05 || households_per_record > matches_per_record / 100
}

/**
 * Prepares a model for scoring a record against `others` records (in a batch of n, that is n - 1): the more
 * strangers there are, the more evidence one match needs.
 */
export function weigh(model: Model, others: number): Weights {
  const stranger = new Float64Array(FIELD_COUNT * LEVELS)
  const household = new Float64Array(FIELD_COUNT * LEVELS)
  for (let f = 0; f < FIELD_COUNT; f++) {
    for (let level = 1; level < LEVELS; level++) {
      const kind = Math.min(level, EXACT)
      const random = level >= EXACT ? 2 ** -(level - EXACT) : model.random[f]![level]!
      stranger[f * LEVELS + level] = Math.log2(model.match[f]![kind]! / random)
      household[f * LEVELS + level] = Math.log2(
        model.match[f]![kind]! / (model.household[f]![kind]! || random),
      )
    }
  }
  // twins: one date of birth in one household; namesakes: one name and two dates of birth in one household
  const twins = household.slice()
  const namesakes = household.slice()
  for (let level = EXACT; level < EXACT + BANDS; level++) {
    twins[F.dateOfBirth * LEVELS + level] = Math.log2(model.match[F.dateOfBirth]![EXACT]!)
    namesakes[F.forename * LEVELS + level] = Math.log2(model.match[F.forename]![EXACT]!)
  }
  const match = Math.log2(model.matches_per_record)
  const home = model.households_per_record
  const priors = [
    match - Math.log2(Math.max(others, 1)),
    match - Math.log2(home),
    match - Math.log2(home * TWINS_SHARE),
    match - Math.log2(home * NAMESAKES_SHARE),
  ] as const
  return {
    stranger,
    household,
    twins,
    namesakes,
    priors,
    inUse: { band: model.in_use_band },
    holdTwins: twinsOccur(model),
  }
}

/** Log2 odds that two records are of one person, given the levels of their fields. */
export function score(w: Weights, levels: Uint8Array): number {
  let [stranger, household, twins, namesakes] = w.priors
  for (let f = 0, at = 0; f < FIELD_COUNT; f++, at += LEVELS) {
    const level = levels[f]!
    if (level === 0) continue
    stranger += w.stranger[at + level]!
    household += w.household[at + level]!
    twins += w.twins[at + level]!
    namesakes += w.namesakes[at + level]!
  }
  const least = Math.min(stranger, household, twins, namesakes)
  if (least < -20) return least
  return -Math.log2(2 ** -stranger + 2 ** -household + 2 ** -twins + 2 ** -namesakes)
}

/** The chance that log2 odds stand for, 0 to 1. */
export function chanceOf(odds: number): number {
  return 1 / (1 + 2 ** -odds)
}
