import { compare, newLevels } from '../comparison/compare.ts'
import { agreesBeyondName } from '../comparison/guard.ts'
import { reasonsOf } from '../explain/reasons.ts'
import { weigh } from '../model/weights.ts'
import type { DateOrder } from '../record/dates.ts'
import { encodeRecord } from '../record/encode.ts'
import type { PersonRecord } from '../record/person-record.ts'
import { createStore } from '../record/store.ts'
import { estimatedError } from '../settings.ts'
import type { LinkOptions } from './link-store.ts'
import { linkStore } from './link-store.ts'

/** A pair of records of a batch, by their places in it. */
export interface BatchPair {
  readonly left: number
  readonly right: number
  readonly odds: number
  readonly reasons: readonly string[]
  /** whether anything but names, sex and rough place agrees */
  readonly beyond_name: boolean
}

/**
 * Links a batch of records in memory. `links` are sure enough to be made; `reviews` are for a person to decide,
 * among them those that could be twins; `identities` gives for each record the first of the same person.
 */
export async function linkRecords(
  records: readonly PersonRecord[],
  options: LinkOptions & { dateOrder?: DateOrder } = {},
) {
  const n = records.length
  const store = createStore(n)
  let end = 0
  for (const [i, record] of records.entries()) end = encodeRecord(store, i, record, end, options.dateOrder)
  const { model, estimated, threshold, pairs, identities } = await linkStore(store, n, options)
  const { boundary = 0 } = options
  const weights = weigh(model, boundary ? n - boundary : n - 1)
  const levels = newLevels()
  const links: BatchPair[] = []
  const reviews: BatchPair[] = []
  for (let p = 0; p < pairs.odds.length; p++) {
    const left = pairs.left[p]!
    const right = pairs.right[p]!
    const odds = pairs.odds[p]!
    compare(store, left, right, weights.inUse, levels)
    const sure = odds >= threshold && pairs.held[p] === 0
    ;(sure ? links : reviews).push({
      left,
      right,
      odds,
      reasons: reasonsOf(levels),
      beyond_name: agreesBeyondName(levels),
    })
  }
  return {
    model,
    estimated,
    identities,
    links,
    reviews,
    estimated_error: estimatedError(links.map(({ odds }) => odds)),
  }
}
