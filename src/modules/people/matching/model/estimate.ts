import { DIFFERENT, EXACT } from '../comparison/levels.ts'
import type { Field } from '../record/layout.ts'
import { F, FIELD_COUNT, FIELDS } from '../record/layout.ts'
import type { Chances } from './defaults.ts'
import {
  HOUSEHOLD_START,
  LEAST_OF_HOME,
  LEAST_SAME,
  MATCH_START,
  MOST_DIFFERENT,
  MOVED_START,
  NAMESAKES_START,
  PRIOR_HOUSEHOLDS,
  PRIOR_PAIRS,
  SAME_HOME,
  TWINS_START,
} from './defaults.ts'
import type { Namesakes } from './dependence.ts'
import { namesTogether } from './dependence.ts'
import type { Frequencies } from './frequencies.ts'
import { expect } from './expectation.ts'
import type { Model } from './model.ts'
import { agreeing, isAboutPersons, MODEL_VERSION } from './model.ts'
import type { Patterns } from './patterns.ts'
import { weighRaw } from './weights.ts'

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
  readonly implied: readonly number[]
  readonly namesakes: Namesakes | undefined
  readonly frequencies: readonly Frequencies[]
}

/** Columns that say who lives together. */
const HOME_FIELDS = [F.postcode, F.address, F.town, F.phone] as const

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
  const model = settle(evidence, true)
  return isAboutPersons(model) ? model : settle(evidence, false)
}

/** Estimates all of a model, or all but what records of one person look like. */
function settle(evidence: Evidence, learnt: boolean): Model {
  const { records, allPairs, others, candidates, each } = evidence
  const observed = marginals(evidence.random)
  let match = FIELDS.map((field) => MATCH_START[field])
  let household = FIELDS.map((field) => HOUSEHOLD_START[field] ?? Array.from({ length: EXACT + 1 }, () => 0))
  let matches = Math.max(records * 0.05, 1)
  let households = Math.max(records * 0.05, 1)
  // where no column says who lives together, how many do is not to be learnt
  const tellsHomes = HOME_FIELDS.some((f) => evidence.frequencies.some(({ field }) => field === f))
  let twins = TWINS_START
  let namesakes = NAMESAKES_START
  let moved = MOVED_START
  let model: Model | undefined
  for (let round = 0; round < ROUNDS; round++) {
    const random = observed.map((chances, f) => withoutMatches(chances, match[f]!, matches / allPairs))
    model = {
      version: MODEL_VERSION,
      records,
      learnt,
      matches_per_record: (matches * others) / allPairs,
      households_per_record: (households * others) / allPairs,
      twins_per_record: (twins * households * others) / allPairs,
      namesakes_per_record: (namesakes * households * others) / allPairs,
      moved_share: moved,
      match,
      random,
      household,
      implied: evidence.implied,
      names_together: namesTogether(evidence.namesakes, random, match, matches),
      in_use_band: evidence.inUseBand,
      frequencies: evidence.frequencies,
    }
    const sums = expect(weighRaw(model, others), candidates, each)
    const change = Math.abs(sums.matches - matches)
    matches = Math.max(sums.matches, 0.5)
    households = tellsHomes ? Math.max(sums.households, 0.5) : households
    const told = sums.told + PRIOR_HOUSEHOLDS
    twins = Math.max((sums.twins + PRIOR_HOUSEHOLDS * TWINS_START) / told, LEAST_OF_HOME)
    namesakes = Math.max((sums.namesakes + PRIOR_HOUSEHOLDS * NAMESAKES_START) / told, LEAST_OF_HOME)
    if (learnt) {
      moved = (sums.moved + PRIOR_PAIRS * MOVED_START) / (sums.matches + PRIOR_PAIRS)
      match = FIELDS.map((field, f) => ofOnePerson(blend(sums.match[f]!, MATCH_START[field]), field))
    }
    household = FIELDS.map((field, f) => {
      const start = HOUSEHOLD_START[field]
      if (!start) return household[f]!
      const { levels = [], least = 0 } = SAME_HOME[field] ?? {}
      return held(blend(sums.household[f]!, start), levels, least, 1)
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

/** Holds the share of these levels between two bounds; within them and outside the proportions stay. */
function held(chances: Chances, levels: readonly number[], least: number, most: number): Chances {
  const share = levels.reduce((sum, level) => sum + chances[level]!, 0)
  const wanted = Math.min(Math.max(share, least), most)
  if (wanted === share) return chances
  const [within, outside] = [wanted / share, (1 - wanted) / (1 - share)]
  return chances.map((chance, level) => chance * (levels.includes(level) ? within : outside))
}

/** What records of one person may look like, whatever was counted: see MOST_DIFFERENT and LEAST_SAME. */
function ofOnePerson(chances: Chances, field: Field): Chances {
  const different = held(chances, [DIFFERENT], 0, MOST_DIFFERENT[field] ?? 1)
  return held(different, agreeing(field), LEAST_SAME[field] ?? 0, 1)
}

function blend(sums: Float64Array, start: Chances): Chances {
  let total = PRIOR_PAIRS
  for (let level = 1; level <= EXACT; level++) total += sums[level]!
  return start.map((chance, level) => (level === 0 ? 0 : (sums[level]! + PRIOR_PAIRS * chance) / total))
}
