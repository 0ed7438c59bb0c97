import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'

export type Decision = Selectable<DB['papers.decision']> & {
  /** What it said before it was corrected, if it was. */
  said_before: string | null
}

export type MeetingAction = {
  meeting_action_id: string
  agenda_item_id: string
  meeting_id: string
  words: string
  owner: string
  due_on: string
  item_number: number
  meets_on: string
  said: string | null
  said_on: string | null
  is_done: boolean
}

const decisions = (ctx: Ctx) =>
  ctx.db
    .selectFrom('papers.decision as d')
    .innerJoin('papers.agenda_item as i', (join) =>
      join.onRef('i.area_id', '=', 'd.area_id').onRef('i.agenda_item_id', '=', 'd.agenda_item_id'),
    )
    .leftJoin('papers.decision as b', (join) =>
      join.onRef('b.area_id', '=', 'd.area_id').onRef('b.decision_id', '=', 'd.replaces'),
    )
    .selectAll('d')
    .select('b.words as said_before')
    .where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('papers.decision as r')
            .select('r.decision_id')
            .whereRef('r.area_id', '=', 'd.area_id')
            .whereRef('r.replaces', '=', 'd.decision_id'),
        ),
      ),
    )

/** What was decided at a meeting, in the order it was recorded; of one that was corrected, what stands. */
export const decisionsOf = (ctx: Ctx, meeting_id: string): Promise<Decision[]> =>
  decisions(ctx).where('i.meeting_id', '=', meeting_id).orderBy('d.recorded_at').execute()

/** One decision that stands. Throws NotFound, also for one that was corrected since. */
export const getDecision = async (ctx: Ctx, decision_id: string): Promise<Decision> =>
  found(await decisions(ctx).where('d.decision_id', '=', decision_id).executeTakeFirst(), 'This decision')

const actions = (where: ReturnType<typeof sql>) => sql<MeetingAction>`
  select a.meeting_action_id, a.agenda_item_id, i.meeting_id, a.words, a.owner, a.due_on, i.number as item_number, g.meets_on, p.words as said,
    p.told_on as said_on, coalesce(p.is_done, false) as is_done
  from papers.meeting_action a
  join papers.agenda_item i on i.area_id = a.area_id and i.agenda_item_id = a.agenda_item_id
  join papers.meeting g on g.area_id = i.area_id and g.meeting_id = i.meeting_id
  left join lateral (select p.words, p.told_on, p.is_done from papers.action_progress p
    where p.area_id = a.area_id and p.meeting_action_id = a.meeting_action_id order by p.told_at desc limit 1) p on true
  where ${where} order by g.meets_on, i.number, a.recorded_at`

/** The actions agreed at a meeting, each as it stands. */
export const actionsOf = async (ctx: Ctx, meeting_id: string): Promise<MeetingAction[]> =>
  (await actions(sql`g.meeting_id = ${meeting_id}::uuid`).execute(ctx.db)).rows

/** Actions of the board's earlier meetings that are not done, or were done since the meeting before this one: what this meeting follows up. */
export const actionsBefore = async (
  ctx: Ctx,
  { board_id, meets_on }: { board_id: string; meets_on: string },
): Promise<MeetingAction[]> =>
  (
    await actions(sql`g.board_id = ${board_id}::uuid and g.meets_on < ${meets_on}::date and (not coalesce(p.is_done, false)
      or p.told_on >= (select max(b.meets_on) from papers.meeting b where b.area_id = g.area_id and b.board_id = g.board_id and b.meets_on < ${meets_on}::date))`).execute(
      ctx.db,
    )
  ).rows

/** One action. Throws NotFound. */
export const getAction = async (ctx: Ctx, meeting_action_id: string): Promise<MeetingAction> =>
  found(
    (await actions(sql`a.meeting_action_id = ${meeting_action_id}::uuid`).execute(ctx.db)).rows[0],
    'This action',
  )
