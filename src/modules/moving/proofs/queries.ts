import type { Ctx } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { Proof, Refused } from '../move/proof.ts'

export type Move = {
  move_id: string
  profile: string
  folder: string
  started_at: Date
  ended_at: Date | null
  proof: Proof | null
}

const COLUMNS = ['move_id', 'profile', 'folder', 'started_at', 'ended_at', 'proof'] as const

/** The moves into the area, the newest first; at most fifty. */
export async function listMoves(ctx: Ctx): Promise<Move[]> {
  const rows = await ctx.db
    .selectFrom('moving.move')
    .select(COLUMNS)
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
  return rows as unknown as Move[]
}

/** One move, or NotFound. */
export async function getMove(ctx: Ctx, move_id: string): Promise<Move> {
  const row = await ctx.db
    .selectFrom('moving.move')
    .select(COLUMNS)
    .where('move_id', '=', move_id)
    .executeTakeFirst()
  return found(row as unknown as Move | undefined, 'This move')
}

/** The rows that were refused, in the order of the files: at most `most`, and one more when there are others. */
export function listRefused(
  ctx: Ctx,
  move_id: string,
  most: number,
): Promise<(Refused & { file: string })[]> {
  return ctx.db
    .selectFrom('moving.refused_row')
    .select(['file', 'row_number as row', 'reason'])
    .where('move_id', '=', move_id)
    .orderBy('file')
    .orderBy('row_number')
    .limit(most + 1)
    .execute()
}
