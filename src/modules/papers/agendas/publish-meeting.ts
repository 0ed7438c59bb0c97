import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { decisionsOf } from '../decisions/queries.ts'
import { inOrder, redactedIn } from '../publication/queries.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import { groundInWords } from '../words.ts'
import { getMeeting, itemsOfPapers, listItems } from '../meetings/queries.ts'

/** One item of an agenda as the public reads it. */
export type PublicItem = {
  agenda_item_id: string
  number: number
  title: string
  /** Why its paper is kept from the public; none: it is public. */
  ground: string | null
  /** Of its paper, once published. */
  address: string | null
  decisions: { decision_id: string; words: string; decided_by: string; decided_on: string }[]
}

/** The agenda with its public decisions as the public would read it now. */
async function publicItems(ctx: Ctx, meeting_id: string): Promise<PublicItem[]> {
  const decisions = await decisionsOf(ctx, meeting_id)
  return (await listItems(ctx, meeting_id)).map(
    ({ number, title, ground, address, agenda_item_id, is_public }) => ({
      agenda_item_id,
      number,
      title,
      ground: ground && groundInWords(ground),
      address: is_public ? address : null,
      decisions: decisions
        .filter((one) => is_public && one.is_public && one.agenda_item_id === agenda_item_id)
        .map(({ decision_id, words, decided_by, decided_on }) => ({
          decision_id,
          words,
          decided_by,
          decided_on,
        })),
    }),
  )
}

/** Publishes an agenda with the public decisions, as they are now; published again, it takes the place of what was there. Returns its address. */
export async function publishMeeting(ctx: Ctx, meeting_id: string): Promise<string> {
  await onePublishingAtATime(ctx)
  const meeting = await getMeeting(ctx, meeting_id)
  const items = await publicItems(ctx, meeting_id)
  if (items.length === 0) refuse('', 'There is nothing on the agenda yet.')
  await insistNothingRedacted(ctx, meeting_id, items)
  const there = await published(ctx, meeting_id)
  const address = there?.address ?? (await freeAddress(ctx, `${meeting.meets_on}-${meeting.code}`))
  const shown = {
    meeting: meeting.board_name,
    met_on: meeting.meets_on,
    starts_at: meeting.starts_at,
    place: meeting.place,
    items: JSON.stringify(items),
    published_at: ctx.now,
  }
  await ctx.db
    .insertInto('papers.published_meeting')
    .values({ ...shown, meeting_id, held_by: meeting.held_by, address })
    .onConflict((conflict) => conflict.columns(['area_id', 'meeting_id']).doUpdateSet(shown))
    .execute()
  return address
}

/** Nobody publishes in an agenda what is taken out of its papers. */
async function insistNothingRedacted(ctx: Ctx, meeting_id: string, items: readonly PublicItem[]) {
  for (const { agenda_item_id, paper_id } of await listItems(ctx, meeting_id)) {
    const item = items.find((one) => one.agenda_item_id === agenda_item_id)
    if (!item || !paper_id) continue
    const words = [item.title, ...item.decisions.map((one) => one.words)].join('\n')
    const place = await redactedIn(ctx, paper_id, words)
    if (place)
      refuse(
        '',
        `Item ${item.number} or its decision says what is redacted at ${place} of its paper: say it otherwise first.`,
      )
  }
}

/** A meeting moved away and another on its day: an address stays with what was published there first. */
async function freeAddress(ctx: Ctx, wanted: string): Promise<string> {
  for (let n = 1; ; n++) {
    const address = n === 1 ? wanted : `${wanted}-${n}`
    const there = await ctx.db
      .selectFrom('papers.published_meeting')
      .select('address')
      .where('address', '=', address)
      .executeTakeFirst()
    if (!there) return address
  }
}

/**
 * Brings a published agenda up to what may be read: the addresses of its papers, and nothing of an item or a decision that is kept from the public, or
 * corrected, since. What is new on the agenda, and what was decided, are published by publishMeeting alone.
 */
export async function relinkAgenda(ctx: Ctx, meeting_id: string): Promise<void> {
  const there = await published(ctx, meeting_id)
  if (!there) return
  const now = await publicItems(ctx, meeting_id)
  const items = there.items.map((item) => {
    const is = now.find(({ agenda_item_id }) => agenda_item_id === item.agenda_item_id)
    if (!is) return { ...item, address: null }
    const stand = new Set(is.decisions.map(({ decision_id }) => decision_id))
    const decisions = item.decisions.filter(({ decision_id }) => stand.has(decision_id))
    return { ...item, address: is.address, ground: is.ground, decisions }
  })
  await ctx.db
    .updateTable('papers.published_meeting')
    .set({ items: JSON.stringify(items) })
    .where('meeting_id', '=', meeting_id)
    .execute()
}

/** The same for every agenda that these papers are on. */
export async function relinkAgendasOf(ctx: Ctx, paper_ids: readonly string[]): Promise<void> {
  for (const { meeting_id } of await itemsOfPapers(ctx, paper_ids)) await relinkAgenda(ctx, meeting_id)
}

/** Where the agenda is published, if it is, and whether there is more to publish since. */
export async function publishedAgendaOf(
  ctx: Ctx,
  meeting_id: string,
): Promise<{ address: string; is_behind: boolean } | undefined> {
  const there = await published(ctx, meeting_id)
  if (!there) return undefined
  const is_behind = inOrder(there.items) !== inOrder(await publicItems(ctx, meeting_id))
  return { address: there.address, is_behind }
}

const published = async (ctx: Ctx, meeting_id: string) =>
  (await ctx.db
    .selectFrom('papers.published_meeting')
    .select(['address', 'items'])
    .where('meeting_id', '=', meeting_id)
    .executeTakeFirst()) as { address: string; items: PublicItem[] } | undefined
