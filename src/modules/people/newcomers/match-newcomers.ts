import type { Ctx } from '#platform/act.ts'
import { matchingModel } from '../duplicates/matching-model.ts'
import { findHits, MOST_SHARING } from '../keys/find-hits.ts'
import { withinTeam } from '../keys/person-keys.ts'
import { compareNewcomers, type PersonRecord, soughtForms, type Thresholds } from '../matching/index.ts'
import { asOneTeam } from './as-one-team.ts'

/** Somebody to be compared with all that a team holds; their own record is left out when it is among it. */
export type Newcomer = { person_id: string; record: PersonRecord }

/** A newcomer and a record that the team holds, at or above the review threshold; `sure` ones may be linked without asking. */
export type NewcomerPair = {
  person_id: string
  other_person_id: string
  sure: boolean
  odds: number
  reasons: readonly string[]
}

/** Small batches: the first is compared while most of the search is still to come, and hardly anything is left to do after the last. */
const AT_ONCE = 250
/** So many batches are asked for before the first is compared: the database is never without one. */
const AHEAD = 2

/**
 * How many others the keys of all newcomers may be expected to bring, and of each at least and at most: a few newcomers are looked for by
 * whatever they have, many by what tells people apart best.
 */
const MOST_BROUGHT = 50_000
export const THOROUGH = 200
export const HASTY = 10
const eachOf = (newcomers: number) => Math.min(THOROUGH, Math.max(HASTY, MOST_BROUGHT / newcomers))

/**
 * Compares newcomers with everything one of the actor's teams holds, by the keys that it is found by: as much work as there are newcomers,
 * however many the team holds (`others`). While one batch is compared, the next is looked for.
 */
export async function matchNewcomers(
  ctx: Ctx,
  held_by: string,
  newcomers: readonly Newcomer[],
  { others, thresholds }: { others: number; thresholds: Thresholds },
): Promise<NewcomerPair[]> {
  const model = await matchingModel(ctx)
  const expected = { others, most: MOST_SHARING, each: eachOf(newcomers.length) }
  const look = (from: number) => {
    const batch = newcomers.slice(from, from + AT_ONCE)
    const records = batch.map(({ record }) => record)
    const sought = soughtForms(records, model, expected)
    const keys = sought.keys.map((own) => withinTeam(own, held_by))
    const hits = findHits(ctx, keys, (n) => batch[n]!.person_id)
    hits.catch(() => {}) // told to whoever awaits it, which is nobody once an earlier one has failed
    return { batch, sought, hits }
  }
  return asOneTeam(ctx, held_by, async () => {
    const pairs: NewcomerPair[] = []
    const asked: ReturnType<typeof look>[] = []
    for (let from = 0; asked.length > 0 || from < newcomers.length;) {
      for (; asked.length < AHEAD && from < newcomers.length; from += AT_ONCE) asked.push(look(from))
      const { batch, sought, hits } = asked.shift()!
      const known = await hits
      for (const { n, k, sure, odds, reasons } of compareNewcomers(model, sought, known, {
        others,
        thresholds,
      }))
        pairs.push({
          person_id: batch[n]!.person_id,
          other_person_id: known.idOf(k),
          sure,
          odds,
          reasons,
        })
    }
    return pairs
  })
}
