import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { factsOf, type PersonToRecord } from '../bulk/person-to-record.ts'
import { type FoundPerson, readKeyFacts } from '../keys/key-facts.ts'
import { asRecord, type KeyFacts, personKeys } from '../keys/person-keys.ts'
import { LARGEST_BLOCK, scoreCandidates } from '../matching/index.ts'
import { shownName } from '../person/queries.ts'
import { matchingModel } from './matching-model.ts'
import type { PossibleBand, PossibleDuplicate } from './possible-duplicate.ts'

const MOST_COMPARED = 60
const MOST_SHOWN = 10

/**
 * Records that may be of the person described, surest first, of what this actor's teams hold and nothing else (decision 3): each
 * with a band and its reasons in words. Two statements, whatever any other team holds. `except` leaves a record itself out.
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
  return one && other ? (await scored(ctx, one, [other]))[0] : undefined
}

async function findDuplicatesOf(ctx: Ctx, facts: KeyFacts, except?: string): Promise<PossibleDuplicate[]> {
  const candidates = await readKeyFacts(ctx, await candidatesFor(ctx, personKeys(facts), except))
  return (await scored(ctx, facts, candidates)).slice(0, MOST_SHOWN)
}

/** How many records one might be of, for weighing chance agreement: broad, because nobody counts a team's records at each look. */
const OTHERS = 50_000

async function scored(
  ctx: Ctx,
  facts: KeyFacts,
  candidates: readonly FoundPerson[],
): Promise<PossibleDuplicate[]> {
  const found = scoreCandidates(await matchingModel(ctx), asRecord(facts), candidates.map(asRecord), {
    others: OTHERS,
  })
  return found.map(({ index, odds, band, reasons }) => {
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
  })
}

/**
 * Who shares a key, those who share most first. Each key is looked for within each of the actor's teams, so that what another team
 * holds is not so much as passed over; a key that too many share says nothing and is dropped.
 */
export async function candidatesFor(ctx: Ctx, keys: readonly number[], except?: string): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select b.person_id from unnest(${[...keys]}::bigint[]) as k (key)
    cross join lateral (
      select array_agg(found.person_id) as people from (
        select b.person_id from people.block_key b
        where b.area_id = access.area_id() and b.held_by = any (access.my_teams()) and b.key = k.key limit ${LARGEST_BLOCK + 1}) found
    ) shared cross join lateral unnest(shared.people) as b (person_id)
    where cardinality(shared.people) <= ${LARGEST_BLOCK} and b.person_id is distinct from ${except ?? null}
    group by b.person_id order by count(*) desc, b.person_id limit ${MOST_COMPARED}`.execute(ctx.db)
  return rows.map((row) => row.person_id)
}
