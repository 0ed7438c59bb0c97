import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import type { DB } from '#platform/database/tables.ts'
import { found } from '#platform/errors.ts'
import { monthInWords, dayInWords } from '#platform/words/dates.ts'
import type { SaidWords } from '../level-words.ts'
import type { Status } from '../words.ts'
import type { KeptFigure } from './figures-in-text.ts'

type Stored = Selectable<DB['delivery_plan.update']>
export type Update = Omit<Stored, 'figures'> & {
  figures: KeptFigure[]
  cycle_name: string | null
  corrected: boolean
}

const select = sql`
  select u.*, c.name as cycle_name, exists (select 1 from delivery_plan.update later
    where later.area_id = u.area_id and later.corrects = u.update_id) as corrected
  from delivery_plan.update u
  left join delivery_plan.cycle c on c.area_id = u.area_id and c.cycle_id = u.cycle_id`

/** Everything said of a deliverable, the newest first; what a later update corrects is marked. */
export async function listUpdates(ctx: Ctx, deliverable_id: string): Promise<Update[]> {
  const { rows } = await sql<Update>`${select} where u.deliverable_id = ${deliverable_id}::uuid
    order by u.dated_on desc nulls last, u.written_at desc, u.update_id`.execute(ctx.db)
  return rows
}

/**
 * What a paper of a cycle prints: for each deliverable of its year (or theme), the newest first, what was said in that cycle and before it;
 * corrected updates are left out, because what corrects them is in.
 */
export async function updatesUpTo(
  ctx: Ctx,
  cycle_id: string,
  theme_id?: string,
): Promise<Map<string, Update[]>> {
  const { rows } = await sql<Update>`${select}
    join delivery_plan.cycle now on now.area_id = u.area_id and now.cycle_id = ${cycle_id}::uuid
    join delivery_plan.deliverable d on d.area_id = u.area_id and d.deliverable_id = u.deliverable_id and d.year_id = now.year_id
    where (c.cycle_id is null and u.dated_on <= now.due_on or c.period_to <= now.period_to)
      ${theme_id ? sql`and d.theme_id = ${theme_id}::uuid` : sql``}
      and not exists (select 1 from delivery_plan.update later where later.area_id = u.area_id and later.corrects = u.update_id)
    order by u.dated_on desc nulls last, u.written_at desc, u.update_id`.execute(ctx.db)
  return Map.groupBy(rows, (row) => row.deliverable_id)
}

/** '31 January 2020', 'January 2020', or that no date was given. */
export const datedInWords = ({ dated_on, dated_to }: Pick<Stored, 'dated_on' | 'dated_to'>): string =>
  dated_on === null ? 'No date given' : dated_to === 'month' ? monthInWords(dated_on) : dayInWords(dated_on)

export type Request = Omit<
  Selectable<DB['delivery_plan.update_request']>,
  'said_before_figures' | 'colours_mean' | 'level_words'
> & {
  said_before_figures: KeptFigure[]
  colours_mean: Partial<Record<Status, string>>
  /** The office's words for its levels: the owner may not see its plan. */
  level_words: SaidWords
  initials: string | null
  answered_at: Date | null
  reminded_on: string | null
}

const requests = sql`
  select q.*, (select min(u.written_at) from delivery_plan.update u where u.area_id = q.area_id and u.update_request_id = q.update_request_id) as answered_at,
    (select max(r.reminded_on) from delivery_plan.reminder r where r.area_id = q.area_id and r.update_request_id = q.update_request_id) as reminded_on
  from delivery_plan.update_request q`

/** What this actor is asked: by name, or as one of a team where nobody is named. Open ones first by due date, then those answered lately. */
export async function listMyRequests(ctx: Ctx): Promise<Request[]> {
  const { rows } = await sql<Request>`select * from (${requests}
    where q.given_to = any (access.my_teams()) and coalesce(q.for_member, access.actor_id()) = access.actor_id() and q.withdrawn_at is null) mine
    order by answered_at is not null, due_on, heading limit 300`.execute(ctx.db)
  return rows
}

/** What was sent in answer to a request, the latest first. */
export async function answersTo(ctx: Ctx, update_request_id: string): Promise<Update[]> {
  const { rows } = await sql<Update>`${select} where u.update_request_id = ${update_request_id}::uuid
    order by u.written_at desc, u.update_id`.execute(ctx.db)
  return rows
}

/** One request, for whoever it was given to and for the office. Throws NotFound. */
export async function getRequest(ctx: Ctx, update_request_id: string): Promise<Request> {
  const { rows } =
    await sql<Request>`${requests} where q.update_request_id = ${update_request_id}::uuid`.execute(ctx.db)
  return found(rows[0])
}
