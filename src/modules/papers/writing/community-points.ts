import { sql } from 'kysely'
import { CP_STAGES } from '#insight'
import type { Ctx } from '#platform/act.ts'
import type { Block } from '#platform/documents/document.ts'
import type { Scope } from './answer-figures.ts'

/** The Community Points registered on the last day of the period: a heading for each district, and their names under it. */
export async function registeredByDistrict(ctx: Ctx, { to, held_by }: Scope): Promise<Block[]> {
  const { rows } = await ctx.asFigures((db) =>
    sql<{ district: string; name: string; sites: number }>`
    select district, name, sites from insight.community_point_stage
    where stage = 'registered' and coalesce(reached_on, '-infinity') <= ${to}::date and until > ${to}::date
      ${held_by ? sql`and held_by = any (${`{${held_by.join(',')}}`}::uuid[])` : sql``}
    order by district = 'County wide', district, name`.execute(db),
  )
  if (rows.length === 0)
    return [
      { kind: 'paragraph', text: `No Community Point is recorded as ${CP_STAGES.registered.toLowerCase()}.` },
    ]
  return [...Map.groupBy(rows, (row) => row.district)].flatMap(([district, points]): Block[] => [
    { kind: 'heading', level: 2, text: district },
    {
      kind: 'bullets',
      items: points.map((point) => (point.sites > 1 ? `${point.name} (${point.sites} sites)` : point.name)),
    },
  ])
}
