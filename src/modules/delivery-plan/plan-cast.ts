// For tests: a small plan of the cast's office, with a cycle open and two owners asked.
import type { Ctx } from '#platform/act.ts'
import { openCycle } from './cycles/open-cycle.ts'
import { BARE_DELIVERABLE } from './deliverables/form.ts'
import { addDeliverable } from './deliverables/keep-deliverable.ts'
import { nameOwner, listWhoCanAnswer } from './plans/name-owner.ts'
import { PLAN_START } from './plans/form.ts'
import { listOwners, listThemes } from './plans/queries.ts'
import { addYear, startPlan } from './plans/start-plan.ts'

export const DELIVERABLE = {
  ...BARE_DELIVERABLE,
  words: 'Expand the number of Community Points',
  owners: 'NW/CG',
  organisation: 'OPCC',
}

export type SmallPlan = { plan_id: string; year_id: string; theme_id: string; deliverables: string[] }

/** A plan of 2036-39 with two themes, and its first year without deliverables. */
export async function startPlanOf2036(ctx: Ctx) {
  const plan_id = await startPlan(ctx, {
    ...PLAN_START,
    title: 'Police and Crime Plan (2036-39)',
    starts_on: '2036-04-01',
    ends_on: '2039-03-31',
    presented_on: null,
    themes: 'Protecting People from Harm\nHelping and Supporting Victims\n',
  })
  const year_id = await addYear(ctx, plan_id, {
    title: 'Police and Crime Delivery Plan (2036-37)',
    starts_on: '2036-04-01',
    ends_on: '2037-03-31',
  })
  const [first, second] = (await listThemes(ctx, plan_id)).map(({ theme_id }) => theme_id)
  return { plan_id, year_id, themes: [first!, second!] as const }
}

/** The plan of 2036-39 with three deliverables in its second theme. */
export async function makeSmallPlan(ctx: Ctx): Promise<SmallPlan> {
  const { plan_id, year_id, themes } = await startPlanOf2036(ctx)
  const theme_id = themes[1]
  const deliverables = [
    await addDeliverable(ctx, year_id, { ...DELIVERABLE, theme_id, number: 1 }),
    await addDeliverable(ctx, year_id, {
      ...DELIVERABLE,
      theme_id,
      number: 2,
      words: 'Improve the reporting of hate crime',
      owners: 'Force',
      organisation: 'Force',
      rule: 'bands',
      measure: 'referrals-received',
      target: '10',
      amber_to: '5',
    }),
    await addDeliverable(ctx, year_id, {
      ...DELIVERABLE,
      theme_id,
      number: 3,
      words: 'Open new facilities',
      owners: 'NW',
      rule: 'date',
      starts_on: '2036-06-01',
      due_on: '2036-09-30',
    }),
  ]
  return { plan_id, year_id, theme_id, deliverables }
}

/** Names the owners (Nadia Whelan for NW, the Force's team for Force) and opens the second quarter's cycle. */
export async function openSmallCycle(ctx: Ctx, { plan_id, year_id }: SmallPlan): Promise<string> {
  const able = await listWhoCanAnswer(ctx)
  const code = (start: string) => able.find(({ name }) => name.startsWith(start))!.code
  for (const { owner_id, initials } of await listOwners(ctx, plan_id)) {
    if (initials === 'NW') await nameOwner(ctx, owner_id, code('Nadia Whelan'))
    if (initials === 'Force') await nameOwner(ctx, owner_id, code('Sgt Moira Stead'))
  }
  return openCycle(ctx, 'http://localhost', year_id, {
    name: 'Quarter 2',
    period_from: '2036-07-01',
    period_to: '2036-09-30',
    due_on: '2036-10-14',
  })
}
