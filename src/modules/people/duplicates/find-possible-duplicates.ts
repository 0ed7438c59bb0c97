import type { Ctx } from '#platform/act.ts'
import { factsOf, type PersonToRecord } from '../bulk/person-to-record.ts'
import { findHits, MOST_SHARING } from '../keys/find-hits.ts'
import { type FoundPerson, readKeyFacts } from '../keys/key-facts.ts'
import { asRecord, type KeyFacts, withinTeam } from '../keys/person-keys.ts'
import {
  type Model,
  type PersonRecord,
  type ScoredCandidate,
  scoreCandidates,
  soughtForms,
} from '../matching/index.ts'
import { shownName } from '../person/queries.ts'
import { lastKnownModel, matchingModel } from './matching-model.ts'
import type { PossibleBand, PossibleDuplicate } from './possible-duplicate.ts'

const MOST_SHOWN = 10

/** How many records one might be of: broad, because nobody counts a team's records at each look; more where the model has seen more. */
const othersOf = (model: Model) => Math.max(50_000, model.records)

/** How many records may be expected to share a key with one. */
const MOST_BROUGHT = 100

/**
 * Records that may be of the person described, surest first, of what this actor's teams hold and nothing else (decision 3): each
 * with a band and its reasons in words. The same work whatever any other team holds. `except` leaves a record itself out.
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

/** The same for facts as they are compared. */
export async function findDuplicatesOf(
  ctx: Ctx,
  facts: KeyFacts,
  except?: string,
): Promise<PossibleDuplicate[]> {
  // Asked together, they travel together: one round trip.
  const [{ packed, idOf }, model] = await Promise.all([
    findHits(ctx, keysSought(ctx, facts), () => except),
    matchingModel(ctx),
  ])
  const surest = scored(model, facts, packed).slice(0, MOST_SHOWN)
  if (surest.length === 0) return []
  const people = await ctx.db
    .selectFrom('people.person')
    .select(['person_id', 'forename', 'surname', 'pseudonym', 'date_of_birth', 'district', 'sensitive'])
    .where('area_id', '=', ctx.actor.area_id)
    .where(
      'person_id',
      'in',
      surest.map(({ index }) => idOf(index)),
    )
    .execute()
  const known = new Map(people.map((one) => [one.person_id, one]))
  return surest.flatMap((one) => {
    const person = known.get(idOf(one.index))
    return person ? [asDuplicate(person, one)] : []
  })
}

/** The keys to look for a person by, as each of the actor's teams keeps them: what another team holds is not so much as passed over. */
export function keysSought(ctx: Ctx, facts: KeyFacts) {
  const model = lastKnownModel(ctx)
  const expected = { others: othersOf(model), most: MOST_SHARING, each: MOST_BROUGHT }
  const { keys } = soughtForms([asRecord(facts)], model, expected)
  return ctx.actor.team_ids.map((team) => withinTeam(keys[0]!, team))
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
  if (!one || !other) return undefined
  const [found] = scored(await matchingModel(ctx), one, [asRecord(other)])
  return found && asDuplicate(other, found)
}

const scored = (model: Model, facts: KeyFacts, records: readonly (PersonRecord | Buffer)[]) =>
  scoreCandidates(model, asRecord(facts), records, { others: othersOf(model) })

type Shown = Pick<
  FoundPerson,
  'person_id' | 'forename' | 'surname' | 'pseudonym' | 'date_of_birth' | 'district' | 'sensitive'
>

const asDuplicate = (
  { person_id, date_of_birth, district, sensitive, ...names }: Shown,
  { band, reasons, odds }: ScoredCandidate,
): PossibleDuplicate => ({
  person_id,
  name: shownName(names),
  date_of_birth,
  district,
  sensitive,
  band: band as PossibleBand,
  reasons: [...reasons],
  score: odds,
})
