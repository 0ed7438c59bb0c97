import { DIFFERENT, EXACT, LEVELS } from '../comparison/levels.ts'
import { FIELD_COUNT, FIELDS } from '../record/layout.ts'
import type { Chances } from './defaults.ts'
import { HOUSEHOLD_START, LEAST_SAME, MATCH_START, MOST_DIFFERENT, PRIOR_PAIRS } from './defaults.ts'
import type { Frequencies } from './frequencies.ts'
import type { Model, Weights } from './model.ts'
import { MODEL_VERSION, RIVALS, weigh } from './model.ts'
import type { Patterns } from './patterns.ts'

/** What an estimate is made from. */
export interface Evidence {
  readonly records: number
  /** How many pairs there are in all, candidates or not; and how many of them any one record is in. */
  readonly allPairs: number
  readonly others: number
  /** Patterns of candidate pairs; each stands for `each` pairs. */
  readonly candidates: readonly Patterns[]
  readonly each: number
  /** Patterns of pairs drawn at random from all. */
  readonly random: readonly Patterns[]
  readonly inUseBand: number
  readonly frequencies: readonly Frequencies[]
}

const ROUNDS = 30
/** It is finished when a round changes the number of matches by less than this share. */
const SETTLED = 0.0005

/**
 * Estimates a model by expectation maximisation over counted comparison patterns (Fellegi & Sunter 1969; Winkler
 * 1988; Dempster, Laird & Rubin 1977). Candidate pairs are a mixture of pairs of one person, of one household,
 * and of strangers. What strangers look like is known from random pairs, and how many there are of each pattern
 * follows from the number of all pairs, so that it does not matter which keys brought the candidates together.
 * Exact agreement is weighed by how common the value is (its band) in every round.
 */
export function estimateModel(evidence: Evidence): Model {
  const { records, allPairs, others, candidates, each } = evidence
  const observed = marginals(evidence.random)
  let match = FIELDS.map((field) => MATCH_START[field])
  let household = FIELDS.map((field) => HOUSEHOLD_START[field] ?? Array.from({ length: EXACT + 1 }, () => 0))
  let matches = Math.max(records * 0.05, 1)
  let households = Math.max(records * 0.05, 1)
  let model: Model | undefined
  for (let round = 0; round < ROUNDS; round++) {
    model = {
      version: MODEL_VERSION,
      records,
      matches_per_record: (matches * others) / allPairs,
      households_per_record: (households * others) / allPairs,
      match,
      random: observed.map((chances, f) => withoutMatches(chances, match[f]!, matches / allPairs)),
      household,
      in_use_band: evidence.inUseBand,
      frequencies: evidence.frequencies,
    }
    const sums = expect(weigh(model, others), candidates, each)
    const change = Math.abs(sums.matches - matches)
    matches = Math.max(sums.matches, 0.5)
    households = Math.max(sums.households, 0.5)
    match = FIELDS.map((field, f) =>
      bounded(blend(sums.match[f]!, MATCH_START[field]), MOST_DIFFERENT[field], LEAST_SAME[field]),
    )
    household = FIELDS.map((field, f) => {
      const start = HOUSEHOLD_START[field]
      return start ? blend(sums.household[f]!, start) : household[f]!
    })
    if (change < SETTLED * matches) break
  }
  return model!
}

/** Chances of levels among random pairs that have both values; levels never seen get half a pair. */
function marginals(samples: readonly Patterns[]): Chances[] {
  return FIELDS.map((_, f) => {
    const seen = Array.from({ length: EXACT + 1 }, () => 0)
    let filled = 0
    for (const { size, levels, counts } of samples) {
      for (let p = 0; p < size; p++) {
        const level = levels[p * FIELD_COUNT + f]!
        if (level === 0) continue
        seen[Math.min(level, EXACT)]! += counts[p]!
        filled += counts[p]!
      }
    }
    return seen.map((count, level) => (level === 0 ? 0 : (count + 0.5) / (filled + EXACT / 2)))
  })
}

/** Takes the few pairs of one person out of what random pairs look like. */
function withoutMatches(observed: Chances, match: Chances, share: number): Chances {
  return observed.map((chance, level) =>
    level === 0 ? 0 : Math.max(chance - share * match[level]!, chance * 0.05),
  )
}

/** Holds the chance of a difference below a bound and of agreement above one; the other levels share what is left as before. */
function bounded(chances: Chances, most = 1, least = 0): Chances {
  const different = Math.min(chances[DIFFERENT]!, most)
  const exact = Math.max(
    different < chances[DIFFERENT]!
      ? (chances[EXACT]! * (1 - most)) / (1 - chances[DIFFERENT]!)
      : chances[EXACT]!,
    least,
  )
  if (different === chances[DIFFERENT] && exact === chances[EXACT]) return chances
  const between = 1 - chances[DIFFERENT]! - chances[EXACT]!
  const left = Math.max(0, 1 - different - exact)
  return chances.map((chance, level) =>
    level === DIFFERENT
      ? Math.min(different, 1 - exact)
      : level === EXACT
        ? exact
        : level === 0
          ? 0
          : (chance * left) / between,
  )
}

function blend(sums: Float64Array, start: Chances): Chances {
  let total = PRIOR_PAIRS
  for (let level = 1; level <= EXACT; level++) total += sums[level]!
  return start.map((chance, level) => (level === 0 ? 0 : (sums[level]! + PRIOR_PAIRS * chance) / total))
}

/** One round: how many pairs of each kind are expected, and what they look like. */
function expect(w: Weights, samples: readonly Patterns[], each: number) {
  const sums: Sums = { matches: 0, households: 0, match: noSums(), household: noSums() }
  for (const sample of samples) expectSample(w, sample, each, sums)
  return sums
}

function expectSample(w: Weights, { size, levels, counts }: Patterns, each: number, sums: Sums): void {
  for (let p = 0; p < size; p++) {
    let [stranger, household, twins, namesakes] = w.priors
    for (let f = 0, at = p * FIELD_COUNT; f < FIELD_COUNT; f++, at++) {
      const weight = (f * LEVELS + levels[at]!) * RIVALS
      stranger += w.table[weight]!
      household += w.table[weight + 1]!
      twins += w.table[weight + 2]!
      namesakes += w.table[weight + 3]!
    }
    const asHousehold = 2 ** -household + 2 ** -twins + 2 ** -namesakes
    const all = 1 + 2 ** -stranger + asHousehold
    const match = (counts[p]! * each) / all
    const home = Number.isFinite(all) ? match * asHousehold : 0
    if (match < 1e-6 && home < 1e-6) continue
    sums.matches += match
    sums.households += home
    for (let f = 0, at = p * FIELD_COUNT; f < FIELD_COUNT; f++, at++) {
      const level = Math.min(levels[at]!, EXACT)
      sums.match[f]![level]! += match
      sums.household[f]![level]! += home
    }
  }
}

type Sums = { matches: number; households: number; match: Float64Array[]; household: Float64Array[] }
const noSums = () => FIELDS.map(() => new Float64Array(EXACT + 1))
