import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { type Checked, toldToThePublic } from '../checks/answers/check-paper.ts'
import { templateOf } from '../templates/template.ts'
import { relinkAgendasOf } from '../agendas/publish-meeting.ts'
import { getItem, itemsOfPapers } from '../meetings/queries.ts'
import { everyWordOf, leaksIn, leaksOfEarlier, redactedWordsIn } from '../redactions/find-leaks.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import { inOrder, insistUntold, redactedIn, toPublish, type ToPublish } from './queries.ts'
import { HELD_ELSEWHERE, withdrawVersions } from './withdraw-publication.ts'

/** Why a paper cannot be published as it is, each with what to do; none: it can. */
export async function obstacles(ctx: Ctx, ready: ToPublish): Promise<string[]> {
  const { paper, item, published, signed, document, redactions, taken, earlier, agenda } = ready
  if (!item && !published) return ['Put it on the agenda of a meeting first.']
  if (!paper.is_public) return ['The paper is marked as not for publication.']
  const kept = (await itemsOfPapers(ctx, ready.chain)).find((one) => !one.is_public)
  if (kept)
    return [`It is item ${kept.number} of a meeting that keeps it from the public. Change that item first.`]
  const latest = published?.versions[0]
  if (latest && !latest.withdrawn_at && inOrder(latest.document) === inOrder(document))
    return ['The public reads this version already.']
  return [
    ...(await toldToThePublic(ctx, paper.paper_id, signed, redactions)).map(obstacleOf),
    ...leaksIn(signed, document, redactions, taken),
    ...earlier.flatMap((one) => leaksOfEarlier(one.signed, document, one.redactions, taken)),
    ...(await redactedInWhatItFollows(ctx, ready)),
    ...redactedWordsIn(signed, redactions, agenda).map(
      ({ redaction }) =>
        `The published agenda says what is redacted at ${redaction.place}. Change the item or its decision, and publish the agenda again.`,
    ),
  ]
}

/** A note on a paper says no more than the paper itself does. */
async function redactedInWhatItFollows(ctx: Ctx, { item, document }: ToPublish): Promise<string[]> {
  const about = item?.follows ? await getItem(ctx, item.follows) : undefined
  const place = about?.paper_id ? await redactedIn(ctx, about.paper_id, everyWordOf(document)) : undefined
  return place
    ? [
        `What is redacted at ${place} of the paper that this one is about can be read in it. Redact it here too.`,
      ]
    : []
}

// An answer is given before sign-off, a redaction after it: either will do for a small number.
const obstacleOf = ({ where, quote, answer }: Checked['findings'][number]): string =>
  answer
    ? `It was to be taken out of the public version, and stands in ${where}: “${quote}”. Redact it.`
    : `A number too small for the public stands in ${where}: “${quote}”. Redact it, or begin a correction and answer why it may stand.`

/**
 * Publishes a signed paper's public version: the first at an address that stays, a later one beside those before. What is published is a copy
 * without the redacted words; versions that stand and print them are withdrawn in the same moment. `read` is the mark of what was read
 * (toPublish): refused when what would be published has changed since, such as by a colleague who put something back. Refuses while anything
 * stands in the way, and a later version without a reason. Returns its public address.
 */
export async function publishPaper(
  ctx: Ctx,
  paper_id: string,
  { read, because }: { read: string; because: string | null },
): Promise<{ address: string; version: number }> {
  await onePublishingAtATime(ctx)
  const ready = await toPublish(ctx, paper_id)
  const [obstacle] = await obstacles(ctx, ready)
  if (obstacle) refuse('', obstacle)
  if (read !== ready.mark)
    refuse('', 'What would be published has changed since you opened this page: read it again, then publish.')
  const { published, paper, taken, document, version, still_printing } = ready
  if (version > 1 && !because) refuse('because', 'Enter why there is a new version')
  if (version > 1) insistUntold(ready, 'because', because!)
  const { publication_id, address, held_by } = published
    ? await publishedBefore(ctx, published.publication, document.title)
    : await begin(ctx, ready)
  await withdrawVersions(
    ctx,
    publication_id,
    still_printing,
    `It printed what is kept from the public and taken out of version ${version}.`,
  )
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
  await relinkAgendasOf(ctx, ready.chain)
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
  const { numUpdatedRows } = await ctx.db
    .updateTable('papers.publication')
    .set({ title, withdrawn_at: null, withdrawn_because: null })
    .where('publication_id', '=', publication_id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) refuse('', HELD_ELSEWHERE)
  return { publication_id, address, held_by }
}

/** The mark of what would be published of a paper now: what whoever publishes it has read (publishPaper). */
export const readToPublishPaper = async (ctx: Ctx, paper_id: string): Promise<string> =>
  (await toPublish(ctx, paper_id)).mark
