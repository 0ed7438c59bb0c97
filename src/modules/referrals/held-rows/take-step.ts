import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { HeldRow } from './queries.ts'

/** Keeps what was done about a held row, by whom and when. */
export async function takeStep(
  ctx: Ctx,
  { held_row_id, held_by }: Pick<HeldRow, 'held_row_id' | 'held_by'>,
  step: 'corrected' | 'asked' | 'sent-again' | 'released' | 'closed',
  note: string | null = null,
): Promise<void> {
  await sql`insert into referrals.held_row_step (held_row_id, held_by, step, note)
    values (${held_row_id}::uuid, ${held_by}::uuid, ${step}, ${note})`.execute(ctx.db)
}

export function refuseSettled({ settled_as }: HeldRow): void {
  if (settled_as) refuse('', `Somebody has ${settled_as} this row already`)
}
