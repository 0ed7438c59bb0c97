import { ADDRESS, BANDS, DATE, DIFFERENT, EMAIL, EXACT, LEVELS } from '../comparison/levels.ts'
import { F, FIELD_COUNT } from '../record/layout.ts'
import type { Model } from './model.ts'
import { ALL_AGREES } from './model.ts'

/** A model made ready for scoring. */
export interface Weights {
  /**
   * Log2 weights of field f at level l against the four rival explanations (strangers, one household, twins,
   * namesakes): four numbers from (f * LEVELS + l) * RIVALS. All are 0 at level 0, where nothing is known.
   */
  readonly table: Float64Array
  /** Prior log2 odds of a match against each rival. */
  readonly priors: readonly [number, number, number, number]
  /** Share of one person's pairs that have moved. */
  readonly moved: number
  /** See `Dependence`; the second as a weight. */
  readonly implied: readonly number[]
  readonly namesTogether: number
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
function namesakesAbound({ random, matches_per_record, names_together }: Model, others: number): boolean {
  const namesakes = others * random[F.forename]![EXACT]! * random[F.surname]![EXACT]! * names_together
  return namesakes * DUPLICATES_A_NAMESAKE > matches_per_record
}

/** Levels that are at least as good as others of their field, whatever a small sample may say. */
const AT_LEAST = [
  [F.address, ADDRESS.noNumber, ADDRESS.street],
  [F.address, ADDRESS.noNumber, ADDRESS.streetAlike],
  [F.address, ADDRESS.noNumber, DIFFERENT],
  [F.address, ADDRESS.number, DIFFERENT],
  [F.dateOfBirth, DATE.yearOnly, DIFFERENT],
  [F.dateOfBirth, DATE.partial, DATE.partialYear],
] as const

/**
 * Prepares a model for scoring a record against `others` records (in a batch of n, that is n - 1): the more
 * strangers there are, the more evidence one match needs.
 */
export function weigh(model: Model, others: number): Weights {
  const weights = weighRaw(model, others)
  bound(weights.table, model)
  return weights
}

/** Twins are called by one forename so many times (as a power of two) more seldom than strangers are. */
const NOT_BOTH_NAMED = 3

/** The same with chances as they are, without the rules that hold whatever the data say: for estimating. */
export function weighRaw(model: Model, others: number): Weights {
  const table = new Float64Array(FIELD_COUNT * LEVELS * RIVALS)
  for (let f = 0; f < FIELD_COUNT; f++) {
    for (let level = 1; level < LEVELS; level++) {
      const kind = Math.min(level, EXACT)
      const match = model.match[f]![kind]!
      const random = level >= EXACT ? 2 ** -(level - EXACT) : model.random[f]![level]!
      const home = Math.log2(match / (model.household[f]![kind]! || random))
      // twins have one date of birth, and namesakes one name, as records of one person do
      const unlike = f === F.forename && level >= EXACT ? NOT_BOTH_NAMED : 0
      const twins = f === F.dateOfBirth ? 0 : home + unlike
      const namesakes = f === F.forename ? 0 : home
      const stranger = Math.log2(match / random)
      table.set([stranger, home, twins, namesakes], place(f, level))
    }
  }
  const match = Math.log2(model.matches_per_record)
  const stayed = match + Math.log2(1 - model.moved_share)
  const priors = [
    match - Math.log2(Math.max(others, 1)),
    stayed - Math.log2(model.households_per_record),
    stayed - Math.log2(model.twins_per_record),
    stayed - Math.log2(model.namesakes_per_record),
  ] as const
  return {
    table,
    priors,
    moved: model.moved_share,
    implied: model.implied.some((by) => by !== 0) ? model.implied : [],
    namesTogether: Math.log2(model.names_together),
    inUse: { band: model.in_use_band },
    holdTwins: twinsOccur(model),
    holdNames: namesakesAbound(model, others),
  }
}

/** Holds a table to what is so whatever the data say. */
function bound(table: Float64Array, { match }: Model): void {
  for (let f = 0; f < FIELD_COUNT; f++) {
    // what is the same never speaks against a match, however common it is in a home or a column
    for (let at = place(f, EXACT); at < place(f, LEVELS); at++) table[at] = Math.max(table[at]!, 0)
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
  for (const [f, level] of ALL_AGREES) {
    for (let at = place(f, level); at < place(f, level + 1); at++) table[at] = Math.max(table[at]!, 0)
    // nor does all of a date or an address speak less for a match than a part of it, where hardly any is whole
    if (match[f]![level]! * 16 < match[f]![EXACT]!) continue
    for (let band = 0; band < BANDS; band++) {
      for (let rival = 0; rival < RIVALS; rival++) {
        const exact = place(f, EXACT + band) + rival
        table[exact] = Math.max(table[exact]!, Math.min(band, table[place(f, level) + rival]!))
      }
    }
  }
  // emails are made of names: a number, a dot or another provider is what tells those of namesakes apart
  for (const level of [EMAIL.otherNumber, EMAIL.sameName])
    for (let at = place(F.email, level); at < place(F.email, level + 1); at++)
      table[at] = Math.min(table[at]!, 0)
  for (const [f, better, worse] of AT_LEAST)
    for (let rival = 0; rival < RIVALS; rival++)
      table[place(f, better) + rival] = Math.max(
        table[place(f, better) + rival]!,
        table[place(f, worse) + rival]!,
      )
}

export function place(f: number, level: number): number {
  return (f * LEVELS + level) * RIVALS
}
