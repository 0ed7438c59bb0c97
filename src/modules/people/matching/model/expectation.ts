import { EXACT, LEVELS } from '../comparison/levels.ts'
import { F, FIELD_COUNT, FIELDS } from '../record/layout.ts'
import type { Patterns } from './patterns.ts'
import { idleFields, isPlace, namesLike, orMoved } from './score.ts'
import type { Weights } from './weights.ts'
import { RIVALS } from './weights.ts'

/** One round: how many pairs of each kind are expected, and what they look like. */
export function expect(w: Weights, samples: readonly Patterns[], each: number) {
  const sums: Sums = {
    matches: 0,
    households: 0,
    moved: 0,
    told: 0,
    twins: 0,
    namesakes: 0,
    match: noSums(),
    household: noSums(),
  }
  for (const sample of samples) expectSample(w, sample, each, sums)
  return sums
}

function expectSample(w: Weights, { size, levels, counts }: Patterns, each: number, sums: Sums): void {
  for (let p = 0; p < size; p++) {
    let [stranger, household, twins, namesakes] = w.priors
    let place = 0
    const from = p * FIELD_COUNT
    const idle = idleFields(w.implied, levels, from)
    for (let f = 0; f < FIELD_COUNT; f++) {
      if (idle & (1 << f)) continue
      const weight = (f * LEVELS + levels[from + f]!) * RIVALS
      if (isPlace(f)) place += w.table[weight]!
      else stranger += w.table[weight]!
      household += w.table[weight + 1]!
      twins += w.table[weight + 2]!
      namesakes += w.table[weight + 3]!
    }
    if (namesLike(levels, from)) stranger -= w.namesTogether
    const places = orMoved(place, w.moved)
    const gone = places - place - Math.log2(1 - w.moved)
    stranger += places
    household += gone
    twins += gone
    namesakes += gone
    const asHousehold = 2 ** -household + 2 ** -twins + 2 ** -namesakes
    const all = 1 + 2 ** -stranger + asHousehold
    const match = (counts[p]! * each) / all
    const home = Number.isFinite(all) ? match * asHousehold : 0
    if (match < 1e-6 && home < 1e-6) continue
    const stayed = match * (1 - w.moved * 2 ** -places)
    sums.matches += match
    sums.households += home
    sums.moved += match - stayed
    if (home > 0 && levels[from + F.forename]! > 0 && levels[from + F.dateOfBirth]! > 0) {
      sums.told += home
      sums.twins += match * 2 ** -twins
      sums.namesakes += match * 2 ** -namesakes
    }
    for (let f = 0; f < FIELD_COUNT; f++) {
      if (idle & (1 << f)) continue
      const level = Math.min(levels[from + f]!, EXACT)
      sums.match[f]![level]! += isPlace(f) ? stayed : match
      sums.household[f]![level]! += home
    }
  }
}

type Sums = {
  matches: number
  households: number
  moved: number
  /** of those in one household, pairs that tell forename and birthday, and so whether they are twins or namesakes */
  told: number
  twins: number
  namesakes: number
  match: Float64Array[]
  household: Float64Array[]
}
const noSums = () => FIELDS.map(() => new Float64Array(EXACT + 1))
