import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'

export type Board = Selectable<DB['papers.board']>
export type Meeting = Selectable<DB['papers.meeting']> & {
  board_name: string
  code: string
  is_panel: boolean
}
export type Item = Selectable<DB['papers.agenda_item']> & {
  paper_title: string | null
  paper_step: string | null
  paper_signed_at: Date | null
  paper_is_public: boolean | null
  /** The day of the meeting as its front sheet has it. */
  paper_meeting_on: string | null
  /** The public address of its paper while a version of it, or of a correction of it, can be read there. */
  address: string | null
}

/** The boards of this actor's office, by name. */
export const listBoards = (ctx: Ctx): Promise<Board[]> =>
  ctx.db.selectFrom('papers.board').selectAll().orderBy('name').execute()

/** One board. Throws NotFound. */
export const getBoard = async (ctx: Ctx, board_id: string): Promise<Board> =>
  found(
    await ctx.db.selectFrom('papers.board').selectAll().where('board_id', '=', board_id).executeTakeFirst(),
    'This meeting',
  )

const meetings = (ctx: Ctx) =>
  ctx.db
    .selectFrom('papers.meeting as g')
    .innerJoin('papers.board as b', (join) =>
      join.onRef('b.area_id', '=', 'g.area_id').onRef('b.board_id', '=', 'g.board_id'),
    )
    .selectAll('g')
    .select(['b.name as board_name', 'b.code', 'b.is_panel'])

/** Meetings, the latest first; a hundred at most. */
export const listMeetings = (ctx: Ctx): Promise<Meeting[]> =>
  meetings(ctx).orderBy('g.meets_on', 'desc').orderBy('b.name').limit(100).execute()

/** One meeting. Throws NotFound. */
export const getMeeting = async (ctx: Ctx, meeting_id: string): Promise<Meeting> =>
  found(await meetings(ctx).where('g.meeting_id', '=', meeting_id).executeTakeFirst(), 'This meeting')

const items = (ctx: Ctx) =>
  ctx.db
    .selectFrom('papers.agenda_item as i')
    .leftJoin('papers.paper as p', (join) =>
      join.onRef('p.area_id', '=', 'i.area_id').onRef('p.paper_id', '=', 'i.paper_id'),
    )
    .leftJoin('papers.sign_off as s', (join) =>
      join.onRef('s.area_id', '=', 'i.area_id').onRef('s.paper_id', '=', 'i.paper_id'),
    )
    .selectAll('i')
    .select((at) => [
      'p.title as paper_title',
      'p.is_public as paper_is_public',
      'p.meeting_on as paper_meeting_on',
      's.signed_at as paper_signed_at',
      at
        .selectFrom('papers.step as w')
        .select('w.step')
        .whereRef('w.area_id', '=', 'i.area_id')
        .whereRef('w.paper_id', '=', 'i.paper_id')
        .orderBy('w.taken_at', 'desc')
        .limit(1)
        .as('paper_step'),
      at
        .selectFrom('papers.publication_version as v')
        .innerJoin('papers.publication as u', (join) =>
          join.onRef('u.area_id', '=', 'v.area_id').onRef('u.publication_id', '=', 'v.publication_id'),
        )
        .select('u.address')
        .whereRef('v.area_id', '=', 'i.area_id')
        .whereRef('v.paper_id', '=', 'i.paper_id')
        .where('u.withdrawn_at', 'is', null)
        .limit(1)
        .as('address'),
    ])

/** The agenda of a meeting, in order. */
export const listItems = (ctx: Ctx, meeting_id: string): Promise<Item[]> =>
  items(ctx).where('i.meeting_id', '=', meeting_id).orderBy('i.number').execute()

/** One item. Throws NotFound. */
export const getItem = async (ctx: Ctx, agenda_item_id: string): Promise<Item> =>
  found(await items(ctx).where('i.agenda_item_id', '=', agenda_item_id).executeTakeFirst(), 'This item')

/** The agenda items that these papers are on, the latest meeting first: a paper that was put off is on two. */
export const itemsOfPapers = (ctx: Ctx, paper_ids: readonly string[]): Promise<Item[]> =>
  items(ctx)
    .innerJoin('papers.meeting as g', (join) =>
      join.onRef('g.area_id', '=', 'i.area_id').onRef('g.meeting_id', '=', 'i.meeting_id'),
    )
    .where('i.paper_id', 'in', paper_ids)
    .orderBy('g.meets_on', 'desc')
    .orderBy('i.agenda_item_id', 'desc')
    .execute()

/** Where items of this meeting were taken on to: by the item that they follow. */
export const takenOnTo = (ctx: Ctx, meeting_id: string) =>
  ctx.db
    .selectFrom('papers.agenda_item as n')
    .innerJoin('papers.agenda_item as i', (join) =>
      join.onRef('i.area_id', '=', 'n.area_id').onRef('i.agenda_item_id', '=', 'n.follows'),
    )
    .innerJoin('papers.meeting as g', (join) =>
      join.onRef('g.area_id', '=', 'n.area_id').onRef('g.meeting_id', '=', 'n.meeting_id'),
    )
    .innerJoin('papers.board as b', (join) =>
      join.onRef('b.area_id', '=', 'g.area_id').onRef('b.board_id', '=', 'g.board_id'),
    )
    .select(['n.follows', 'n.number', 'g.meeting_id', 'g.meets_on', 'b.name as board_name'])
    .where('i.meeting_id', '=', meeting_id)
    .orderBy('g.meets_on')
    .execute()

/** What the public reads of a meeting, as text; empty where its agenda is not published. */
export async function publishedAgenda(ctx: Ctx, meeting_id: string): Promise<string> {
  const there = await ctx.db
    .selectFrom('papers.published_meeting')
    .select('items')
    .where('meeting_id', '=', meeting_id)
    .executeTakeFirst()
  const items = (there?.items ?? []) as { title: string; decisions: { words: string }[] }[]
  return items.flatMap(({ title, decisions }) => [title, ...decisions.map(({ words }) => words)]).join('\n')
}
