import type { Ctx } from '../act.ts'

/** A row of a file on its way into a table: `row` is its number in the file, so that whatever becomes of it can be told. */
export type Numbered = { row: number }

/** What became of a batch: every row is in exactly one of the three. */
export type Landed = { loaded: number; there: number; refused: { row: number; reason: string }[] }

/** What the statement of `landRows` answers for each row. */
type Fate = { row: number; loaded: boolean; there: boolean; reason: string | null }

/**
 * Runs one set-based statement over a batch of rows, handed to it as JSON in `$1`; `$2` and on are `more`. The statement answers one
 * line a row: row, loaded (inserted now), there (it was there before), reason (why neither). Join, do not correlate: batches are joined
 * by hash whatever the planner believes. Throws when a row got no answer or two.
 */
export async function landRows(
  ctx: Ctx,
  statement: string,
  rows: readonly Numbered[],
  more: readonly unknown[] = [],
): Promise<Landed> {
  if (rows.length === 0) return { loaded: 0, there: 0, refused: [] }
  // A table that is just being filled has no statistics, so the planner takes it for a few rows and would read all of it again for
  // every row of the batch; and foreign keys are checked by plans that a connection keeps from when the table was empty.
  await ctx.connection.query('discard plans; set local enable_nestloop = off')
  const { rows: fates } = await ctx.connection.query<Fate>(statement, [JSON.stringify(rows), ...more])
  await ctx.connection.query('set local enable_nestloop = on')
  if (fates.length !== rows.length)
    throw new Error(`${rows.length} rows were handed over and ${fates.length} answered for`)
  const refused = fates
    .filter((fate) => !fate.loaded && !fate.there)
    .map(({ row, reason }) => ({ row, reason: reason ?? 'It could not be loaded' }))
  const loaded = fates.filter((fate) => fate.loaded).length
  return { loaded, there: fates.length - loaded - refused.length, refused }
}
