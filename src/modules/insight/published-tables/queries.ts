import { sql, type Selectable } from 'kysely'
import { sha256 } from '#access'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import type { Document } from '#platform/documents/document.ts'
import { found } from '#platform/errors.ts'
import type { Period } from '../measures/index.ts'
import { type AboutTables, crimeDocument } from '../recorded-crime/crime-document.ts'
import { type CrimeFigures, isEmpty, readCrimeFigures } from '../recorded-crime/queries.ts'
import { readRules } from '../small-number-rules/rules.ts'
import { addressOf, publicTablesAddress } from './address.ts'
import { type ChangedCell, changedCells, isHiddenAnew, type KeptTable } from './changed-cells.ts'

export type PublishedTables = Selectable<DB['insight.published_tables']>
export type TablesVersion = Omit<
  Selectable<DB['insight.published_tables_version']>,
  'document' | 'tables' | 'changes'
> & { document: Document; tables: KeptTable[]; changes: ChangedCell[] }

/** What is published at an address, with its versions, the latest first. */
export type Published = { published: PublishedTables; versions: TablesVersion[] }

/** The tables of an address with every version, or undefined where nothing was ever published. Anybody may read what stands. */
export async function publishedAt(ctx: Ctx, address: string): Promise<Published | undefined> {
  const published = await ctx.db
    .selectFrom('insight.published_tables')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()
  if (!published) return undefined
  const versions = await ctx.db
    .selectFrom('insight.published_tables_version')
    .selectAll()
    .where('published_tables_id', '=', published.published_tables_id)
    .orderBy('version', 'desc')
    .execute()
  return { published, versions: versions as unknown as TablesVersion[] }
}

/** The same. Throws NotFound where nothing was ever published. */
export const getPublishedTables = async (ctx: Ctx, address: string): Promise<Published> =>
  found(await publishedAt(ctx, address))

/** Which periods are published and not withdrawn, the latest first. */
export const listPublishedTables = (ctx: Ctx): Promise<PublishedTables[]> =>
  ctx.db
    .selectFrom('insight.published_tables')
    .selectAll()
    .where('withdrawn_at', 'is', null)
    .orderBy('period_to', 'desc')
    .orderBy('period_from', 'desc')
    .execute()

/** A published period, and when what everybody reads of it now was published. */
export type Overlapping = PublishedTables & { published_at: Date }

/** Published periods that share days with this one and are not the same, by their first day: what one prints can be taken from what the other does. */
export const listOverlapping = (ctx: Ctx, { from, to }: Period): Promise<Overlapping[]> =>
  ctx.db
    .selectFrom('insight.published_tables as p')
    .selectAll('p')
    .select(
      sql<Date>`(select max(v.published_at) from insight.published_tables_version v where v.area_id = p.area_id
        and v.published_tables_id = p.published_tables_id and v.withdrawn_at is null)`.as('published_at'),
    )
    .where('p.withdrawn_at', 'is', null)
    .where('p.address', '<>', addressOf({ from, to }))
    .where('p.period_from', '<=', to)
    .where('p.period_to', '>=', from)
    .orderBy('p.period_from')
    .orderBy('p.period_to')
    .execute()

/** What a signatory held against other published periods before a version was published, and why that tells nothing: for the office alone. */
export type HeldAgainst = { version: number; held_against: string[]; overlaps_because: string | null }
export const listHeldAgainst = (ctx: Ctx, { published }: Published): Promise<HeldAgainst[]> =>
  ctx.db
    .selectFrom('insight.published_tables_figures as f')
    .innerJoin('insight.published_tables_version as v', (join) =>
      join
        .onRef('v.area_id', '=', 'f.area_id')
        .onRef('v.published_tables_version_id', '=', 'f.published_tables_version_id'),
    )
    .select(['v.version', 'f.held_against', 'f.overlaps_because'])
    .where('v.published_tables_id', '=', published.published_tables_id)
    .where('f.overlaps_because', 'is not', null)
    .orderBy('v.version', 'desc')
    .execute()

/** The tables of a period as the public would read them now, with what stands at their address and what that prints otherwise. */
export type ToPublishTables = {
  period: Period
  address: string
  document: Document
  tables: KeptTable[]
  figures: CrimeFigures
  before: Published | undefined
  /** Cells that the latest version which stands prints otherwise. */
  changes: ChangedCell[]
  /** Versions that stand and print a count that would be hidden now. */
  tell_what_is_hidden: number[]
  /** Other published periods that share days with this one. */
  overlapping: Overlapping[]
  held_against: HeldAgainst[]
  /** A mark of what would be printed, without the time, and of the other periods: the same as long as whoever opens it reads the same. */
  mark: string
  /** Why it cannot be published as it is. */
  obstacle: string | undefined
}

/** All that publishing the tables of a period needs. */
export async function tablesToPublish(ctx: Ctx, period: Period): Promise<ToPublishTables> {
  const address = addressOf(period)
  const figures = await readCrimeFigures(ctx, period)
  const place = publicTablesAddress(ctx.actor.area_code, address)
  const about: AboutTables = {
    area: ctx.actor.area_name,
    period,
    rules: await readRules(ctx, 'public'),
    hrefOf: () => place,
    author: ctx.actor.organisation_name,
  }
  const written = crimeDocument(figures, about)
  const places = new Map(
    written.document.figures!.map(({ id }, index) => [id, `${place}#figure_${index + 1}`]),
  )
  const { document, tables } = crimeDocument(figures, { ...about, hrefOf: (measure) => places.get(measure)! })
  const kept = tables.map(({ table, rows, totals }) => ({ table, rows: [...rows, ...totals] }))
  const before = await publishedAt(ctx, address)
  const latest = latestOf(before)
  const overlapping = await listOverlapping(ctx, period)
  const printed = markOf(document)
  const standing = standingOf(before)
  return {
    period,
    address,
    document,
    tables: kept,
    figures,
    before,
    changes: latest ? changedCells(latest.tables, kept) : [],
    tell_what_is_hidden: standing
      .filter((one) => changedCells(one.tables, kept).some(isHiddenAnew))
      .map(({ version }) => version),
    overlapping,
    held_against: before ? await listHeldAgainst(ctx, before) : [],
    mark: sha256([printed, ...overlapping.map((one) => one.address)].join(' ')).toString('base64url'),
    obstacle: isEmpty(figures)
      ? 'No extract of recorded crime covers this period.'
      : latest && markOf(latest.document) === printed
        ? 'The public reads these tables already: nothing in them has changed.'
        : undefined,
  }
}

/** The versions that stand, the latest first. */
export const standingOf = (at: Published | undefined): TablesVersion[] =>
  at?.versions.filter(({ withdrawn_at }) => !withdrawn_at) ?? []

/** The latest version that stands. */
export const latestOf = (at: Published | undefined): TablesVersion | undefined => standingOf(at)[0]

/** PostgreSQL keeps the keys of JSON in an order of its own; as-at times are no part of what is read. */
const markOf = (document: Document): string =>
  sha256(
    JSON.stringify(JSON.parse(JSON.stringify(document)), (key, value: unknown) =>
      ['as_at', 'front_sheet', 'table', 'author'].includes(key)
        ? undefined
        : value && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : value,
    ),
  ).toString('base64url')

/** Holds what the area publishes until this transaction ends: who publishes or withdraws waits for who came first, and sees what they did. */
export const oneAtATime = (ctx: Ctx) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`tables ${ctx.actor.area_id}`}, 0))`.execute(ctx.db)
