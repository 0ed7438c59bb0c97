import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { getYear, listYears, type Year } from '../plans/queries.ts'
import { addDeliverable } from './keep-deliverable.ts'
import { type Deliverable, listDeliverables } from './queries.ts'

/** The year before in the same plan, with those of its deliverables that this year does not continue yet. Undefined for a first year. */
export async function whatCanBeCarried(
  ctx: Ctx,
  year: Year,
): Promise<{ before: Year; deliverables: Deliverable[] } | undefined> {
  const before = (await listYears(ctx, year.plan_id)).find(({ starts_on }) => starts_on < year.starts_on)
  if (!before) return undefined
  const carried = new Set((await listDeliverables(ctx, year.year_id)).map(({ carried_from }) => carried_from))
  const deliverables = (await listDeliverables(ctx, before.year_id)).filter(
    (one) => !carried.has(one.deliverable_id),
  )
  return { before, deliverables }
}

/**
 * Carries deliverables of the year before into this one, each with the next free number of its part, the same owners and rules, and the trail to
 * what it was. Dates are not carried: they were of another year. Returns how many.
 */
export async function carryOver(
  ctx: Ctx,
  year_id: string,
  deliverable_ids: readonly string[],
): Promise<number> {
  const year = await getYear(ctx, year_id)
  const possible = await whatCanBeCarried(ctx, year)
  const chosen = (possible?.deliverables ?? []).filter(({ deliverable_id }) =>
    deliverable_ids.includes(deliverable_id),
  )
  if (chosen.length === 0) refuse('deliverables', 'Select what is to be carried over')
  const last = new Map<string, number>()
  for (const one of await listDeliverables(ctx, year_id)) last.set(one.theme_id, one.number)
  for (const one of chosen) {
    const number = (last.get(one.theme_id) ?? 0) + 1
    last.set(one.theme_id, number)
    await addDeliverable(
      ctx,
      year_id,
      {
        ...pick(one),
        number,
        rule: one.rule === 'date' ? 'none' : one.rule,
      },
      { carried_from: one.deliverable_id },
    )
  }
  return chosen.length
}

const text = (value: number | null) => (value === null ? null : String(value))

const pick = (one: Deliverable) => ({
  theme_id: one.theme_id,
  words: one.words,
  owners: one.owners,
  organisation: one.organisation,
  success: one.success,
  funding: one.funding,
  funding_pounds: text(one.funding_pounds),
  starts_on: null,
  due_on: null,
  done_on: null,
  dates_too: false,
  measure: one.measure,
  also_measures: one.also_measures,
  measured_over: one.measured_over as 'quarter',
  less_is_better: one.less_is_better,
  target: text(one.target),
  amber_to: text(one.amber_to),
})
