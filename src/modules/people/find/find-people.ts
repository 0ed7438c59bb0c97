import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { nameKey, searchKeys } from '../keys/person-keys.ts'
import type { PersonSlots } from '../person/slots.ts'
import type { PersonSought } from './form.ts'

export type FoundRow = {
  person_id: string
  forename: string
  surname: string
  pseudonym: string | null
  date_of_birth: string | null
  district: string | null
  source_reference: string | null
  sensitive: boolean
}

export type FoundPeople = {
  rows: FoundRow[]
  /** The id that the next page starts after. */
  next: string | undefined
  /** How many match, up to the most that are counted. */
  count: number
  more_than_counted: boolean
}

const PAGE = 25
/** A longer list is not read to its end by anybody, nor counted. */
export const MOST_COUNTED = 500

/** People of the actor's teams who fit everything that was typed, by surname, a page at a time. Refuses a search for nothing. */
export async function findPeople(
  ctx: Ctx,
  sought: PersonSought,
  byReference?: PersonSlots['byReference'],
): Promise<FoundPeople> {
  const filters = await filtersOf(ctx, sought, byReference)
  const within = (most: number, after?: string) => sql<FoundRow>`
    select p.person_id, p.forename, p.surname, p.pseudonym, p.date_of_birth, p.district, p.source_reference, p.sensitive
    from unnest(access.my_teams()) as team (team_id) cross join lateral (
      select * from people.person p
      where p.held_by = team.team_id and ${sql.join(filters, sql` and `)}
        ${after ? sql`and (p.surname_key, p.forename_key, p.person_id) > (select a.surname_key, a.forename_key, a.person_id from people.person a where a.person_id = ${after})` : sql``}
      order by p.surname_key, p.forename_key, p.person_id limit ${most}) p
    order by p.surname_key, p.forename_key, p.person_id limit ${most}`
  const { rows } = await within(PAGE + 1, sought.after ?? undefined).execute(ctx.db)
  const { rows: counted } = await sql<{
    n: number
  }>`select count(*) as n from (${within(MOST_COUNTED + 1)}) counted`.execute(ctx.db)
  const count = counted[0]!.n
  return {
    rows: rows.slice(0, PAGE),
    next: rows.length > PAGE ? rows[PAGE - 1]!.person_id : undefined,
    count: Math.min(count, MOST_COUNTED),
    more_than_counted: count > MOST_COUNTED,
  }
}

/** Each fact narrows the search; only comparisons that an index can serve under row security are among them. */
async function filtersOf(
  ctx: Ctx,
  sought: PersonSought,
  byReference?: PersonSlots['byReference'],
): Promise<RawBuilder<unknown>[]> {
  const filters: RawBuilder<unknown>[] = []
  const surname = nameKey(sought.surname ?? '')
  const forename = nameKey(sought.forename ?? '')
  const has = (key: number | undefined, field: string, message: string) =>
    key === undefined
      ? refuse(field, message)
      : filters.push(sql`p.person_id = any (array(select b.person_id from people.block_key b
          where b.area_id = access.area_id() and b.held_by = any (access.my_teams()) and b.key = ${key}))`)
  if (sought.phone) {
    const keys = searchKeys(
      sought.phone.includes('@') ? { emails: [sought.phone] } : { phones: [sought.phone] },
    )
    has(keys[0], 'phone', 'Enter the whole phone number or email address')
  }
  if (sought.postcode)
    has(
      searchKeys({ address: { line: '', town: '', postcode: sought.postcode } })[0],
      'postcode',
      'Enter a full postcode, like NG3 1HF',
    )
  if (sought.date_of_birth)
    has(searchKeys({ date_of_birth: sought.date_of_birth })[0], 'date_of_birth', 'Enter a date of birth')
  if (sought.reference) {
    const known = (await byReference?.(ctx, sought.reference)) ?? []
    filters.push(sql`(p.source_reference = ${sought.reference} or p.person_id = any (${known}::uuid[]))`)
  }
  if (surname) {
    const once = searchKeys({ previous_surnames: [surname] })[0]!
    filters.push(sql`(${prefix('surname_key', surname)} or p.person_id = any (array(select b.person_id from people.block_key b
      where b.area_id = access.area_id() and b.held_by = any (access.my_teams()) and b.key = ${once})))`)
  }
  if (filters.length === 0 && forename)
    refuse(
      'surname',
      'Enter a surname, date of birth, postcode, phone or reference as well: a forename alone finds too many',
    )
  if (filters.length === 0)
    refuse('surname', 'Enter a surname, date of birth, postcode, phone, email or reference')
  if (forename) filters.push(prefix('forename_key', forename))
  return filters
}

// U+FFFF sorts after every letter in the order of code points, which is the order of the key columns.
const prefix = (column: 'surname_key' | 'forename_key', start: string) =>
  sql`(p.${sql.ref(column)} >= ${start} and p.${sql.ref(column)} < ${`${start}\uffff`})`
