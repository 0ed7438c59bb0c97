import type { Act, Actor, Ctx } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import type { RefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { wordsFor } from '#reference'
import type { MovedFile } from '../profile/fields.ts'
import type { OpenedFile, ReadRow } from '../profile/open-moved-file.ts'
import type { FileProof, Refused, SideBySide } from './proof.ts'
import type { Place, Row, Step } from './step.ts'

/** Rows a transaction: enough to be set-based, few enough that a stop loses seconds. */
export const ROWS_AT_ONCE = 5000
/** The first ones go ahead, so that the planner knows the tables before the many come. */
const ROWS_AHEAD = 500

export type MoveTools = {
  act: Act
  actor: Actor
  move_id: string
  place: Place
  refreshStatistics: RefreshStatistics
}

/**
 * Loads one file, batch by batch, each in a transaction of its own with the rows it refuses. Whatever is there already is left as
 * it is. `tell` hears how many bytes have been dealt with. Throws when a row was neither loaded, there nor refused.
 */
export async function moveFile<File extends MovedFile, Ready extends { row: number }>(
  step: Step<File, Ready>,
  file: string,
  opened: OpenedFile<File>,
  tools: MoveTools,
  tell: (bytes: number) => void,
): Promise<{ proof: FileProof; counts: SideBySide[]; refusals: Refused[] }> {
  const { act, actor } = tools
  const visit = () => ({ visit_id: newId(), query: {} })
  const countRows = (ctx: Ctx) =>
    ctx.connection
      .query<{ n: number }>(`select count(*)::int as n from ${step.table} where area_id = access.area_id()`)
      .then(({ rows }) => rows[0]!.n)
  const sorter = makeSorter(step, tools.place)
  const proof: FileProof = {
    name: step.name,
    file,
    rows: step.rows,
    rows_read: 0,
    loaded: 0,
    already_there: 0,
    refused: 0,
    waymark_before: await act(actor, visit(), countRows),
    waymark_after: 0,
  }
  const refusals: Refused[] = []
  const inWaymark = new Map<string, number>()
  let waiting: ReadRow<File>[] = []
  let atOnce = ROWS_AHEAD
  const loadWaiting = async () => {
    const { ready, ids, refused } = sorter.sort(waiting)
    proof.rows_read += waiting.length
    waiting = []
    await act(actor, visit(), async (ctx) => {
      const landed = await step.load(ctx, ready, tools.place)
      const all = [...refused, ...landed.refused].toSorted((a, b) => a.row - b.row)
      await keepRefused(ctx, tools, file, all)
      const { rows: back } = await ctx.connection.query<{ what: string; n: number | null }>(step.readBack, [
        ids,
      ])
      for (const { what, n } of back) inWaymark.set(what, (inWaymark.get(what) ?? 0) + (n ?? 0))
      proof.loaded += landed.loaded
      proof.already_there += landed.there
      proof.refused += all.length
      refusals.push(...all)
    })
    if (atOnce === ROWS_AHEAD) await tools.refreshStatistics([step.table, ...(step.along ?? [])])
    atOnce = ROWS_AT_ONCE
  }
  for await (const { rows, bytes_read } of opened.batches()) {
    for (const row of rows) {
      waiting.push(row)
      if (waiting.length === atOnce) await loadWaiting()
    }
    tell(bytes_read)
  }
  if (waiting.length > 0) await loadWaiting()
  proof.waymark_after = await act(actor, visit(), countRows)
  if (proof.loaded + proof.already_there + proof.refused !== proof.rows_read)
    throw new Error(`${file}: ${proof.rows_read} rows were read, and not every one was answered for`)
  const counts = [...new Set([...sorter.inExport.keys(), ...inWaymark.keys()])].map((what) =>
    sideBySide(step, what, sorter.inExport.get(what) ?? 0, inWaymark.get(what) ?? 0),
  )
  return { proof, counts, refusals }
}

/** Tells rows that can be loaded from those that cannot, and counts what the export says of all it could read. */
function makeSorter<File extends MovedFile, Ready extends { row: number }>(
  step: Step<File, Ready>,
  place: Place,
) {
  const seen = new Map<string, number>()
  const times = new Map<string, number>()
  const inExport = new Map<string, number>()
  const nth = (...content: (string | number | null)[]) => {
    const key = JSON.stringify(content)
    times.set(key, (times.get(key) ?? 0) + 1)
    return times.get(key)!
  }
  const sort = (rows: readonly ReadRow<File>[]) => {
    const ready: Ready[] = []
    const refused: Refused[] = []
    for (const read of rows) {
      if (read.problem !== undefined) {
        refused.push({ row: read.row, reason: read.problem })
        continue
      }
      const row: Row<File> = { row: read.row, ...read.values }
      for (const [what, amount] of step.tally(row)) inExport.set(what, (inExport.get(what) ?? 0) + amount)
      const made = step.make(row, place, nth)
      if (made.id === undefined) refused.push({ row: row.row, reason: made.reason })
      else if (seen.has(made.id))
        refused.push({ row: row.row, reason: `Row ${seen.get(made.id)} has the same reference` })
      else {
        seen.set(made.id, row.row)
        ready.push(made.ready)
        ids.push(made.id)
      }
    }
    return { ready, refused, ids: ids.splice(0) }
  }
  const ids: string[] = []
  return { sort, inExport }
}

function sideBySide(
  { words }: Pick<Step<MovedFile, never>, 'words'>,
  what: string,
  in_export: number,
  in_waymark: number,
): SideBySide {
  const [of = '', code] = what.split(': ')
  return {
    what: code ? `${of}: ${wordsFor(words, code)}` : of,
    in_export,
    in_waymark,
    agrees: in_export === in_waymark,
  }
}

async function keepRefused(
  ctx: Ctx,
  { move_id, place }: MoveTools,
  file: string,
  refused: readonly Refused[],
) {
  if (refused.length === 0) return
  await ctx.connection.query(
    `insert into moving.refused_row (move_id, held_by, file, row_number, reason)
     select $2, $3, $4, "row", reason from json_to_recordset($1::json) as r ("row" int, reason text)`,
    [JSON.stringify(refused), move_id, place.receiving_team_id, file],
  )
}
