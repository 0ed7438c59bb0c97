import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { decisionsOf } from '../decisions/queries.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import type { meetingForm } from './form.ts'
import { insistFree } from './keep-meeting.ts'
import { nameMeeting, namePublications } from '../agendas/name-meeting.ts'
import { getMeeting, listItems } from './queries.ts'

/**
 * Changes when and where a meeting is. Its papers that are still open name the new day; what the public reads of it stays at its address, with
 * the new day and the one it was moved from. Refuses another day once something was decided at it.
 */
export async function changeMeeting(
  ctx: Ctx,
  meeting_id: string,
  values: ValuesOf<typeof meetingForm>,
): Promise<void> {
  await onePublishingAtATime(ctx)
  const before = await getMeeting(ctx, meeting_id)
  if (values.papers_due_on > values.meets_on)
    refuse('papers_due_on', 'Papers cannot be due after the meeting')
  const moves = values.meets_on !== before.meets_on
  if (moves) await insistFree(ctx, before.board_id, values.meets_on)
  if (moves && (await decisionsOf(ctx, meeting_id)).length > 0)
    refuse('meets_on', 'Something was decided at this meeting: it was held on its day')
  await ctx.db.updateTable('papers.meeting').set(values).where('meeting_id', '=', meeting_id).execute()
  if (moves)
    for (const item of await listItems(ctx, meeting_id)) {
      await nameMeeting(ctx, { ...before, meets_on: values.meets_on }, item)
      await namePublications(ctx, item.paper_id, { met_on: values.meets_on })
    }
  await tellThePublic(ctx, meeting_id, values)
}

async function tellThePublic(
  ctx: Ctx,
  meeting_id: string,
  { meets_on, starts_at, place }: ValuesOf<typeof meetingForm>,
) {
  const there = await ctx.db
    .selectFrom('papers.published_meeting')
    .select(['met_on', 'moved_from'])
    .where('meeting_id', '=', meeting_id)
    .executeTakeFirst()
  if (!there) return
  const first = there.moved_from ?? there.met_on
  await ctx.db
    .updateTable('papers.published_meeting')
    .set({ met_on: meets_on, starts_at, place, moved_from: first === meets_on ? null : first })
    .where('meeting_id', '=', meeting_id)
    .execute()
}
