import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { decisionsOf } from '../decisions/queries.ts'
import { getMeeting, listItems } from '../meetings/queries.ts'
import { groundInWords } from '../words.ts'

/** One item of an agenda as the public reads it. */
export type PublicItem = {
  number: number
  title: string
  /** Why its paper is kept from the public; none: it is public. */
  ground: string | null
  /** Of its paper, once published. */
  address: string | null
  decisions: { words: string; decided_by: string; decided_on: string }[]
}

/** Publishes an agenda with the public decisions, as they are now; published again, it takes the place of what was there. Returns its address. */
export async function publishMeeting(ctx: Ctx, meeting_id: string): Promise<string> {
  const meeting = await getMeeting(ctx, meeting_id)
  const agenda = await listItems(ctx, meeting_id)
  if (agenda.length === 0) refuse('', 'There is nothing on the agenda yet.')
  const decisions = await decisionsOf(ctx, meeting_id)
  const items: PublicItem[] = agenda.map(({ number, title, ground, address, agenda_item_id, is_public }) => ({
    number,
    title,
    ground: ground && groundInWords(ground),
    address: is_public ? address : null,
    decisions: decisions
      .filter((one) => one.agenda_item_id === agenda_item_id && one.is_public)
      .map(({ words, decided_by, decided_on }) => ({ words, decided_by, decided_on })),
  }))
  const address = `${meeting.meets_on}-${meeting.code}`
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

/** Brings a published agenda up to date; one that is not published stays so. */
export async function publishAgain(ctx: Ctx, meeting_id: string): Promise<void> {
  if (await isPublished(ctx, meeting_id)) await publishMeeting(ctx, meeting_id)
}

/** Where the agenda is published, if it is. */
export const isPublished = async (ctx: Ctx, meeting_id: string): Promise<string | undefined> =>
  (
    await ctx.db
      .selectFrom('papers.published_meeting')
      .select('address')
      .where('meeting_id', '=', meeting_id)
      .executeTakeFirst()
  )?.address
