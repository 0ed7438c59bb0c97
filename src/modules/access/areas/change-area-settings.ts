import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** Adds to the settings of the acting area, or changes the ones named; the others stay. */
export async function changeAreaSettings(
  ctx: Ctx,
  settings: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`update access.area set settings = settings || ${JSON.stringify(settings)}::jsonb where area_id = ${ctx.actor.area_id}`.execute(
    ctx.db,
  )
}
