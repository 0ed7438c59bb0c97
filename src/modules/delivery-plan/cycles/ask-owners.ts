import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { writeToOwners } from '../reminders/write-to-owners.ts'

/** Who is to be asked in an open cycle: every owner of each deliverable of its year for whom somebody is named. */
const wanted = (cycle_id: string) => sql`
  select c.area_id, c.cycle_id, d.deliverable_id, d.number, o.owner_id, o.initials, c.held_by, o.team_id as given_to, o.member_id as for_member
  from delivery_plan.cycle c
  join delivery_plan.deliverable d on d.area_id = c.area_id and d.year_id = c.year_id
  join delivery_plan.deliverable_owner x on x.area_id = d.area_id and x.deliverable_id = d.deliverable_id
  join delivery_plan.owner o on o.area_id = x.area_id and o.owner_id = x.owner_id and o.team_id is not null
  where c.cycle_id = ${cycle_id}::uuid and c.closed_at is null`

const answered = sql`exists (select 1 from delivery_plan.update u where u.area_id = q.area_id and u.update_request_id = q.update_request_id)`

/** An owner who became known, or for whom somebody else was named, since an open cycle's owners were asked. */
export type Unasked = { initials: string; numbers: number[] }

/** Owners of an open cycle who have not been asked as they are named now, by their letters. None once it is closed. */
export async function whoIsUnasked(ctx: Ctx, cycle_id: string): Promise<Unasked[]> {
  const { rows } = await sql<Unasked>`
    select w.initials, array_agg(w.number order by w.number) as numbers from (${wanted(cycle_id)}) w
    left join delivery_plan.update_request q
      on q.area_id = w.area_id and q.cycle_id = w.cycle_id and q.deliverable_id = w.deliverable_id and q.owner_id = w.owner_id
    where q.update_request_id is null or not ${answered}
      and (q.withdrawn_at is not null or (q.given_to, q.for_member) is distinct from (w.given_to, w.for_member))
    group by w.initials order by w.initials`.execute(ctx.db)
  return rows
}

/** Owners of a year's plan for whom nobody is named: they cannot be asked. */
export type Unnamed = Unasked & { owner_id: string }

/** Those owners, by their letters, with what they own. */
export async function whoIsUnnamed(ctx: Ctx, year_id: string): Promise<Unnamed[]> {
  const { rows } = await sql<Unnamed>`
    select o.owner_id, o.initials, array_agg(d.number order by d.number) as numbers
    from delivery_plan.deliverable d
    join delivery_plan.deliverable_owner x on x.area_id = d.area_id and x.deliverable_id = d.deliverable_id
    join delivery_plan.owner o on o.area_id = x.area_id and o.owner_id = x.owner_id and o.team_id is null
    where d.year_id = ${year_id}::uuid group by o.owner_id, o.initials order by o.initials`.execute(ctx.db)
  return rows
}

/**
 * Asks those owners of an open cycle who have not been asked: at its opening, and when an owner becomes known or somebody else is named later. An
 * unanswered request goes to whoever is named now, and is taken back where its owner no longer owns the deliverable. Answers stay where they are.
 * Returns the requests made, and writes to whom they were given.
 */
export async function askOwners(ctx: Ctx, origin: string, cycle_id: string): Promise<string[]> {
  await sql`
    update delivery_plan.update_request q set withdrawn_at = ${ctx.now}
    where q.cycle_id = ${cycle_id}::uuid and q.withdrawn_at is null and not ${answered}
      and not exists (select 1 from (${wanted(cycle_id)}) w where w.deliverable_id = q.deliverable_id and w.owner_id = q.owner_id)`.execute(
    ctx.db,
  )
  const { rows } = await sql<{ update_request_id: string }>`
    insert into delivery_plan.update_request as q (area_id, cycle_id, deliverable_id, owner_id, held_by, given_to, for_member, heading, cycle_name,
      period_from, period_to, year_from, due_on, said_before, said_before_figures, said_before_by, colours_mean, level_words)
    select w.area_id, w.cycle_id, w.deliverable_id, w.owner_id, w.held_by, w.given_to, w.for_member,
      p.theme_word || ' ' || t.number || ', number ' || d.number || ': ' || d.words, c.name, c.period_from, c.period_to, y.starts_on, c.due_on,
      said.words, coalesce(said.figures, '[]'), said.by,
      jsonb_build_object('green', p.green_means, 'amber', p.amber_means, 'red', p.red_means, 'white', p.white_means),
      (select jsonb_object_agg(one.key, one.value) from jsonb_each(to_jsonb(p)) one where one.key ~ '_words?$')
    from (${wanted(cycle_id)}) w
    join delivery_plan.cycle c on c.area_id = w.area_id and c.cycle_id = w.cycle_id
    join delivery_plan.deliverable d on d.area_id = w.area_id and d.deliverable_id = w.deliverable_id
    join delivery_plan.theme t on t.area_id = d.area_id and t.theme_id = d.theme_id
    join delivery_plan.year y on y.area_id = d.area_id and y.year_id = d.year_id
    join delivery_plan.plan p on p.area_id = y.area_id and p.plan_id = y.plan_id
    left join lateral (
      select u.words, u.figures,
        u.author || coalesce(', ' || to_char(u.dated_on, case u.dated_to when 'month' then 'FMMonth YYYY' else 'FMDD FMMonth YYYY' end), '') as by
      from delivery_plan.update u where u.area_id = d.area_id and u.deliverable_id in (d.deliverable_id, d.carried_from)
      order by u.dated_on desc nulls last, u.written_at desc limit 1) said on true
    on conflict (area_id, cycle_id, deliverable_id, owner_id) do update
      set given_to = excluded.given_to, for_member = excluded.for_member, withdrawn_at = null, asked_at = ${ctx.now}
      where not ${answered} and (q.withdrawn_at is not null or (q.given_to, q.for_member) is distinct from (excluded.given_to, excluded.for_member))
    returning q.update_request_id`.execute(ctx.db)
  const asked = rows.map(({ update_request_id }) => update_request_id)
  await writeToOwners(ctx, origin, 'asked', asked)
  return asked
}
