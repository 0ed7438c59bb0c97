import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { getItem, getMeeting } from '../meetings/queries.ts'
import type { actionForm, decisionForm, progressForm } from './form.ts'
import { relinkAgenda } from '../agendas/publish-meeting.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import { getAction, getDecision } from './queries.ts'

/** Records what was decided on an item, as of the day of its meeting. Refuses before that day; never overwritten, a later one stands beside it. */
export async function recordDecision(
  ctx: Ctx,
  agenda_item_id: string,
  values: ValuesOf<typeof decisionForm>,
): Promise<string> {
  const item = await getItem(ctx, agenda_item_id)
  const { meets_on } = await getMeeting(ctx, item.meeting_id)
  if (meets_on > ctx.today) refuse('words', 'This meeting has not been held yet')
  if (values.is_public && !item.is_public)
    refuse('is_public', 'The item is not public, so its decision is not either')
  await ctx.db
    .insertInto('papers.decision')
    .values({ ...values, agenda_item_id, held_by: item.held_by, decided_on: meets_on })
    .execute()
  return item.meeting_id
}

/**
 * Corrects a decision that was recorded wrongly: another stands in its place, and what it said stays in the office. What the public reads changes
 * when the agenda is published again; a decision that is not public any more is gone from there at once. Returns the meeting's id.
 */
export async function correctDecision(
  ctx: Ctx,
  decision_id: string,
  values: ValuesOf<typeof decisionForm>,
): Promise<string> {
  await onePublishingAtATime(ctx)
  const { agenda_item_id, held_by, decided_on } = await getDecision(ctx, decision_id)
  const item = await getItem(ctx, agenda_item_id)
  if (values.is_public && !item.is_public)
    refuse('is_public', 'The item is not public, so its decision is not either')
  await ctx.db
    .insertInto('papers.decision')
    .values({ ...values, agenda_item_id, held_by, decided_on, replaces: decision_id })
    .execute()
  await relinkAgenda(ctx, item.meeting_id)
  return item.meeting_id
}

/** Records an action agreed on an item: who does what by when. The board's next meeting follows it up. */
export async function recordAction(
  ctx: Ctx,
  agenda_item_id: string,
  values: ValuesOf<typeof actionForm>,
): Promise<string> {
  const item = await getItem(ctx, agenda_item_id)
  const { meets_on } = await getMeeting(ctx, item.meeting_id)
  if (meets_on > ctx.today) refuse('words', 'This meeting has not been held yet')
  if (values.due_on < meets_on) refuse('due_on', 'An action cannot be due before the meeting that agreed it')
  await ctx.db
    .insertInto('papers.meeting_action')
    .values({ ...values, agenda_item_id, held_by: item.held_by })
    .execute()
  return item.meeting_id
}

/** Tells what became of an action; the latest telling stands. */
export async function tellProgress(
  ctx: Ctx,
  meeting_action_id: string,
  values: ValuesOf<typeof progressForm>,
): Promise<string> {
  const action = await getAction(ctx, meeting_action_id)
  const { held_by } = await getItem(ctx, action.agenda_item_id)
  await ctx.db
    .insertInto('papers.action_progress')
    .values({ ...values, meeting_action_id, held_by, told_on: ctx.today })
    .execute()
  return action.meeting_id
}
