import type { Ctx } from '#platform/act.ts'
import { readKeyFacts } from '../keys/key-facts.ts'
import { asRecord, type KeyFacts, withinTeam } from '../keys/person-keys.ts'
import { isPackedNow, type PersonRecord, STORED_KEYS, type StoredKey, storedForm } from '../matching/index.ts'

/** A key that more people of a team share says nothing, and is passed over. */
export const MOST_SHARING = 50
const MOST_COMPARED = 60

/** Each key, and the column that it is looked for in: either phone may be the other's first. */
export const PROBES: readonly (readonly [key: StoredKey, column: StoredKey])[] = [
  ...STORED_KEYS.map((key) => [key, key] as const),
  ['phone', 'other_phone'],
  ['other_phone', 'phone'],
]

/** Who may be the one asked about: what a list shows of them, and what a comparison reads. */
export type Candidate = {
  person_id: string
  forename: string
  surname: string
  pseudonym: string | null
  date_of_birth: string | null
  district: string | null
  sensitive: boolean
  record: PersonRecord | Buffer
}

const sharing = (column: StoredKey, n: number) => `
  select unnest(shared.people) as person_id from unnest($${n}::bigint[]) as k (key) cross join lateral (select array_agg(found.person_id) as people
    from (select c.person_id from people.person_key c where c.${column} = k.key limit ${MOST_SHARING + 1}) found) shared
  where cardinality(shared.people) <= ${MOST_SHARING}`

/**
 * The statement of `candidatesFor`, for whoever must see what it costs. Each record is read by its own id (`offset 0` holds the planner to
 * it), so that no other is so much as passed over; its values are one list of keys for each of PROBES, and a person.
 */
export const CANDIDATES = `
  select p.person_id, p.forename, p.surname, p.pseudonym, p.date_of_birth, p.district, p.sensitive, c.packed as record
  from (select person_id from (${PROBES.map(([, column], i) => sharing(column, i + 1)).join(' union all ')}) hit
    where person_id is distinct from $${PROBES.length + 1}::uuid group by person_id order by count(*) desc, person_id limit ${MOST_COMPARED}) found
  cross join lateral (select c.packed from people.person_key c where c.area_id = access.area_id() and c.person_id = found.person_id and c.part = 0 offset 0) c
  cross join lateral (select p.* from people.person p where p.area_id = access.area_id() and p.person_id = found.person_id offset 0) p`

/** The values of CANDIDATES: the keys of these facts in each of the actor's teams, and whoever is to be left out. */
export function candidateKeys(ctx: Ctx, facts: KeyFacts, except?: string): unknown[] {
  const { keys } = storedForm(asRecord(facts))
  const own = ctx.actor.team_ids.map((team) => withinTeam(keys, team))
  return [...PROBES.map(([key]) => own.flatMap((each) => each[key] ?? [])), except ?? null]
}

/**
 * Who shares a key, those who share most first, of what the actor's teams hold: one statement. Each key is looked for as each team
 * keeps it, so that what another team holds is not so much as passed over; a key that too many share says nothing and is dropped.
 */
export async function candidatesFor(ctx: Ctx, facts: KeyFacts, except?: string): Promise<Candidate[]> {
  const { rows } = await ctx.connection.query<Candidate & { record: Buffer }>({
    name: 'people.candidates',
    text: CANDIDATES,
    values: candidateKeys(ctx, facts, except),
  })
  return readAnew(ctx, rows)
}

/** Reads those from their own tables that an earlier release has packed. */
async function readAnew(ctx: Ctx, rows: (Candidate & { record: Buffer })[]): Promise<Candidate[]> {
  const stale = rows.filter(({ record }) => !isPackedNow(record)).map(({ person_id }) => person_id)
  if (stale.length === 0) return rows
  const facts = new Map((await readKeyFacts(ctx, stale)).map((one) => [one.person_id, asRecord(one)]))
  return rows.map((row) => ({ ...row, record: facts.get(row.person_id) ?? row.record }))
}
