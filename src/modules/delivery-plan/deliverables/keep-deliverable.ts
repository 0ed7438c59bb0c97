import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import type { ValuesOf } from '#platform/forms/index.ts'
import { getYear, listThemes, type Year } from '../plans/queries.ts'
import type { deliverableForm } from './form.ts'
import { getDeliverable, listDeliverables } from './queries.ts'

export type DeliverableValues = ValuesOf<typeof deliverableForm>

/** Adds a numbered deliverable to a year's plan. Returns its id. Refuses a number that is taken, and a rule without what it needs. */
export async function addDeliverable(
  ctx: Ctx,
  year_id: string,
  { owners, ...values }: DeliverableValues,
  more: { carried_from?: string; read_from?: string } = {},
): Promise<string> {
  const year = await getYear(ctx, year_id)
  await check(ctx, year, values)
  const { deliverable_id } = await ctx.db
    .insertInto('delivery_plan.deliverable')
    .values({ ...stored(values), year_id, held_by: year.held_by, ...more })
    .returning('deliverable_id')
    .executeTakeFirstOrThrow()
  await setOwners(ctx, year, deliverable_id, owners)
  return deliverable_id
}

/** Changes a deliverable. What it was before is kept with who changed it. */
export async function changeDeliverable(
  ctx: Ctx,
  deliverable_id: string,
  { owners, ...values }: DeliverableValues,
) {
  const was = await getDeliverable(ctx, deliverable_id)
  const year = await getYear(ctx, was.year_id)
  await check(ctx, year, values, deliverable_id)
  await ctx.db
    .updateTable('delivery_plan.deliverable')
    .set(stored(values))
    .where('deliverable_id', '=', deliverable_id)
    .execute()
  if (owners !== was.owners) {
    await ctx.db
      .deleteFrom('delivery_plan.deliverable_owner')
      .where('deliverable_id', '=', deliverable_id)
      .execute()
    await setOwners(ctx, year, deliverable_id, owners)
  }
}

const stored = (values: Omit<DeliverableValues, 'owners'>) => ({
  ...values,
  dates_too: values.dates_too ?? false,
  funding_pounds: numberOf(values.funding_pounds),
  target: numberOf(values.target),
  amber_to: numberOf(values.amber_to),
})

const numberOf = (text: string | null) => (text === null ? null : Number(text))

async function check(ctx: Ctx, year: Year, values: Omit<DeliverableValues, 'owners'>, itself?: string) {
  if (!(await listThemes(ctx, year.plan_id)).some(({ theme_id }) => theme_id === values.theme_id))
    refuse('theme_id', 'Select the part that it is in from the list')
  const taken = await listDeliverables(ctx, year.year_id, values.theme_id)
  if (taken.some((one) => one.number === values.number && one.deliverable_id !== itself))
    refuse('number', `There is a number ${values.number} in this part already`)
  const { rule } = values
  if (rule === 'date' && !values.due_on)
    refuse('due_on', 'Enter when it is due, so that a colour can be proposed by date')
  if (rule === 'percentage' || rule === 'bands') {
    if (!values.measure) refuse('measure', 'Select the measure that the colour is proposed by')
    if (values.target === null) refuse('target', 'Enter the target that the colour is proposed by')
  }
  if (values.dates_too && rule !== 'percentage' && rule !== 'bands')
    refuse('dates_too', 'Select a measure to propose by as well, or that its colour is proposed by its dates')
  if (values.dates_too && !values.due_on)
    refuse('due_on', 'Enter when it is due, so that a colour can be proposed by date')
  if (rule === 'bands' && values.amber_to === null) refuse('amber_to', 'Enter where amber ends')
}

/** Owners as a paper prints them, one by one, each once: 'NW/CG' is two; 'T/Supt Bell' is one, whose rank is temporary. */
export const lettersOf = (owners: string): string[] => [
  ...new Set(
    owners
      .split(/\s*(?:(?<!\b[AT])\/|[,+&])\s*/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
]

/** 'NW/CG' as two owners in that order; letters not met before become owners of the plan. */
async function setOwners(ctx: Ctx, { plan_id, held_by }: Year, deliverable_id: string, owners: string) {
  for (const [place, initials] of lettersOf(owners).entries()) {
    const known = await ctx.db
      .selectFrom('delivery_plan.owner')
      .select('owner_id')
      .where('plan_id', '=', plan_id)
      .where('initials', '=', initials)
      .executeTakeFirst()
    const { owner_id } =
      known ??
      (await ctx.db
        .insertInto('delivery_plan.owner')
        .values({ plan_id, held_by, initials })
        .returning('owner_id')
        .executeTakeFirstOrThrow())
    await ctx.db
      .insertInto('delivery_plan.deliverable_owner')
      .values({ deliverable_id, owner_id, held_by, place: place + 1 })
      .execute()
  }
}
