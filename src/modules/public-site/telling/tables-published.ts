import { sql } from 'kysely'
import { publicTablesAddress } from '#insight'
import type { Ctx } from '#platform/act.ts'
import { periodInWords } from '#platform/words/periods.ts'
import { TABLES } from '../following/series.ts'
import { inARow, notToldOf, recently, type Thing } from './thing.ts'

type OfTables = {
  thing_id: string
  happened_at: Date
  address: string
  period_from: string
  period_to: string
  because: string | null
}
type Published = OfTables & { version: number; changed: number }
type Withdrawn = OfTables & { versions: number[]; stands: number | null }

/** Tables of recorded crime that were published, changed or withdrawn, and that followers have not been told of. */
export async function listTablesThings(ctx: Ctx): Promise<Thing[]> {
  const at = (one: OfTables) => ({
    thing_id: one.thing_id,
    happened_at: one.happened_at,
    of: [TABLES],
    address: publicTablesAddress(ctx.actor.area_code, one.address),
  })
  return [
    ...(await versions(ctx)).map((one) => ({ ...at(one), what: 'published' as const, ...ofVersion(one) })),
    ...(await withdrawals(ctx)).map((one) => ({
      ...at(one),
      what: 'withdrawn' as const,
      ...ofWithdrawal(one),
    })),
  ]
}

const versions = async (ctx: Ctx) =>
  (
    await sql<Published>`
      select v.published_tables_version_id as thing_id, v.published_at as happened_at, p.address, p.period_from, p.period_to, v.version, v.because,
        jsonb_array_length(v.changes) as changed
      from insight.published_tables_version v join insight.published_tables p on p.area_id = v.area_id and p.published_tables_id = v.published_tables_id
      where p.withdrawn_at is null and v.withdrawn_at is null and ${recently(ctx, sql`v.published_at`)}
        and ${notToldOf(sql`v.published_tables_version_id`, 'published')}`.execute(ctx.db)
  ).rows

/** What was withdrawn at one moment is one thing, told to nobody who never heard that it was published. */
const withdrawals = async (ctx: Ctx) =>
  (
    await sql<Withdrawn>`
      select (array_agg(v.published_tables_version_id order by v.version desc))[1] as thing_id, v.withdrawn_at as happened_at, p.address, p.period_from,
        p.period_to, max(v.withdrawn_because) as because, array_agg(v.version order by v.version) as versions,
        (select max(s.version) from insight.published_tables_version s
          where s.area_id = p.area_id and s.published_tables_id = p.published_tables_id and s.withdrawn_at is null) as stands
      from insight.published_tables_version v join insight.published_tables p on p.area_id = v.area_id and p.published_tables_id = v.published_tables_id
      where ${recently(ctx, sql`v.withdrawn_at`)}
        and not ${notToldOf(sql`v.published_tables_version_id`, 'published')}
      group by p.area_id, p.published_tables_id, v.withdrawn_at, p.address, p.period_from, p.period_to
      having bool_and(${notToldOf(sql`v.published_tables_version_id`, 'withdrawn')})`.execute(ctx.db)
  ).rows

const tablesOf = ({ period_from, period_to }: OfTables) =>
  `tables of recorded crime and its victims, ${periodInWords({ from: period_from, to: period_to })}`

function ofVersion(one: Published) {
  const tables = tablesOf(one)
  const changed = one.changed === 1 ? 'One count is' : `${one.changed} counts are`
  return one.version === 1
    ? {
        about: 'published tables',
        subject: `Published: ${tables}`,
        text: `The ${tables} have been published.`,
      }
    : {
        about: 'published tables',
        subject: `Version ${one.version}: ${tables}`,
        text: `Version ${one.version} of the ${tables} has been published.${one.changed === 0 ? '' : ` ${changed} printed otherwise than before: the page lists each.`}\n\n${one.because ?? ''}`.trim(),
      }
}

function ofWithdrawal(one: Withdrawn) {
  const { versions: gone, stands, because } = one
  const tables = tablesOf(one)
  return {
    about: 'withdrawn tables',
    subject: stands === null ? `Withdrawn: ${tables}` : `A version was withdrawn: ${tables}`,
    text:
      stands === null
        ? `The ${tables} were withdrawn.\n\n${because}`
        : `${inARow(gone)} of the ${tables} ${gone.length === 1 ? 'was' : 'were'} withdrawn. Version ${stands} can be read.\n\n${because}`,
  }
}
