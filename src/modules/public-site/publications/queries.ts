import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { PublicItem } from '#papers'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'

export type Publication = Selectable<DB['papers.publication']>
export type Version = Selectable<DB['papers.publication_version']>
export type Restatement = Selectable<DB['papers.restatement']>
export type PublishedMeeting = Omit<Selectable<DB['papers.published_meeting']>, 'items'> & {
  items: PublicItem[]
}

/** A meeting of a year with what is published of it. */
export type MeetingOfYear = {
  meeting: string
  met_on: string
  /** Of its agenda, where that is published. */
  address: string | null
  papers: { item: number; title: string; address: string; version: number }[]
}

/** The years that something is published of, the latest first. */
export async function publishedYears(ctx: Ctx): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from met_on)::int as year from (
      select met_on from papers.publication where withdrawn_at is null union all select met_on from papers.published_meeting) m
    order by year desc`.execute(ctx.db)
  return rows.map(({ year }) => year)
}

/** What is published of a year, by meeting, the latest first. */
export async function publishedIn(ctx: Ctx, year: number): Promise<MeetingOfYear[]> {
  const from = `${year}-01-01`
  const to = `${year}-12-31`
  const { rows: papers } = await sql<MeetingOfYear['papers'][number] & { meeting: string; met_on: string }>`
    select p.meeting, p.met_on, p.item, p.title, p.address, max(v.version) as version
    from papers.publication p join papers.publication_version v on v.area_id = p.area_id and v.publication_id = p.publication_id
    where p.withdrawn_at is null and v.withdrawn_at is null and p.met_on between ${from}::date and ${to}::date
    group by p.publication_id, p.area_id, p.meeting, p.met_on, p.item, p.title, p.address order by p.met_on desc, p.meeting, p.item`.execute(
    ctx.db,
  )
  const meetings = await ctx.db
    .selectFrom('papers.published_meeting')
    .select(['meeting', 'met_on', 'address'])
    .where('met_on', '>=', from)
    .where('met_on', '<=', to)
    .execute()
  const keyOf = (one: { meeting: string; met_on: string }) => `${one.met_on} ${one.meeting}`
  const keys = [...new Set([...papers, ...meetings].map(keyOf))].toSorted().toReversed()
  return keys.map((key) => {
    const mine = papers.filter((one) => keyOf(one) === key)
    const agenda = meetings.find((one) => keyOf(one) === key)
    const { meeting, met_on } = agenda ?? mine[0]!
    return { meeting, met_on, address: agenda?.address ?? null, papers: mine }
  })
}

/** A published agenda. Throws NotFound. */
export async function getPublishedMeeting(ctx: Ctx, address: string): Promise<PublishedMeeting> {
  const row = await ctx.db
    .selectFrom('papers.published_meeting')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()
  return found(row, 'This page') as PublishedMeeting
}

/** A publication with its versions, the latest first, and what was restated. Throws NotFound. */
export async function getPublication(ctx: Ctx, address: string) {
  const publication = found(
    await ctx.db
      .selectFrom('papers.publication')
      .selectAll()
      .where('address', '=', address)
      .executeTakeFirst(),
    'This page',
  )
  const { publication_id } = publication
  return {
    publication,
    versions: await ctx.db
      .selectFrom('papers.publication_version')
      .select(['version', 'because', 'published_at', 'withdrawn_at', 'withdrawn_because'])
      .where('publication_id', '=', publication_id)
      .orderBy('version', 'desc')
      .execute(),
    restatements: await ctx.db
      .selectFrom('papers.restatement')
      .selectAll()
      .where('publication_id', '=', publication_id)
      .orderBy('told_at')
      .execute(),
  }
}

/** One version of a publication, with its document. Throws NotFound. */
export const getVersion = async (ctx: Ctx, publication_id: string, version: number): Promise<Version> =>
  found(
    await ctx.db
      .selectFrom('papers.publication_version')
      .selectAll()
      .where('publication_id', '=', publication_id)
      .where('version', '=', version)
      .executeTakeFirst(),
    'This page',
  )
