import {
  addDeliverable,
  addYear,
  BARE_DELIVERABLE,
  carryOver,
  closeCycle,
  listOwners,
  listThemes,
  listWhoCanAnswer,
  nameOwner,
  openCycle,
  PLAN_START,
  rateDeliverable,
  startPlan,
  writeUpdate,
} from '#delivery-plan'
import { type Act, type Ctx, newId } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { addDays, performanceYear, performanceYearOf, quarter, quarterOf } from '#reference'
import { readConfig } from '../config.ts'
import { planFigures } from '../plan-figures.ts'
import { castActor } from './cast-actor.ts'

/** What another office calls the levels of its plan. */
const WORDS = {
  plan_word: 'Strategy',
  theme_word: 'Objective',
  year_word: 'Action plan',
  deliverable_word: 'Priority',
  owner_word: 'Lead',
  update_word: 'Progress note',
  cycle_word: 'Round',
}

/** Of last year, how each stood at its end, and whether it goes on this year. */
const LAST_YEAR = [
  {
    words: 'Bring the two victims’ services of the county under one contract',
    said: 'Both services moved on 1 February, and nobody lost their caseworker.',
    status: 'green',
    goes_on: false,
  },
  {
    words: 'Open a place in the west of the county where people can be seen',
    said: 'Two rooms were looked at. Neither can be reached by a wheelchair.',
    status: 'amber',
    goes_on: true,
  },
  {
    words: 'Train every officer who takes a first account in the Victims’ Code',
    said: 'Training is written. It begins once a trainer has been found.',
    status: 'red',
    goes_on: true,
  },
] as const

/** A plan of the second area's office in its own words: a year that is over, what was carried over from it, and this quarter's round. */
export async function planInOtherWords(pools: Pools, act: Act, area: string): Promise<void> {
  const analyst = await castActor(pools, act, area, 'Wilf Dixon')
  await act(analyst, { visit_id: newId(), query: {} }, async (ctx) => {
    const there = await ctx.db.selectFrom('delivery_plan.plan').select('plan_id').limit(1).executeTakeFirst()
    if (there) return
    const starts = Number(performanceYearOf(ctx.today).from.slice(0, 4))
    const plan_id = await startPlan(ctx, {
      ...PLAN_START,
      ...WORDS,
      title: `Police and Crime Strategy (${starts - 1}-${String(starts + 3).slice(2)})`,
      starts_on: performanceYear(starts - 1).from,
      ends_on: performanceYear(starts + 2).to,
      presented_on: null,
      themes: 'A visible and effective police service\nA focus on victims\nFewer people reoffend',
    })
    const theme_id = (await listThemes(ctx, plan_id))[1]!.theme_id
    const before = await yearOf(ctx, plan_id, starts - 1)
    const made: string[] = []
    for (const [index, { words }] of LAST_YEAR.entries())
      made.push(await addDeliverable(ctx, before, { ...bare(words), theme_id, number: index + 1 }))
    await lastRound(ctx, before, starts - 1, made)
    const now = await yearOf(ctx, plan_id, starts)
    await carryOver(
      ctx,
      now,
      made.filter((_, index) => LAST_YEAR[index]!.goes_on),
    )
    const due = { rule: 'date', due_on: performanceYear(starts).to } as const
    const words = 'Tell everybody who reports a crime what has become of it within ten working days'
    await addDeliverable(ctx, now, { ...bare(words), ...due, theme_id, number: 3 })
    await nameLead(ctx, plan_id)
    const { from, to } = quarterOf(ctx.today)
    const round = { name: roundOf(from), period_from: from, period_to: to, due_on: addDays(to, 14) }
    await openCycle(ctx, readConfig().origin, now, round)
  })
}

const bare = (words: string) => ({ ...BARE_DELIVERABLE, words, owners: 'WD', organisation: 'OPCC' })
const roundOf = (first: string) => `Round ${((Number(first.slice(5, 7)) + 8) % 12) / 3 + 1}`

const yearOf = (ctx: Ctx, plan_id: string, starts: number): Promise<string> => {
  const { from, to, label } = performanceYear(starts)
  return addYear(ctx, plan_id, { title: `Action plan for ${label}`, starts_on: from, ends_on: to })
}

/** Before anybody is named who answers: nobody is asked about a year that is over. */
async function lastRound(ctx: Ctx, year_id: string, starts: number, made: readonly string[]) {
  const { from, to } = quarter(starts, 4)
  const cycle_id = await openCycle(ctx, readConfig().origin, year_id, {
    name: roundOf(from),
    period_from: from,
    period_to: to,
    due_on: addDays(to, 14),
  })
  for (const [index, { said, status }] of LAST_YEAR.entries()) {
    const update = {
      words: said,
      author: 'WD',
      dated_on: addDays(to, 7),
      corrects: null,
      figure: null,
      then: null,
    }
    await writeUpdate(ctx, planFigures, made[index]!, update)
    await rateDeliverable(ctx, planFigures, made[index]!, cycle_id, { status, reason: null })
  }
  await closeCycle(ctx, cycle_id)
}

async function nameLead(ctx: Ctx, plan_id: string) {
  const wilf = (await listWhoCanAnswer(ctx)).find(({ name }) => name.startsWith('Wilf Dixon'))
  for (const { owner_id } of await listOwners(ctx, plan_id))
    await nameOwner(ctx, owner_id, wilf?.code ?? null)
}
