import type { Ctx } from '#platform/act.ts'
import { factsOf, type PersonToRecord } from '../bulk/person-to-record.ts'
import { readKeyFacts } from '../keys/key-facts.ts'
import { asRecord, type KeyFacts } from '../keys/person-keys.ts'
import { type Model, scoreCandidates } from '../matching/index.ts'
import { shownName } from '../person/queries.ts'
import { type Candidate, candidatesFor } from './candidates.ts'
import { matchingModel } from './matching-model.ts'
import type { PossibleBand, PossibleDuplicate } from './possible-duplicate.ts'

const MOST_SHOWN = 10

/**
 * Records that may be of the person described, surest first, of what this actor's teams hold and nothing else (decision 3): each
 * with a band and its reasons in words. One round trip, whatever any other team holds. `except` leaves a record itself out.
 */
export async function findPossibleDuplicates(
  ctx: Ctx,
  details: Omit<PersonToRecord, 'held_by'>,
  { except }: { except?: string } = {},
): Promise<PossibleDuplicate[]> {
  return findDuplicatesOf(ctx, factsOf({ ...details, held_by: '' }), except)
}

/** The same for a person on record. */
export async function findDuplicatesOfPerson(ctx: Ctx, person_id: string): Promise<PossibleDuplicate[]> {
  const [facts] = await readKeyFacts(ctx, [person_id])
  return facts ? findDuplicatesOf(ctx, facts, person_id) : []
}

/** How two records compare, or undefined when little speaks for one person or one of them is not there for this actor. */
export async function compareTwo(
  ctx: Ctx,
  person_id: string,
  other_person_id: string,
): Promise<PossibleDuplicate | undefined> {
  const both = await readKeyFacts(ctx, [person_id, other_person_id])
  const one = both.find((facts) => facts.person_id === person_id)
  const other = both.find((facts) => facts.person_id === other_person_id)
  return one && other
    ? scored(await matchingModel(ctx), one, [{ ...other, record: asRecord(other) }])[0]
    : undefined
}

/** The same for facts as they are compared. */
export async function findDuplicatesOf(
  ctx: Ctx,
  facts: KeyFacts,
  except?: string,
): Promise<PossibleDuplicate[]> {
  // Asked together, they travel together: one round trip.
  const [candidates, model] = await Promise.all([candidatesFor(ctx, facts, except), matchingModel(ctx)])
  return scored(model, facts, candidates).slice(0, MOST_SHOWN)
}

/** How many records one might be of, for weighing chance agreement: broad, because nobody counts a team's records at each look. */
const OTHERS = 50_000

function scored(model: Model, facts: KeyFacts, candidates: readonly Candidate[]): PossibleDuplicate[] {
  const records = candidates.map(({ record }) => record)
  return scoreCandidates(model, asRecord(facts), records, { others: OTHERS }).map(
    ({ index, odds, band, reasons }) => {
      const { person_id, date_of_birth, district, sensitive, ...names } = candidates[index]!
      return {
        person_id,
        name: shownName(names),
        date_of_birth,
        district,
        sensitive,
        band: band as PossibleBand,
        reasons: [...reasons],
        score: odds,
      }
    },
  )
}
