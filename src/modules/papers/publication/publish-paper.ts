import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { checkPaper } from '../checks/answers/check-paper.ts'
import { templateOf } from '../templates/template.ts'
import { publishAgain } from './publish-meeting.ts'
import { toPublish, type ToPublish } from './queries.ts'
import { leaksIn, leaksOfEarlier } from './redact-document.ts'

/** Why a paper cannot be published as it is, each with what to do; none: it can. */
export async function obstacles(ctx: Ctx, ready: ToPublish): Promise<string[]> {
  const { paper, item, published, signed, document, redactions, taken, earlier } = ready
  if (!item && !published) return ['Put it on the agenda of a meeting first.']
  if (!paper.is_public) return ['The paper is marked as not for publication.']
  if (item && !item.is_public) return ['Its agenda item is not for publication.']
  const latest = published?.versions[0]
  if (latest && !latest.withdrawn_at && same(latest.document, document))
    return ['The public reads this version already.']
  return [
    ...(await smallNumbersIn(ctx, paper.paper_id)),
    ...leaksIn(signed, document, redactions, taken),
    ...earlier.flatMap((one) => leaksOfEarlier(one.signed, document, one.redactions, taken)),
  ]
}

/**
 * Small numbers are answered before sign-off; some may stand without an answer where the area has raised its threshold since, and then nobody has
 * decided that the public may read them (domain reference, 10.1). A correction keeps all answers that were given.
 */
async function smallNumbersIn(ctx: Ctx, paper_id: string): Promise<string[]> {
  const { findings } = await checkPaper(ctx, paper_id)
  const standing = findings.filter(
    ({ rule, severity, answer }) => rule === 'small-numbers' && severity === 'stops' && !answer,
  )
  return standing.map(
    ({ where, quote }) =>
      `A number too small for the public stands in ${where}: “${quote}”. Begin a correction, and take it out or answer why it may stand.`,
  )
}

const same = (one: unknown, other: unknown) => ordered(one) === ordered(other)

// PostgreSQL keeps the keys of JSON in an order of its own.
const ordered = (value: unknown): string =>
  JSON.stringify(JSON.parse(JSON.stringify(value)), (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/**
 * Publishes a signed paper's public version: the first at an address that stays, a later one beside those before. What is published is a copy
 * without the redacted words. Refuses while anything stands in the way, and a later version without a reason. Returns its public address.
 */
export async function publishPaper(
  ctx: Ctx,
  paper_id: string,
  because: string | null,
): Promise<{ address: string; version: number }> {
  const ready = await toPublish(ctx, paper_id)
  const [obstacle] = await obstacles(ctx, ready)
  if (obstacle) refuse('because', obstacle)
  const { published, paper, taken, document } = ready
  const version = (published?.versions[0]?.version ?? 0) + 1
  if (version > 1 && !because) refuse('because', 'Enter why there is a new version')
  const { publication_id, address, held_by } = published
    ? await publishedBefore(ctx, published.publication, document.title)
    : await begin(ctx, ready)
  await ctx.db
    .insertInto('papers.publication_version')
    .values({
      publication_id,
      held_by,
      paper_id: paper.paper_id,
      version,
      document: JSON.stringify(document),
      redactions: JSON.stringify(taken),
      because: version === 1 ? null : because,
      published_at: ctx.now,
    })
    .execute()
  if (ready.item) await publishAgain(ctx, ready.item.meeting_id)
  return { address, version }
}

async function begin(ctx: Ctx, { item, address, document, paper }: ToPublish) {
  const { held_by, number, meeting } = item!
  const { series, label } = templateOf(paper)
  const { publication_id } = await ctx.db
    .insertInto('papers.publication')
    .values({
      held_by,
      address: address!,
      meeting: meeting.board_name,
      met_on: meeting.meets_on,
      item: number,
      title: document.title,
      series: series ?? label,
    })
    .returning('publication_id')
    .executeTakeFirstOrThrow()
  return { publication_id, address: address!, held_by }
}

/** The latest title stands; a publication that was withdrawn is back, and those of its versions that were withdrawn are not. */
async function publishedBefore(
  ctx: Ctx,
  { publication_id, address, held_by }: { publication_id: string; address: string; held_by: string },
  title: string,
) {
  await ctx.db
    .updateTable('papers.publication')
    .set({ title, withdrawn_at: null, withdrawn_because: null })
    .where('publication_id', '=', publication_id)
    .execute()
  return { publication_id, address, held_by }
}

/**
 * Takes one version down, or every version (null): its address says that it was withdrawn, when and why. A version that is withdrawn stays so
 * whatever is published later. When no version is left, the publication is withdrawn.
 */
export async function withdrawPublication(
  ctx: Ctx,
  paper_id: string,
  because: string,
  only: string | null = null,
): Promise<void> {
  const { published } = await toPublish(ctx, paper_id)
  const standing = published?.versions.filter((one) => !one.withdrawn_at) ?? []
  if (!published || standing.length === 0) refuse('because', 'This paper is not published.')
  const going = standing.filter(({ version }) => only === null || String(version) === only)
  if (going.length === 0) refuse('version', 'Select a version from the list')
  const withdrawn = { withdrawn_at: ctx.now, withdrawn_because: because }
  const { publication_id } = published.publication
  await ctx.db
    .updateTable('papers.publication_version')
    .set(withdrawn)
    .where('publication_id', '=', publication_id)
    .where('withdrawn_at', 'is', null)
    .where(
      'version',
      'in',
      going.map(({ version }) => version),
    )
    .execute()
  if (going.length === standing.length)
    await ctx.db
      .updateTable('papers.publication')
      .set(withdrawn)
      .where('publication_id', '=', publication_id)
      .execute()
}
