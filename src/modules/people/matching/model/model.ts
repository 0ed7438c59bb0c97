import { ADDRESS, DATE, EXACT } from '../comparison/levels.ts'
import type { Field } from '../record/layout.ts'
import { F, FIELD_COUNT, FIELDS } from '../record/layout.ts'
import type { Chances } from './defaults.ts'
import type { Frequencies } from './frequencies.ts'
import { LEAST_SAME } from './defaults.ts'
import type { Dependence } from './dependence.ts'

/** How the chances were estimated; raised when levels or fields change, so that an old model is never misread. */
export const MODEL_VERSION = 3
/**
 * The oldest version that is still read: an area compares by it until the next night's estimate. What it has never met (years of
 * birth that are near, emails made of names) has one small chance on both sides there, and so weighs nothing.
 */
const OLDEST_READ = 2

/**
 * Everything learnt from a set of records; plain data that can be kept as JSON. `match`, `random` and `household`
 * hold for each of FIELDS the chance of each level among records of one person, of two strangers, and of two
 * people of one household.
 */
export interface Model extends Dependence {
  readonly version: number
  readonly records: number
  /** Whether `match` was learnt from these records; else they say too little of persons and it is what ships. */
  readonly learnt: boolean
  /** For each record, how many others of the same person are to be expected, and of the same household. */
  readonly matches_per_record: number
  readonly households_per_record: number
  /** For each record, how many twins and how many namesakes (father and son) are to be expected in its household. */
  readonly twins_per_record: number
  readonly namesakes_per_record: number
  /** Of pairs of one person, how many have moved between the two: their places agree no more than strangers' do. */
  readonly moved_share: number
  readonly match: readonly Chances[]
  readonly random: readonly Chances[]
  readonly household: readonly Chances[]
  /** Band at or below which a spelling is a name in common use and not a slip. */
  readonly in_use_band: number
  /** how common values are, for records that come later */
  readonly frequencies: readonly Frequencies[]
}

/** How near to its bound a chance may come before the estimate rests on the bound and not on the records. */
const NEAR = 0.005

/**
 * Whether a model is about persons. Where what it took for records of one person agrees in a name, a birthday or a
 * number of their own no more often than LEAST_SAME lets it, as happens in a list with hardly any duplicates, it has
 * learnt namesakes, and must not be used.
 */
export const isAboutPersons = ({ match }: Model): boolean =>
  FIELDS.every((field, f) => {
    const agrees = agreeing(field).reduce((sum, level) => sum + match[f]![level]!, 0)
    return agrees > (LEAST_SAME[field] ?? 0) + NEAR
  })

/** Levels of a field at which all that is known agrees. */
export function agreeing(field: Field): readonly number[] {
  const whole = ALL_AGREES.flatMap(([f, level]) => (FIELDS[f] === field ? [level] : []))
  // an age is as often a guess: a year or two beside the truth is the same age
  return [EXACT, ...whole, ...(field === 'date_of_birth' ? [DATE.nextYear, DATE.nearYears] : [])]
}

/** Levels at which all that is known agrees: like exact agreement, they never speak against a match. */
export const ALL_AGREES = [
  [F.address, ADDRESS.noNumber],
  [F.address, ADDRESS.numberOnly],
  [F.dateOfBirth, DATE.partial],
  [F.dateOfBirth, DATE.partialYear],
] as const

/** A model as JSON, to be kept. It holds chances and hashes of common values, and no one's name. */
export function writeModel(model: Model): string {
  return JSON.stringify(model)
}

/** Reads a kept model; undefined when its version is not understood, and a new one must be estimated. */
export function readModel(json: string): Model | undefined {
  const model = JSON.parse(json) as Model
  const understood = model.version >= OLDEST_READ && model.version <= MODEL_VERSION
  return understood && model.match.length === FIELD_COUNT ? model : undefined
}
