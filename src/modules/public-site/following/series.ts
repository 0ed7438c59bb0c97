import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** The code of all tables of recorded crime: whoever follows them hears of each period. */
export const TABLES = 'tables:recorded-crime'
const TABLES_IN_WORDS = 'Tables of recorded crime and its victims'

/** The codes that a paper is followed by: its kind and its meeting. */
export const seriesOfPaper = ({ series, meeting }: { series: string | null; meeting: string }): string[] => [
  ...(series ? [`kind:${series}`] : []),
  `meeting:${meeting}`,
]

/**
 * What can be followed apart, by its code: each kind of paper and each meeting that something is published of, and tables of recorded crime. Whoever
 * chooses none follows all.
 */
export async function listSeries(ctx: Ctx): Promise<Record<string, string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct 'kind:' || series as code, 1 as place from papers.publication where withdrawn_at is null and series is not null
    union select distinct ${TABLES}, 2 from insight.published_tables where withdrawn_at is null
    union select distinct 'meeting:' || meeting, 3 from papers.publication where withdrawn_at is null
    order by place, code`.execute(ctx.db)
  return Object.fromEntries(rows.map(({ code }) => [code, inWords(code)]))
}

const inWords = (code: string): string =>
  code === TABLES
    ? TABLES_IN_WORDS
    : code.replace(/^kind:/, '').replace(/^meeting:/, 'Papers for the meeting: ')

/** What of these somebody follows, in words for a letter; everything where nothing is said. */
export const followedInWords = (follows: readonly string[] | null, area_name: string): string =>
  follows === null
    ? `everything that the Police and Crime Commissioner for ${area_name} publishes: papers, and tables of recorded crime`
    : `this that the Police and Crime Commissioner for ${area_name} publishes:\n\n${follows.map((one) => `- ${inWords(one)}`).join('\n')}`
