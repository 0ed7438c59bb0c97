import { officeTeam } from '#access'
import type { Ctx } from '#platform/act.ts'
import { isId } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { actionsOf, decisionsOf } from '../decisions/queries.ts'
import { onePublishingAtATime } from '../sign-off/one-at-a-time.ts'
import type { boardForm, itemForm, meetingForm } from './form.ts'
import { nameMeeting, namePublications } from '../agendas/name-meeting.ts'
import { relinkAgenda } from '../agendas/publish-meeting.ts'
import { getBoard, getItem, getMeeting, listBoards, listItems } from './queries.ts'

/** Words as they stand in an address: 'strategic-resources-and-performance-meeting'. */
export const codeOf = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')

/** Adds one of the office's own boards. Refuses a second of the same name. Returns its id. */
export async function addBoard(ctx: Ctx, { name, is_panel }: ValuesOf<typeof boardForm>): Promise<string> {
  await onePublishingAtATime(ctx)
  const code = codeOf(name)
  if (code === '') refuse('name', 'Enter what the meeting is called, in letters')
  if ((await listBoards(ctx)).some((board) => board.code === code))
    refuse('name', 'There is a meeting of this name already')
  const { board_id } = await ctx.db
    .insertInto('papers.board')
    .values({ held_by: await officeTeam(ctx), name, code, is_panel })
    .returning('board_id')
    .executeTakeFirstOrThrow()
  return board_id
}

/** Adds a meeting of a board on a day. Returns its id. */
export async function addMeeting(
  ctx: Ctx,
  board_id: string,
  values: ValuesOf<typeof meetingForm>,
): Promise<string> {
  await onePublishingAtATime(ctx)
  const { held_by } = await getBoard(ctx, board_id)
  if (values.papers_due_on > values.meets_on)
    refuse('papers_due_on', 'Papers cannot be due after the meeting')
  await insistFree(ctx, board_id, values.meets_on)
  const { meeting_id } = await ctx.db
    .insertInto('papers.meeting')
    .values({ ...values, board_id, held_by })
    .returning('meeting_id')
    .executeTakeFirstOrThrow()
  return meeting_id
}

/** Refuses a day on which the board meets already. */
export async function insistFree(ctx: Ctx, board_id: string, meets_on: string): Promise<void> {
  const there = await ctx.db
    .selectFrom('papers.meeting')
    .select('meeting_id')
    .where('board_id', '=', board_id)
    .where('meets_on', '=', meets_on)
    .executeTakeFirst()
  if (there) refuse('meets_on', 'There is a meeting on this day already')
}

/** Puts an item on an agenda. Refuses one that is kept from the public without ground and reason, and a paper that is not public on a public item. */
export async function addItem(
  ctx: Ctx,
  meeting_id: string,
  values: ValuesOf<typeof itemForm>,
  follows: string | null = null,
): Promise<string> {
  await onePublishingAtATime(ctx)
  const { held_by } = await getMeeting(ctx, meeting_id)
  if ((await listItems(ctx, meeting_id)).some(({ number }) => number === values.number))
    refuse('number', 'There is an item of this number already')
  const { agenda_item_id } = await ctx.db
    .insertInto('papers.agenda_item')
    .values({ ...(await checked(ctx, values)), meeting_id, held_by, follows })
    .returning('agenda_item_id')
    .executeTakeFirstOrThrow()
  await nameMeeting(ctx, await getMeeting(ctx, meeting_id), values)
  return agenda_item_id
}

/**
 * Changes an item of an agenda, under the same rules. A paper that the public reads stays on its item until it is withdrawn; an item that is kept
 * from the public now is gone from the published agenda at once, with what was decided on it.
 */
export async function changeItem(
  ctx: Ctx,
  agenda_item_id: string,
  values: ValuesOf<typeof itemForm>,
): Promise<string> {
  await onePublishingAtATime(ctx)
  const { meeting_id, address, paper_id } = await getItem(ctx, agenda_item_id)
  const others = (await listItems(ctx, meeting_id)).filter((one) => one.agenda_item_id !== agenda_item_id)
  if (others.some(({ number }) => number === values.number))
    refuse('number', 'There is an item of this number already')
  if (address && !values.is_public)
    refuse('is_public', 'The public reads its paper: withdraw that first, then keep the item from the public')
  if (address && values.paper_id !== paper_id)
    refuse('paper_id', 'The public reads the paper of this item: withdraw it first')
  await ctx.db
    .updateTable('papers.agenda_item')
    .set(await checked(ctx, values))
    .where('agenda_item_id', '=', agenda_item_id)
    .execute()
  await nameMeeting(ctx, await getMeeting(ctx, meeting_id), values)
  await namePublications(ctx, paper_id, { item: values.number })
  await relinkAgenda(ctx, meeting_id)
  return meeting_id
}

/** Takes an item off an agenda. Refuses one that anything was decided or agreed on, and one whose paper the public reads. Returns the meeting's id. */
export async function removeItem(ctx: Ctx, agenda_item_id: string): Promise<string> {
  await onePublishingAtATime(ctx)
  const { meeting_id, address } = await getItem(ctx, agenda_item_id)
  if (address) refuse('', 'The public reads the paper of this item: withdraw it first.')
  const mine = (one: { agenda_item_id: string }) => one.agenda_item_id === agenda_item_id
  if ((await decisionsOf(ctx, meeting_id)).some(mine) || (await actionsOf(ctx, meeting_id)).some(mine))
    refuse('', 'Something was decided or agreed on this item: it stays on the agenda.')
  const { numDeletedRows } = await ctx.db
    .deleteFrom('papers.agenda_item')
    .where('agenda_item_id', '=', agenda_item_id)
    .executeTakeFirstOrThrow()
  if (numDeletedRows === 0n) refuse('', 'Only the team that keeps this meeting can change its agenda.')
  return meeting_id
}

async function checked(ctx: Ctx, { paper_id, ...values }: ValuesOf<typeof itemForm>) {
  if (values.is_public && (values.ground || values.because))
    refuse('ground', 'A public item has no ground for keeping it from the public: leave both empty')
  if (!values.is_public && !values.ground)
    refuse('ground', 'Select the ground on which it is kept from the public')
  if (!values.is_public && !values.because) refuse('because', 'Enter why it is kept from the public')
  if (!paper_id) return { ...values, paper_id: null }
  const paper = isId(paper_id)
    ? await ctx.db
        .selectFrom('papers.paper')
        .select(['paper_id', 'is_public'])
        .where('paper_id', '=', paper_id)
        .executeTakeFirst()
    : undefined
  if (!paper) refuse('paper_id', 'Select the paper from the list')
  if (values.is_public && !paper.is_public)
    refuse('is_public', 'Its paper is not public: so is the item, with its ground')
  return { ...values, paper_id: paper.paper_id }
}
