import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { type ContactToRecord, type PersonToRecord, recordPeople } from '../bulk/record-people.ts'
import { keepingKeys } from '../keys/write-keys.ts'

/** The tables that are filled along with `people.person`, for whoever refreshes their statistics. */
export const FILLED_WITH_PEOPLE = ['people.contact_method', 'people.address', 'people.person_key'] as const

/** A person as another system knew them. */
export type MovedPerson = PersonToRecord & { person_id: string }

/**
 * Loads people with their ways of contact and addresses; who is there already is left as they are, but a number or mail address
 * not yet known of them is added. The other system's word that a route is safe is not taken: each starts as not known.
 * Gives for each person the id they are known by here: another than asked for when their source reference was here before.
 */
export async function movePeople(ctx: Ctx, people: readonly MovedPerson[]): Promise<Map<string, string>> {
  const each = oneOfEach(people)
  const known = await knownAs(ctx, each)
  await recordPeople(
    ctx,
    each.filter(({ person_id }) => !known.has(person_id)),
  )
  await addContacts(
    ctx,
    each.flatMap((person) => ({ ...person, person_id: known.get(person.person_id) ?? '' })),
  )
  return new Map(each.map(({ person_id }) => [person_id, known.get(person_id) ?? person_id]))
}

/** Several rows of one person as one: the first row's details with every row's ways of contact. */
function oneOfEach(people: readonly MovedPerson[]): MovedPerson[] {
  const each = new Map<string, MovedPerson & { contact_methods: ContactToRecord[] }>()
  for (const person of people) {
    const before = each.get(person.person_id)
    if (!before)
      each.set(person.person_id, { ...person, contact_methods: [...(person.contact_methods ?? [])] })
    for (const method of before ? (person.contact_methods ?? []) : [])
      if (!before!.contact_methods.some((m) => m.kind === method.kind && m.value === method.value))
        before!.contact_methods.push(method)
  }
  return [...each.values()]
}

/** Marks people as to be contacted only by a safe route, each for a referral that says so; who is so marked stays as they are. */
export async function markSensitive(ctx: Ctx, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await ctx.db
    .updateTable('people.person')
    .set({ sensitive: true })
    .where('person_id', 'in', [...new Set(people)])
    .where('sensitive', '=', false)
    .execute()
}

async function knownAs(ctx: Ctx, people: readonly MovedPerson[]): Promise<Map<string, string>> {
  const asked = people.map(({ person_id, held_by, source_reference }) => ({
    person_id,
    held_by,
    source_reference,
  }))
  const { rows } = await sql<{ asked: string; person_id: string }>`
    select a.person_id as asked, coalesce(p.person_id, s.person_id) as person_id
    from json_to_recordset(${JSON.stringify(asked)}::json) as a (person_id uuid, held_by uuid, source_reference text)
    left join people.person p on p.area_id = access.area_id() and p.person_id = a.person_id
    left join people.person s on s.area_id = access.area_id() and s.held_by = a.held_by and s.source_reference = a.source_reference
    where p.person_id is not null or s.person_id is not null`.execute(ctx.db)
  return new Map(rows.map((row) => [row.asked, row.person_id]))
}

async function addContacts(ctx: Ctx, known: readonly MovedPerson[]) {
  const asked = known
    .filter(({ person_id }) => person_id !== '')
    .flatMap(({ person_id, held_by, contact_methods = [] }) =>
      contact_methods.map(({ kind, value }) => ({ person_id, held_by, kind, value })),
    )
  if (asked.length === 0) return
  const { rows } = await sql<{
    person_id: string
    held_by: string
    kind: ContactToRecord['kind']
    value: string
  }>`
    select a.* from json_to_recordset(${JSON.stringify(asked)}::json) as a (person_id uuid, held_by uuid, kind text, value text)
    where not exists (select from people.contact_method c where c.area_id = access.area_id() and c.person_id = a.person_id
      and c.kind = a.kind and c.value = a.value)`.execute(ctx.db)
  for (const method of rows)
    await keepingKeys(ctx, method.person_id, () =>
      ctx.db.insertInto('people.contact_method').values(method).execute(),
    )
}
