import { sql } from 'kysely'
import { hasRole, type Ctx } from '#platform/act.ts'
import { NotAllowed } from '#platform/errors.ts'
import { AUDIT_READERS } from './queries.ts'

/** One change of a record, as the database kept it in the same transaction. */
export type Change = {
  change_id: string
  record_id: string
  changed_at: Date
  operation: 'insert' | 'update' | 'delete'
  table_name: string
  /** The name of whoever did it; null for what was done before anybody was known. */
  name: string | null
  job_title: string | null
  /** The record as it was before; none for an insert, nor for secrets. */
  before: Record<string, unknown> | null
}

/** One field of one change. `to` is unknown for the latest change, unless the record as it is now was given. */
export type FieldChange = { field: string; from: unknown; to: unknown }

// Ids made by us carry the moment they were made (uuid version 7): nothing about a record happened before it.
const bornAt = (id: string) =>
  id[14] === '7' ? new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - 60_000) : new Date(0)

/**
 * What changed in a record, or in several, the latest first, 500 at most. The caller has read them in this act. Throws NotAllowed unless the
 * actor is a team manager or a data protection officer.
 */
export async function whatChanged(ctx: Ctx, record_id: string | readonly string[]): Promise<Change[]> {
  if (!hasRole(ctx.actor, AUDIT_READERS)) throw new NotAllowed()
  const asked = [record_id].flat()
  if (asked.length === 0) return []
  const born = new Date(Math.min(...asked.map((id) => bornAt(id).getTime())))
  type Kept = Change & { record_ids: string[]; before: Record<string, unknown>[] | null }
  const { rows } = await ctx.asAuditor((db) =>
    sql<Kept>`
      select c.change_id, c.changed_at, c.operation, c.table_name, m.name, m.job_title, c.before,
        coalesce(c.record_ids, array[c.record_id]) as record_ids
      from (select * from access.change where area_id = ${ctx.actor.area_id} and record_id = any (${asked}::uuid[])
            union all
            select * from access.change where area_id = ${ctx.actor.area_id} and record_ids is not null and changed_at >= ${born}
              and record_ids && ${asked}::uuid[]) c
      left join access.member m on m.area_id = c.area_id and m.member_id = c.actor_id
      order by c.changed_at desc, c.change_id desc limit 500`.execute(db),
  )
  return rows.flatMap(({ record_ids, before, ...change }) =>
    record_ids
      .filter((id) => asked.includes(id))
      .map((id) => ({ ...change, record_id: id, before: rowOf(before, id) })),
  )
}

const rowOf = (before: Record<string, unknown>[] | null, record_id: string) =>
  before?.find((row) => Object.values(row).includes(record_id)) ?? null

/**
 * Which fields each change changed: what a record was before one change is what the change before it made of it. `now`: the records as they
 * are, by id; without it what the latest change made of a record is not known.
 */
export function fieldChanges(
  changes: readonly Change[],
  now: Readonly<Record<string, Record<string, unknown>>> = {},
): { change: Change; fields: FieldChange[] }[] {
  const later = new Map(Object.entries(now))
  return changes.map((change) => {
    const { before, record_id } = change
    const after = later.get(record_id)
    if (before === null) return { change, fields: [] }
    later.set(record_id, before)
    const fields = Object.keys(before)
      .filter((field) => after === undefined || !same(before[field], after[field]))
      .map((field) => ({ field, from: before[field], to: after?.[field] }))
    return { change, fields }
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
