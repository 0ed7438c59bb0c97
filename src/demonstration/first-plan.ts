import {
  addDeliverable,
  addYear,
  closeCycle,
  listOwners,
  listThemes,
  listWhoCanAnswer,
  nameOwner,
  openCycle,
  PLAN_START,
  rateDeliverable,
  startPlan,
  stateOverall,
  writeUpdate,
} from '#delivery-plan'
import { type Act, type Ctx, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { addDays, performanceYear, performanceYearOf, quarter, quarterOf } from '#reference'
import { readConfig } from '../config.ts'
import { planFigures } from '../plan-figures.ts'
import { castActor } from './cast-actor.ts'
import { NOW, PAST } from './plan-of-a-year.ts'

/** Who answers for which letters. */
const OWNERS = { NW: 'Nadia Whelan', Force: 'Sgt Moira Stead', CG: 'Craig Galloway' } as const

/** Two delivery plans of the Commissioner's office, as its analyst would write them: three quarters of 2018-19, and this quarter; left alone when there. */
export async function firstPlan(pools: Pools, act: Act, area: string): Promise<void> {
  const analyst = await castActor(pools, act, area, 'Nell Wainwright')
  await act(analyst, { visit_id: newId(), query: {} }, async (ctx) => {
    const there = await ctx.db.selectFrom('delivery_plan.plan').select('plan_id').limit(1).executeTakeFirst()
    if (there) return
    await threeQuarters(ctx)
    await thisQuarter(ctx)
  })
}

async function threeQuarters(ctx: Ctx) {
  const { plan_id, year_id, theme_id } = await planOf(ctx, 2018, 2021, '2018-02-07', 2018)
  const made: string[] = []
  for (const [index, { promised }] of PAST.entries())
    made.push(await addDeliverable(ctx, year_id, { ...promised, theme_id, number: index + 1 }))
  for (const [number, overall] of [
    [1, 'Most activity has begun; restorative justice needs attention.'],
    [2, 'Progress is good, and two activities need attention.'],
    [3, 'Progress is good, and restorative justice needs attention.'],
  ] as const) {
    const { from, to } = quarter(2018, number)
    const due_on = addDays(to, 14)
    const cycle_id = await openCycle(ctx, readConfig().origin, year_id, {
      name: `Quarter ${number}`,
      period_from: from,
      period_to: to,
      due_on,
    })
    for (const [index, { promised, said }] of PAST.entries()) {
      const { words, status, reason } = said[number - 1]!
      const update = { words, author: promised.owners, dated_on: addDays(to, 7), corrects: null }
      await writeUpdate(ctx, planFigures, made[index]!, { ...update, figure: null, then: null })
      await rateDeliverable(ctx, planFigures, made[index]!, cycle_id, { status, reason: reason ?? null })
    }
    await stateOverall(ctx, cycle_id, { overall })
    await closeCycle(ctx, cycle_id)
  }
  // After the last has closed: nobody is asked about years ago.
  await nameOwners(ctx, plan_id)
}

async function thisQuarter(ctx: Ctx) {
  const starts = Number(performanceYearOf(ctx.today).from.slice(0, 4))
  const { plan_id, year_id, theme_id } = await planOf(ctx, starts - 1, starts + 3, null, starts)
  for (const [index, promised] of NOW.entries())
    await addDeliverable(ctx, year_id, { ...promised, theme_id, number: index + 1 })
  await nameOwners(ctx, plan_id)
  const { from, to } = quarterOf(ctx.today)
  const number = ((Number(from.slice(5, 7)) + 8) % 12) / 3 + 1
  const cycle = { name: `Quarter ${number}`, period_from: from, period_to: to, due_on: addDays(to, 14) }
  await openCycle(ctx, readConfig().origin, year_id, cycle)
}

async function nameOwners(ctx: Ctx, plan_id: string) {
  const able = await listWhoCanAnswer(ctx)
  for (const { owner_id, initials } of await listOwners(ctx, plan_id)) {
    const who = able.find(({ name }) => name.startsWith(OWNERS[initials as keyof typeof OWNERS]))
    await nameOwner(ctx, owner_id, who?.code ?? null)
  }
}

async function planOf(ctx: Ctx, first: number, last: number, presented_on: string | null, year: number) {
  const plan_id = await startPlan(ctx, {
    ...PLAN_START,
    title: `Police and Crime Plan (${first}-${String(last).slice(2)})`,
    starts_on: performanceYear(first).from,
    ends_on: performanceYear(last - 1).to,
    presented_on,
    themes:
      'Protecting people from harm\nHelping and supporting victims\nTackling crime and anti-social behaviour',
  })
  const { from, to, label } = performanceYear(year)
  const title = `Police and Crime Delivery Plan (${label})`
  const year_id = await addYear(ctx, plan_id, { title, starts_on: from, ends_on: to })
  return { plan_id, year_id, theme_id: (await listThemes(ctx, plan_id))[1]!.theme_id }
}
