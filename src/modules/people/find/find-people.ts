import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { nameKey, withinTeam } from '../keys/person-keys.ts'
import { storedForm, type StoredKey } from '../matching/index.ts'
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
  const { ways, filters } = await filtersOf(ctx, sought, byReference)
  // Team by team in the order of the index, which alone is read: the most that are counted, however many fit.
  const within = (most: number, after?: string) => {
    const rest = [
      ...filters,
      ...(after
        ? [
            sql`(p.surname_key, p.forename_key, p.person_id) > (select a.surname_key, a.forename_key, a.person_id from people.person a where a.person_id = ${after})`,
          ]
        : []),
    ]
    const each = ways.map(
      (way) => sql`(
        select p.* from unnest(access.my_teams()) as team (team_id) cross join lateral (
          select p.surname_key, p.forename_key, p.person_id from people.person p
          where ${sql.join([sql`p.held_by = team.team_id`, way, ...rest], sql` and `)}
          order by p.surname_key, p.forename_key, p.person_id limit ${sql.lit(most)}) p)`,
    )
    return sql`${sql.join(each, sql` union all `)} order by surname_key, forename_key, person_id limit ${sql.lit(most)}`
  }
  const page = sought.after
    ? within(PAGE + 1, sought.after)
    : sql`select * from fits order by surname_key, forename_key, person_id limit ${sql.lit(PAGE + 1)}`
  const { rows: read } = await sql<Partial<FoundRow> & { n: number }>`
    with fits as materialized (${within(MOST_COUNTED + 1)}), page as materialized (${page})
    select (select count(*) from fits) as n, p.person_id, p.forename, p.surname, p.pseudonym, p.date_of_birth, p.district, p.source_reference, p.sensitive
    from (select 1) as once left join page on true left join people.person p on p.area_id = access.area_id() and p.person_id = page.person_id
    order by p.surname_key, p.forename_key, p.person_id`.execute(ctx.db)
  const count = read[0]!.n
  const rows = read.flatMap(({ n: _, ...row }) => (row.person_id ? [row as FoundRow] : []))
  return {
    rows: rows.slice(0, PAGE),
    next: rows.length > PAGE ? rows[PAGE - 1]!.person_id : undefined,
    count: Math.min(count, MOST_COUNTED),
    more_than_counted: count > MOST_COUNTED,
  }
}

/**
 * Each fact narrows the search; only comparisons that an index can serve under row security are among them. `ways` are the ways in
 * which a surname may fit, no record by two of them; each is looked for by itself, because an index serves no "or".
 */
async function filtersOf(
  ctx: Ctx,
  sought: PersonSought,
  byReference?: PersonSlots['byReference'],
): Promise<{ ways: RawBuilder<unknown>[]; filters: RawBuilder<unknown>[] }> {
  const filters: RawBuilder<unknown>[] = []
  let ways: RawBuilder<unknown>[] = [sql`true`]
  const surname = nameKey(sought.surname ?? '')
  const forename = nameKey(sought.forename ?? '')
  const has = (columns: readonly StoredKey[], key: number | undefined, field: string, message: string) =>
    key === undefined ? refuse(field, message) : filters.push(found(ctx, columns, key))
  const byEmail = sought.phone?.includes('@')
  const { keys } = storedForm({
    phone: sought.phone ?? undefined,
    email: sought.phone ?? undefined,
    postcode: sought.postcode ?? undefined,
    date_of_birth: sought.date_of_birth ?? undefined,
    previous_surname: sought.surname ?? undefined,
  })
  if (sought.phone)
    has(
      byEmail ? ['email'] : ['phone', 'other_phone'],
      byEmail ? keys.email : keys.phone,
      'phone',
      'Enter the whole phone number or email address',
    )
  if (sought.postcode) has(['postcode'], keys.postcode, 'postcode', 'Enter a full postcode, like NG3 1HF')
  if (sought.date_of_birth) has(['born'], keys.born, 'date_of_birth', 'Enter a date of birth')
  if (sought.reference) {
    const known = (await byReference?.(ctx, sought.reference)) ?? []
    filters.push(sql`(p.source_reference = ${sought.reference} or p.person_id = any (${known}::uuid[]))`)
  }
  if (surname) {
    const named = prefix('surname_key', surname)
    ways = keys.once ? [named, sql`not ${named} and ${found(ctx, ['once'], keys.once)}`] : [named]
  }
  if (filters.length === 0 && !surname && forename)
    refuse(
      'surname',
      'Enter a surname, date of birth, postcode, phone or reference as well: a forename alone finds too many',
    )
  if (filters.length === 0 && !surname)
    refuse('surname', 'Enter a surname, date of birth, postcode, phone, email or reference')
  if (forename) filters.push(prefix('forename_key', forename))
  return { ways, filters }
}

// U+FFFF sorts after every letter in the order of code points, which is the order of the key columns.
const prefix = (column: 'surname_key' | 'forename_key', start: string) =>
  sql`(p.${sql.ref(column)} >= ${start} and p.${sql.ref(column)} < ${`${start}\uffff`})`

/** Whose key it is, in any of these columns and any of the actor's teams. */
function found(ctx: Ctx, columns: readonly StoredKey[], key: number): RawBuilder<unknown> {
  const keys = ctx.actor.team_ids.map((team) => withinTeam({ [columns[0]!]: key }, team)[columns[0]!]!)
  const each = columns.map(
    (column) =>
      sql`select k.person_id from people.person_key k where k.${sql.ref(column)} = any (${keys}::bigint[])`,
  )
  return sql`p.person_id = any (array(${sql.join(each, sql` union all `)}))`
}
