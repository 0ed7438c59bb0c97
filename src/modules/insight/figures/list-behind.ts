import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { type Asked, countedRows } from './ask-figure.ts'
import { measureNamed } from '../measures/index.ts'

export type Behind = { key: string; record_id: string; reference: string } & Record<
  string,
  string | null | boolean
>

/** How many lines of a list are read at a time. */
export const LIST_PAGE = 200

/**
 * What the figure counted, as the reader may see it: one line for each, by key, from `after` on. Read as the reader, so that a record held by
 * a team they are not in is not there; the figure counts it all the same, and the page tells how many those are.
 */
export async function listBehind(
  ctx: Ctx,
  asked: Asked,
  after?: string,
): Promise<{ lines: Behind[]; next: string | undefined; seen: number }> {
  const measure = measureNamed(asked.measure)
  const rows = await countedRows(ctx, measure, asked)
  // For a share the list is of everything the share is of: n lines.
  const page = await sql<Behind>`
    select distinct on (key::text) * from (${rows}) as counted
    ${after ? sql`where key::text > ${after}` : sql``} order by key::text limit ${LIST_PAGE + 1}`.execute(
    ctx.db,
  )
  const seen = await sql<{
    seen: number
  }>`select count(distinct key)::int as seen from (${rows}) as counted`.execute(ctx.db)
  const lines = page.rows.slice(0, LIST_PAGE)
  const ids = `{${lines.map((line) => line.record_id).join(',')}}`
  const named = await sql<{ record_id: string; reference: string }>`
    select record_id, reference from insight.record_reference where record_id = any (${ids}::uuid[])`.execute(
    ctx.db,
  )
  const references = new Map(named.rows.map((row) => [row.record_id, row.reference]))
  for (const line of lines) line.reference = references.get(line.record_id) ?? 'Record'
  return {
    lines,
    next: page.rows.length > LIST_PAGE ? String(lines.at(-1)?.key) : undefined,
    seen: seen.rows[0]!.seen,
  }
}
