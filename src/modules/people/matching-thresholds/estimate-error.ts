import { DIFFERENT, EXACT } from '../matching/comparison/levels.ts'
import { leftToAPerson } from '../matching/comparison/guard.ts'
import type { Model } from '../matching/model/model.ts'
import { chanceOf, score } from '../matching/model/score.ts'
import { weigh } from '../matching/model/weights.ts'
import { FIELD_COUNT, FIELDS } from '../matching/record/layout.ts'
import type { Field } from '../matching/record/layout.ts'
import { type Thresholds, THRESHOLDS } from '../matching/settings.ts'

/** What thresholds are expected to do to pairs of records that are of one person, and to those that are not. */
export type ExpectedError = {
  /** Of 1,000 links made without asking, how many would tie two people together. */
  false_links: number
  /** Of 1,000 pairs that are of one person: how many are not linked without asking; of those, how many are not even shown to a person. */
  not_linked: number
  not_shown: number
  /** Pairs shown to a person for each 1,000 that are of one person. */
  to_decide: number
}

type Scored = { odds: number; held: boolean }
/** Pairs of one person as the model expects them, scored, the least sure first. */
export type ExpectedPairs = readonly Scored[]

const PAIRS = 10_000
/** How often a field is filled in where no records have been counted yet. */
const FILLED: Partial<Record<Field, number>> = {
  forename: 1,
  surname: 1,
  date_of_birth: 0.95,
  sex: 0.9,
  postcode: 0.85,
  address: 0.8,
  phone: 0.8,
  email: 0.4,
}
/** How common a value is, as a power of two, where no records have been counted yet (matching/model/frequencies.ts). */
const BAND = [9, 12, 14, 1, 12, 14, 7, 18, 18, 19, 8, 8, 8, 8]

/**
 * Pairs of records of one person, drawn from what the model has learnt of them: which fields are filled in, how they agree, and how common the
 * values are; each scored as a comparison among `others` records would. The same pairs for the same model.
 */
export function expectedPairs(model: Model, others: number): ExpectedPairs {
  const weights = weigh(model, Math.max(others, 1))
  const draw = seeded(20_140_401)
  const fields = FIELDS.map((field, f) => fieldOf(model, field, f))
  const levels = new Uint8Array(FIELD_COUNT * 2)
  const pairs: Scored[] = []
  for (let pair = 0; pair < PAIRS; pair++) {
    for (const [f, { filled, chances, band }] of fields.entries()) {
      levels[f] = 0
      if (draw() >= filled || draw() >= filled) continue
      const common = band(draw())
      const level = pick(chances, draw())
      levels[f] = level === EXACT ? EXACT + common : level
      levels[FIELD_COUNT + f] = common
    }
    pairs.push({ odds: score(weights, levels), held: leftToAPerson(weights, levels) })
  }
  return pairs.toSorted((a, b) => a.odds - b.odds)
}

/**
 * The error of thresholds over those pairs. Odds say how many strangers look like a pair for each that is of one person (2^-odds), so false links
 * follow from the pairs that are linked. Where more than `most_error` of all links would be false, only the surer ones are made, as in a comparison.
 */
export function expectedError(pairs: ExpectedPairs, thresholds: Thresholds): ExpectedError {
  const link = insistedOn(pairs, thresholds)
  let [linked, wrong, shown, to_decide] = [0, 0, 0, 0]
  for (const { odds, held } of pairs) {
    const strangers = 2 ** -odds
    if (odds >= link && !held) {
      linked++
      wrong += strangers
    } else if (odds >= thresholds.review) {
      shown++
      to_decide += 1 + strangers
    }
  }
  const each = 1000 / pairs.length
  return {
    false_links: linked + wrong === 0 ? 0 : (1000 * wrong) / (linked + wrong),
    not_linked: (pairs.length - linked) * each,
    not_shown: (pairs.length - linked - shown) * each,
    to_decide: to_decide * each,
  }
}

/** The least odds, from the link threshold up, at which no more than `most_error` of the links would be false. */
function insistedOn(pairs: ExpectedPairs, { link, most_error = THRESHOLDS.most_error }: Thresholds): number {
  const sure = pairs.filter(({ odds, held }) => odds >= link && !held)
  let wrong = sure.reduce((sum, { odds }) => sum + 2 ** -odds, 0)
  for (const [index, { odds }] of sure.entries()) {
    if (wrong <= most_error * (sure.length - index + wrong)) return index === 0 ? link : odds
    wrong -= 2 ** -odds
  }
  return Infinity
}

/** A chance in per cent as log2 odds, and back. */
export const oddsOf = (percent: number): number => Math.log2(percent / (100 - percent))
export const percentOf = (odds: number): number => 100 * chanceOf(odds)

function fieldOf(model: Model, field: Field, f: number) {
  const counted = model.frequencies.find((one) => one.field === f)
  const filled =
    model.records === 0
      ? (FILLED[field] ?? 0)
      : field === 'sex'
        ? FILLED.sex!
        : Math.min(1, (counted?.filled ?? 0) / model.records)
  const rare = counted?.rare_band ?? BAND[f]!
  // A value that one record in 2^band has is drawn so often; what is left is as rare as the rest.
  const shares = [...Map.groupBy(counted?.common ?? [], ([, band]) => band)].map(
    ([band, values]) => [band, values.length * 2 ** -band] as const,
  )
  const band = (at: number): number => {
    let left = at
    for (const [each, share] of shares) if ((left -= share) < 0) return each
    return rare
  }
  const chances = model.match[f]!
  const all = chances.reduce((sum, chance) => sum + chance, 0)
  return { filled, band, chances: chances.map((chance) => chance / all) }
}

function pick(chances: readonly number[], at: number): number {
  let left = at
  for (let level = EXACT; level > DIFFERENT; level--) if ((left -= chances[level]!) < 0) return level
  return DIFFERENT
}

/** The same numbers from 0 to 1 each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
