import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Act, Actor, Ctx } from '#platform/act.ts'
import { newId } from '#platform/act.ts'
import type { ExtractKind } from './fields.ts'
import { keepRows } from './keep-rows.ts'
import { linkVictims } from './link-victims.ts'
import { type ExtractValues, openExtract } from './open-extract.ts'
import type { ExtractProfile } from './profile.ts'
import { emptyTally, type Tally, tallyRow } from './tally.ts'

export type ExtractResult = {
  file: string
  rows_read: number
  /** Of these and what follows there is one for each victim: more than rows, where a row is a crime with several. */
  rows_kept: number
  there_already: number
  refused: { row: number; problem: string }[]
  refused_count: number
  individuals: number
  tally: Tally
}

const REFUSED_KEPT = 1000
const BATCH = 4000
const TABLES = ['insight.victim_record', 'insight.recorded_crime', 'insight.asb_incident']

/**
 * Reads one extract into the area: every row is kept, was there already, or is refused with its number and a reason. Run again, it changes
 * nothing; stopped and run again, it goes on. Then the victims are linked.
 */
export async function importExtract(
  tools: {
    act: Act
    actor: Actor
    tell?: (done: number, total: number) => void
    refreshStatistics: (tables: string[]) => Promise<void>
  },
  kind: ExtractKind,
  path: string,
  profile: ExtractProfile,
): Promise<ExtractResult> {
  const { act, actor } = tools
  const visit = () => ({ visit_id: newId(), query: {} })
  const size = await sizeOf(path)
  const content_hash = await hashOf(path)
  // A file that does not fit the profile is told before anything is kept, also that it came.
  const batches = openExtract(path, kind, profile)
  let next = await batches.next()
  const { held_by, extract_id } = await act(actor, visit(), (ctx) =>
    beginExtract(ctx, kind, basename(path), profile.profile, content_hash),
  )
  const result: ExtractResult = {
    file: basename(path),
    rows_read: 0,
    rows_kept: 0,
    there_already: 0,
    refused: [],
    refused_count: 0,
    individuals: 0,
    tally: emptyTally(),
  }
  let waiting: ExtractValues<typeof kind>[] = []
  const keep = async () => {
    const batch = waiting
    waiting = []
    if (batch.length === 0) return
    const kept = await act(actor, visit(), (ctx) => keepRows(ctx, kind, held_by, batch))
    // Until the tables have statistics, every check of a foreign key may read a whole area.
    if (result.rows_kept === 0 && kept > 0) await tools.refreshStatistics(TABLES)
    result.rows_kept += kept
    result.there_already += batch.length - kept
  }
  for (; !next.done; next = await batches.next()) {
    const { rows, bytes_read } = next.value
    for (const { row, victims } of rows) {
      result.rows_read++
      for (const { values, problem } of victims)
        if (values) {
          waiting.push(values)
          tallyRow(result.tally, kind, values)
        } else if (++result.refused_count <= REFUSED_KEPT)
          result.refused.push({ row, problem: problem ?? '' })
    }
    if (waiting.length >= BATCH) await keep()
    tools.tell?.(bytes_read, size)
  }
  await keep()
  await tools.refreshStatistics(TABLES)
  result.individuals = await act(actor, visit(), (ctx) => linkVictims(ctx, held_by))
  await act(actor, visit(), async (ctx) => {
    const { rows_read, rows_kept, refused_count } = result
    await ctx.db
      .updateTable('insight.extract')
      .set({
        rows_read,
        rows_kept,
        refused_count,
        refused: JSON.stringify(result.refused),
        finished_at: ctx.now,
      })
      .where('extract_id', '=', extract_id)
      .execute()
  })
  return result
}

/** How many bytes a file has. Throws a sentence when it is not there, or a folder. */
export async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) throw new Error(`${path} is no file that can be read. Nothing was changed.`)
  return found.size
}

/** Extracts are the force's: they are held by its team, or by the team that receives referrals where the area has no force. */
async function beginExtract(
  ctx: Ctx,
  kind: ExtractKind,
  file_name: string,
  profile: string,
  content_hash: string,
) {
  const force = await ctx.db
    .selectFrom('access.team as t')
    .innerJoin('access.organisation as o', (join) =>
      join.onRef('o.area_id', '=', 't.area_id').onRef('o.organisation_id', '=', 't.organisation_id'),
    )
    .select('t.team_id')
    .where('o.kind', '=', 'force')
    .where('t.team_id', 'in', ctx.actor.team_ids)
    .orderBy('t.team_id')
    .executeTakeFirst()
  const held_by = force?.team_id ?? (ctx.actor as Actor & { receiving_team_id: string }).receiving_team_id
  const { extract_id } = await ctx.db
    .insertInto('insight.extract')
    .values({ held_by, kind, file_name, profile, content_hash })
    .returning('extract_id')
    .executeTakeFirstOrThrow()
  return { held_by, extract_id }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}
