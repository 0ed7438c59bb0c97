import type { Ctx } from '#platform/act.ts'
import { agreesBeyondName } from '../duplicates/agrees-beyond-name.ts'
import { MOST_SHARING } from '../duplicates/candidates.ts'
import { matchingModel } from '../duplicates/matching-model.ts'
import { readKeyFacts } from '../keys/key-facts.ts'
import { asRecord, withinTeam } from '../keys/person-keys.ts'
import {
  compareNewcomers,
  isPackedNow,
  type Known,
  type Model,
  type PersonRecord,
  soughtForm,
  storedForm,
  type Thresholds,
} from '../matching/index.ts'
import { asOneTeam, findHits, type Hit } from './find-hits.ts'

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

const AT_ONCE = 1000

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
  const batches: Newcomer[][] = []
  for (let from = 0; from < newcomers.length; from += AT_ONCE)
    batches.push(newcomers.slice(from, from + AT_ONCE))
  return asOneTeam(ctx, held_by, async () => {
    const look = (batch: Newcomer[] | undefined) => batch && lookFor(ctx, held_by, batch, model, others)
    const pairs: NewcomerPair[] = []
    let next = look(batches[0])
    for (const [i, batch] of batches.entries()) {
      const { forms, hits } = await next!
      next = look(batches[i + 1])
      const known = await recordsOf(ctx, batch, hits)
      for (const { n, ...pair } of compareNewcomers(model, forms, known, { others, thresholds }))
        pairs.push({
          ...pair,
          sure: pair.sure && agreesBeyondName(pair.reasons),
          person_id: batch[n]!.person_id,
        })
    }
    return pairs
  })
}

async function lookFor(ctx: Ctx, held_by: string, batch: readonly Newcomer[], model: Model, others: number) {
  const forms = batch.map(({ record }) => soughtForm(record, model, { others, most: MOST_SHARING }))
  return {
    forms: forms.map(({ packed }) => packed),
    hits: await findHits(
      ctx,
      forms.map(({ keys }) => withinTeam(keys, held_by)),
    ),
  }
}

/** What the hits are compared by, without each newcomer's own record; those that an earlier release has packed are read from their tables. */
async function recordsOf(ctx: Ctx, batch: readonly Newcomer[], hits: readonly Hit[]): Promise<Known[]> {
  const others = hits.filter(({ n, person_id }) => person_id !== batch[n]!.person_id)
  const stale = others.filter(({ packed }) => !isPackedNow(packed)).map(({ person_id }) => person_id)
  const facts = new Map(
    (await readKeyFacts(ctx, stale)).map((one) => [one.person_id, storedForm(asRecord(one)).packed]),
  )
  return others.flatMap(({ n, person_id, packed }) => {
    const current = facts.get(person_id) ?? packed
    return isPackedNow(current) ? [{ n, other_person_id: person_id, packed: current }] : []
  })
}
