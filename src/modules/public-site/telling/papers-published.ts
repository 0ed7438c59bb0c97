import { sql } from 'kysely'
import { publicAddress } from '#papers'
import type { Ctx } from '#platform/act.ts'
import { dayInWords } from '#platform/words/dates.ts'
import { seriesOfPaper } from '../following/series.ts'
import { inARow, notToldOf, recently, type Thing } from './thing.ts'

type OfPaper = {
  thing_id: string
  happened_at: Date
  address: string
  meeting: string
  met_on: string
  series: string | null
  because: string | null
}
type Published = OfPaper & { title: string; version: number }
type Restated = OfPaper & { title: string; figure: string; was: string; is_now: string }
type Withdrawn = OfPaper & { item: number; versions: number[]; stands: number | null }

/** Papers and versions published, figures restated, and what was withdrawn, that followers have not been told of. */
export async function listPaperThings(ctx: Ctx): Promise<Thing[]> {
  const at = (one: OfPaper) => ({
    thing_id: one.thing_id,
    happened_at: one.happened_at,
    of: seriesOfPaper(one),
    address: publicAddress(ctx.actor.area_code, one.address),
  })
  return [
    ...(await versions(ctx)).map((one) => ({ ...at(one), what: 'published' as const, ...ofVersion(one) })),
    ...(await restatements(ctx)).map((one) => ({ ...at(one), what: 'published' as const, ...ofFigure(one) })),
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
      select v.publication_version_id as thing_id, v.published_at as happened_at, p.address, p.title, p.meeting, p.met_on, p.series, v.version, v.because
      from papers.publication_version v join papers.publication p on p.area_id = v.area_id and p.publication_id = v.publication_id
      where p.withdrawn_at is null and v.withdrawn_at is null and ${recently(ctx, sql`v.published_at`)}
        and ${notToldOf(sql`v.publication_version_id`, 'published')}`.execute(ctx.db)
  ).rows

const restatements = async (ctx: Ctx) =>
  (
    await sql<Restated>`
      select r.restatement_id as thing_id, r.told_at as happened_at, p.address, p.title, p.meeting, p.met_on, p.series, r.because, r.name as figure, r.was, r.is_now
      from papers.restatement r join papers.publication p on p.area_id = r.area_id and p.publication_id = r.publication_id
      join papers.publication_version v on v.area_id = r.area_id and v.publication_id = r.publication_id and v.version = r.version
      where p.withdrawn_at is null and v.withdrawn_at is null and ${recently(ctx, sql`r.told_at`)}
        and ${notToldOf(sql`r.restatement_id`, 'published')}`.execute(ctx.db)
  ).rows

/**
 * What was withdrawn at one moment is one thing, told to nobody who never heard that it was published, nor where a new version took its place at that moment:
 * its own letter says so.
 */
const withdrawals = async (ctx: Ctx) =>
  (
    await sql<Withdrawn>`
      select (array_agg(v.publication_version_id order by v.version desc))[1] as thing_id, v.withdrawn_at as happened_at, p.address, p.meeting, p.met_on,
        p.series, p.item, max(v.withdrawn_because) as because, array_agg(v.version order by v.version) as versions,
        (select max(s.version) from papers.publication_version s
          where s.area_id = p.area_id and s.publication_id = p.publication_id and s.withdrawn_at is null) as stands
      from papers.publication_version v join papers.publication p on p.area_id = v.area_id and p.publication_id = v.publication_id
      where ${recently(ctx, sql`v.withdrawn_at`)}
        and not ${notToldOf(sql`v.publication_version_id`, 'published')}
        and not exists (select 1 from papers.publication_version n
          where n.area_id = v.area_id and n.publication_id = v.publication_id and n.published_at = v.withdrawn_at
            and (n.withdrawn_at is null or not ${notToldOf(sql`n.publication_version_id`, 'published')}))
      group by p.area_id, p.publication_id, v.withdrawn_at, p.address, p.meeting, p.met_on, p.series, p.item
      having bool_and(${notToldOf(sql`v.publication_version_id`, 'withdrawn')})`.execute(ctx.db)
  ).rows

const paperOf = ({ title, meeting, met_on }: Published | Restated) =>
  `"${title}" (${meeting}, ${dayInWords(met_on)})`

const ofVersion = (one: Published) =>
  one.version === 1
    ? {
        about: 'a published paper',
        subject: `Published: ${one.title}`,
        text: `${paperOf(one)} has been published.`,
      }
    : {
        about: 'a published paper',
        subject: `Version ${one.version}: ${one.title}`,
        text: `Version ${one.version} of ${paperOf(one)} has been published.\n\n${one.because ?? ''}`.trim(),
      }

const ofFigure = (one: Restated) => ({
  about: 'a restated figure',
  subject: `A figure has changed: ${one.title}`,
  text: `A figure of ${paperOf(one)} has changed.\n\n${one.figure} was ${one.was} and is ${one.is_now}. ${one.because ?? ''}`.trim(),
})

/** Without the title: that may be why it was withdrawn. */
function ofWithdrawal({ item, meeting, met_on, versions: gone, stands, because }: Withdrawn) {
  const paper = `the paper of item ${item} of the ${meeting}, ${dayInWords(met_on)}`
  return {
    about: 'a withdrawn paper',
    subject: stands === null ? 'A paper was withdrawn' : 'A version of a paper was withdrawn',
    text:
      stands === null
        ? `${paper.replace('the paper', 'The paper')}, was withdrawn.\n\n${because}`
        : `${inARow(gone)} of ${paper}, ${gone.length === 1 ? 'was' : 'were'} withdrawn. Version ${stands} can be read.\n\n${because}`,
  }
}
