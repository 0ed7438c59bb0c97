import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { KnownAddress, KnownMethod } from './words.ts'

/** What the door judges, and what the head of a person shows, in one round trip. */
export type ContactRead = {
  person_id: string
  held_by: string
  forename: string
  surname: string
  pseudonym: string | null
  date_of_birth: string | null
  language: string | null
  communication_needs: string | null
  sensitive: boolean
  sensitive_because: string | null
  code_word: string | null
  address_protected: boolean
  /** A record that is linked with this one is marked as sensitive. */
  linked_sensitive: boolean
  /** What is unsafe or stopped on records that are linked with this one, of those the actor may see. */
  linked_methods: KnownMethod[]
  methods: KnownMethod[]
  addresses: KnownAddress[]
}

/** The person with every way of contact (in the order recorded) and where they live now (the newest first). Throws NotFound. */
export async function readContact(ctx: Ctx, person_id: string): Promise<ContactRead> {
  const { rows } = await sql<ContactRead>`
    select p.person_id, p.held_by, p.forename, p.surname, p.pseudonym, p.date_of_birth, p.language, p.communication_needs, p.sensitive,
      p.sensitive_because, p.code_word, p.address_protected,
      exists (select from people.person o where o.area_id = p.area_id and o.person_id = any (k.others) and o.sensitive) as linked_sensitive,
      coalesce((select json_agg(m) from people.contact_method m where m.area_id = p.area_id and m.person_id = any (k.others)
        and (m.safe = 'no' or m.stopped_on is not null)), '[]') as linked_methods,
      coalesce((select json_agg(m order by m.recorded_at, m.contact_method_id) from people.contact_method m
        where m.area_id = p.area_id and m.person_id = p.person_id), '[]') as methods,
      coalesce((select json_agg(a order by a.recorded_at desc, a.address_id desc) from people.address a
        where a.area_id = p.area_id and a.person_id = p.person_id and a.until is null), '[]') as addresses
    from people.person p
    left join lateral (select array_agg(l.other) as others from (
      select other_person_id as other from people.link where area_id = p.area_id and person_id = p.person_id and unlinked_at is null
      union all select person_id from people.link where area_id = p.area_id and other_person_id = p.person_id and unlinked_at is null) l) k on true
    where p.area_id = access.area_id() and p.person_id = ${person_id}`.execute(ctx.db)
  return found(rows[0], 'This person')
}
