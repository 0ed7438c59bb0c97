import type { Act, Actor, Ctx } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import type { RefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { wordsFor } from '#reference'
import type { MovedFile } from '../profile/fields.ts'
import type { OpenedFile, ReadRow } from '../profile/open-moved-file.ts'
import type { FileProof, Refused, SideBySide } from './proof.ts'
import { makeSorter, type Sorted } from './sort-rows.ts'
import type { Place, Step } from './step.ts'

/** Rows a transaction: enough to be set-based, few enough that a stop loses seconds. */
const ROWS_AT_ONCE = 2500
/** The first ones go ahead, so that the planner knows the tables before the many come. */
const ROWS_AHEAD = 500

export type MoveTools = {
  act: Act
  actor: Actor
  move_id: string
  place: Place
  refreshStatistics: RefreshStatistics
}
export type RefusedIn = Refused & { file: string }

/**
 * Loads the files of one kind of record, batch by batch, each in a transaction of its own with the rows it refuses. Whatever is there
 * already is left as it is. `tell` hears how many bytes have been dealt with. Throws when a row was neither loaded, there, refused nor
 * left out by the profile.
 */
export async function moveFiles<File extends MovedFile, Ready extends { row: number }>(
  step: Step<File, Ready>,
  files: readonly OpenedFile<File>[],
  tools: MoveTools,
  tell: (bytes: number) => void,
): Promise<{ proofs: FileProof[]; counts: SideBySide[]; refusals: RefusedIn[] }> {
  const sorter = makeSorter(step, tools.place)
  const inWaymark = new Map<string, number>()
  const proofs: FileProof[] = []
  const refusals: RefusedIn[] = []
  let before = 0
  for (const opened of files) {
    const moved = await moveOne(step, opened, sorter, tools, inWaymark, proofs.length === 0, (bytes) =>
      tell(before + bytes),
    )
    before += opened.bytes
    proofs.push(moved.proof)
    refusals.push(...moved.refusals.map((refused) => ({ ...refused, file: opened.called })))
  }
  const counts = [...new Set([...sorter.inExport.keys(), ...inWaymark.keys()])].map((what) =>
    sideBySide(step, what, sorter.inExport.get(what) ?? 0, inWaymark.get(what) ?? 0),
  )
  return { proofs, counts, refusals }
}

async function moveOne<File extends MovedFile, Ready extends { row: number }>(
  step: Step<File, Ready>,
  { called, batches }: OpenedFile<File>,
  sorter: ReturnType<typeof makeSorter<File, Ready>>,
  tools: MoveTools,
  inWaymark: Map<string, number>,
  isFirst: boolean,
  tell: (bytes: number) => void,
): Promise<{ proof: FileProof; refusals: Refused[] }> {
  const { act, actor } = tools
  const visit = () => ({ visit_id: newId(), query: {} })
  const countRows = (ctx: Ctx) =>
    ctx.connection
      .query<{ n: number }>(`select count(*)::int as n from ${step.table} where area_id = access.area_id()`)
      .then(({ rows }) => rows[0]!.n)
  const waymark_before = await act(actor, visit(), countRows)
  const proof: FileProof = {
    name: step.name,
    file: called,
    rows: step.rows,
    rows_read: 0,
    loaded: 0,
    already_there: 0,
    refused: 0,
    left_out: 0,
    waymark_before,
    waymark_after: 0,
  }
  const refusals: Refused[] = []
  let waiting: ReadRow<File>[] = []
  let atOnce = isFirst ? ROWS_AHEAD : ROWS_AT_ONCE
  const load = async ({ ready, ids, refused }: Sorted<Ready>, isAhead: boolean) => {
    await act(actor, visit(), async (ctx) => {
      const landed = await step.load(ctx, ready, tools.place)
      const all = [...refused, ...landed.refused].toSorted((a, b) => a.row - b.row)
      await keepRefused(ctx, tools, called, all)
      const { rows: back } = await ctx.connection.query<{ what: string; n: number | null }>(step.readBack, [
        ids,
      ])
      for (const { what, n } of back) inWaymark.set(what, (inWaymark.get(what) ?? 0) + (n ?? 0))
      proof.loaded += landed.loaded
      proof.already_there += landed.there
      proof.refused += all.length
      refusals.push(...all)
    })
    if (isAhead) await tools.refreshStatistics([step.table, ...(step.along ?? [])])
  }
  // While some rows are loaded, the next are read and told apart.
  let loading: Promise<void> = Promise.resolve()
  const loadWaiting = async () => {
    const sorted = sorter.sort(called, waiting)
    const isAhead = atOnce === ROWS_AHEAD
    proof.rows_read += waiting.length
    proof.left_out += sorted.left_out
    waiting = []
    atOnce = ROWS_AT_ONCE
    await loading
    loading = load(sorted, isAhead)
    loading.catch(() => {}) // told to whoever awaits it, with the rows that come next
  }
  for await (const { rows, bytes_read } of batches()) {
    for (const row of rows) {
      waiting.push(row)
      if (waiting.length === atOnce) await loadWaiting()
    }
    tell(bytes_read)
  }
  if (waiting.length > 0) await loadWaiting()
  await loading
  proof.waymark_after = await act(actor, visit(), countRows)
  if (proof.loaded + proof.already_there + proof.refused + proof.left_out !== proof.rows_read)
    throw new Error(`${called}: ${proof.rows_read} rows were read, and not every one was answered for`)
  return { proof, refusals }
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
