import { compare } from '../matching/comparison/compare.ts'
import { couldBeTwins } from '../matching/comparison/guard.ts'
import { DIFFERENT, EXACT, WORDING } from '../matching/comparison/levels.ts'
import {
  bandOfOdds,
  createStore,
  encodeRecord,
  type Model,
  type PersonRecord,
  weigh,
} from '../matching/index.ts'
import { score } from '../matching/model/model.ts'
import { BAND_BYTE, FIELD_COUNT, FIELDS, ROW } from '../matching/record/layout.ts'
import { STARTING_BANDS, STARTING_MODEL } from './starting-model.ts'
import { BANDS, type PossibleBand } from './possible-duplicate.ts'

export type Scored = { index: number; band: PossibleBand; reasons: string[]; score: number }

/** How many people a record is one of: strangers who might agree by chance. Broad, for a team does not count what it holds at each look. */
const OTHERS = 50_000

/**
 * Compares one record with a few others by the Fellegi-Sunter engine. Gives those that may be of the same person, surest first:
 * their index, a plain band, and what agrees and differs in words. Possible twins are never 'almost certain'.
 */
export function scoreCandidates(
  one: PersonRecord,
  others: readonly PersonRecord[],
  model: Model = STARTING_MODEL,
): Scored[] {
  const store = createStore(others.length + 1)
  let end = 0
  for (const [i, record] of [one, ...others].entries()) {
    end = encodeRecord(store, i, record, end)
    for (const [f, field] of FIELDS.entries())
      store.bytes[i * ROW * 4 + BAND_BYTE + f] = STARTING_BANDS[field]
  }
  const weights = weigh(model, OTHERS)
  const levels = new Uint8Array(FIELD_COUNT)
  const found: Scored[] = []
  for (let i = 1; i <= others.length; i++) {
    compare(store, 0, i, weights.inUse, levels)
    const odds = score(weights, levels)
    const word = bandOfOdds(odds)
    if (!Object.hasOwn(BANDS, word)) continue
    const band = word === 'almost certain' && couldBeTwins(levels) ? 'likely' : (word as PossibleBand)
    found.push({ index: i - 1, band, score: odds, reasons: reasonsOf(levels) })
  }
  return found.sort((a, b) => b.score - a.score)
}

/** What agrees first, then what differs; a thing that one of the two does not say is not mentioned. */
function reasonsOf(levels: Uint8Array): string[] {
  const said = FIELDS.flatMap((field, f) => {
    const level = Math.min(levels[f]!, EXACT)
    const words = WORDING[field][level]
    return words ? [{ words, level }] : []
  })
  const rank = (level: number) => (level === EXACT ? 0 : level === DIFFERENT ? 2 : 1)
  return said.sort((a, b) => rank(a.level) - rank(b.level)).map(({ words }) => words)
}
