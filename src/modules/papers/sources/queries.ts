import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { datedInWords, type Update } from '#delivery-plan'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'

export type FigureSource = Selectable<DB['papers.figure_source']> & { entered_by_name: string }

/** Where the numbers in these updates come from, by update, as far as somebody has said. */
export async function sourcesOf(
  ctx: Ctx,
  update_ids: readonly string[],
): Promise<Map<string, FigureSource[]>> {
  const { rows } = await sql<FigureSource>`
    select s.*, m.name as entered_by_name from papers.figure_source s
    join access.member m on m.area_id = s.area_id and m.member_id = s.entered_by
    where s.update_id = any (${`{${update_ids.join(',')}}`}::uuid[]) order by s.update_id, s.figure, s.place`.execute(
    ctx.db,
  )
  return Map.groupBy(rows, (row) => row.update_id)
}

/** What an update is a source of by itself: who said it, when, and where it was read. */
export const updateAsOrigin = (update: Pick<Update, 'author' | 'dated_on' | 'dated_to' | 'read_from'>) =>
  [
    `${update.author}, update ${update.dated_on ? `of ${datedInWords(update)}` : 'without a date'}`,
    ...(update.read_from ? [`read from ${update.read_from}`] : []),
  ].join('; ')
