import { sql } from 'kysely'
import { addDays, addWorkingDays, type Day } from '#reference'
import { shownName } from '#people'
import type { Ctx } from '#platform/act.ts'
import { headColumns, headTables, type CaseHead } from '../cases/get-case.ts'
import { nextAction, type NextAction } from '../cases/next-action.ts'

export type DayItem = {
  case_id: string
  reference: string
  person_name: string
  risk: CaseHead['risk']
  next: NextAction
}

/** My open cases, each in exactly one group, by what has to be done next in it. */
export type MyCases = {
  /** Given to me, and I have not said yet whether I know the person. */
  fresh: DayItem[]
  overdue: DayItem[]
  today: DayItem[]
  /** Due within the next five working days. */
  soon: DayItem[]
  /** Nothing is planned: the ones that are easily forgotten. */
  unplanned: DayItem[]
  later: number
}

const MOST = 300

/** What the actor's own cases ask for, in the order in which to do it: high risk first among those due on one day. */
export async function listMyCases(ctx: Ctx): Promise<MyCases> {
  const { rows } = await sql<
    CaseHead & { forename: string; surname: string; pseudonym: string | null; needs_recorded: boolean }
  >`
    select ${headColumns}, p.forename, p.surname, p.pseudonym,
      exists (select from support.need_score s where s.area_id = c.area_id and s.case_id = c.case_id) as needs_recorded
    from ${headTables} left join people.person p on p.area_id = c.area_id and p.person_id = c.person_id
    where c.allocated_to = ${ctx.actor.actor_id} and c.held_by = any (access.my_teams())
      and not exists (select from support.closure x where x.area_id = c.area_id and x.case_id = c.case_id and x.returned_on is null)
    order by c.opened_on, c.case_id limit ${sql.lit(MOST)}`.execute(ctx.db)
  const items = rows.map((row) => ({
    fresh: row.knows_person === 'not-asked',
    item: {
      case_id: row.case_id,
      reference: row.reference,
      risk: row.risk,
      person_name: shownName({
        forename: row.forename ?? '',
        surname: row.surname ?? '',
        pseudonym: row.pseudonym,
      }),
      next: nextAction(row, ctx.actor.actor_id, row.needs_recorded)!,
    } satisfies DayItem,
  }))
  const due = items.filter((one) => !one.fresh && one.item.next.due_on).map((one) => one.item)
  const horizon = addWorkingDays(ctx.today, 5)
  const between = (from: Day, to: Day) =>
    due
      .filter(({ next }) => next.due_on! >= from && next.due_on! <= to)
      .toSorted((a, b) => a.next.due_on!.localeCompare(b.next.due_on!) || weight(b) - weight(a))

  return {
    fresh: items.filter((one) => one.fresh).map((one) => one.item),
    overdue: between('0001-01-01', addDays(ctx.today, -1)),
    today: between(ctx.today, ctx.today),
    soon: between(addDays(ctx.today, 1), horizon),
    unplanned: items.filter((one) => !one.fresh && !one.item.next.due_on).map((one) => one.item),
    later: due.filter(({ next }) => next.due_on! > horizon).length,
  }
}

const weight = ({ risk }: DayItem) => (risk === 'high' ? 2 : risk === 'medium' ? 1 : 0)
