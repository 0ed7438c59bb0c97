import { DIFFERENT, EXACT, NAME } from '../comparison/levels.ts'
import { F, FIELD_COUNT } from '../record/layout.ts'
import type { Weights } from './weights.ts'
import { place } from './weights.ts'

/** Below this nothing else is worked out: the pair is not one person. */
const HOPELESS = -20

/**
 * Log2 odds that two records are of one person, given the levels of their fields. What is nearly the same never
 * counts for more than the same would, so that no record is more like another than like itself.
 */
export function score(weights: Weights, levels: Uint8Array): number {
  const { table, priors } = weights
  const idle = idleFields(weights.implied, levels, 0)
  let home = 0
  for (let f = F.postcode; f <= F.town; f++) if (!(idle & (1 << f))) home += weightOf(table, levels, f, 0)
  let stranger = priors[0] + orMoved(home, weights.moved)
  if (namesLike(levels, 0)) stranger -= weights.namesTogether
  for (let f = 0; f < FIELD_COUNT; f++) {
    if (levels[f] === 0 || isPlace(f) || idle & (1 << f)) continue
    stranger += weightOf(table, levels, f, 0)
  }
  if (stranger < HOPELESS) return stranger
  let household = priors[1]
  let twins = priors[2]
  let namesakes = priors[3]
  for (let f = 0; f < FIELD_COUNT; f++) {
    if (levels[f] === 0 || idle & (1 << f)) continue
    household += weightOf(table, levels, f, 1)
    twins += weightOf(table, levels, f, 2)
    namesakes += weightOf(table, levels, f, 3)
  }
  return -Math.log2(2 ** -stranger + 2 ** -household + 2 ** -twins + 2 ** -namesakes)
}

/** Whether field `f` tells where somebody lives. */
export function isPlace(f: number): boolean {
  return f >= F.postcode && f <= F.town
}

/** Fields, one bit each, whose agreement says nothing new of the pattern at `from`: what says them too agrees more or less. */
export function idleFields(implied: readonly number[], levels: Uint8Array, from: number): number {
  let idle = 0
  for (let k = 0; k < implied.length; k++) {
    if (implied[k] === 0 || levels[from + k]! <= DIFFERENT) continue
    for (let f = 0; f < FIELD_COUNT; f++)
      if (implied[k]! & (1 << f) && levels[from + f]! > DIFFERENT) idle |= 1 << k
  }
  return idle
}

/** Whether forenames and surnames are both more or less alike. */
export function namesLike(levels: Uint8Array, from: number): boolean {
  return levels[from + F.forename]! > DIFFERENT && levels[from + F.surname]! > DIFFERENT
}

/**
 * What places weigh together: those of a person who has moved say nothing at all, so that a move, however many columns
 * tell of it, counts once.
 */
export function orMoved(place: number, moved: number): number {
  return Math.log2((1 - moved) * 2 ** place + moved)
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
