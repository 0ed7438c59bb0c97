import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** What can be followed apart, by its code: each kind of paper and each meeting that something is published of. Whoever chooses none follows all. */
export async function listSeries(ctx: Ctx): Promise<Record<string, string>> {
  const { rows } = await sql<{ code: string; words: string }>`
    select distinct 'kind:' || series as code, series as words, 1 as place from papers.publication where withdrawn_at is null and series is not null
    union select distinct 'meeting:' || meeting, 'Papers for the meeting: ' || meeting, 2 from papers.publication where withdrawn_at is null
    order by place, words`.execute(ctx.db)
  return Object.fromEntries(rows.map(({ code, words }) => [code, words]))
}

/** What of these somebody follows, in words for a letter; everything where nothing is said. */
export const followedInWords = (follows: readonly string[] | null, area_name: string): string =>
  follows === null
    ? `all papers of the Police and Crime Commissioner for ${area_name}`
    : `these papers of the Police and Crime Commissioner for ${area_name}:\n\n${follows.map((one) => `- ${one.replace(/^kind:/, '').replace(/^meeting:/, 'Papers for the meeting: ')}`).join('\n')}`
