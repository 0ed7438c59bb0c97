import { sql } from 'kysely'
import { quarterOf, addDays } from '#reference'
import type { Ctx } from '#platform/act.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import { plural } from '#platform/words/plurals.ts'
import { listDeliverables } from '../deliverables/queries.ts'
import { figuresChangedSince } from '../updates/changed-since.ts'
import type { FigureSource } from '../updates/figures-in-text.ts'
import { updatesUpTo } from '../updates/queries.ts'
import { getPlan, getYear } from '../plans/queries.ts'
import { writes } from '../plans/screens.ts'
import { levelWords } from '../level-words.ts'
import { PLAN_READERS, PLAN_WRITERS, type Status } from '../words.ts'
import { askOwners, whoIsUnasked, whoIsUnnamed } from './ask-owners.ts'
import { closeCycle, stateOverall } from './close-cycle.ts'
import { cyclePage, type CycleShown, openCyclePage, overallPage, stillOpen } from './cycle.page.ts'
import { cycleForm, overallForm } from './form.ts'
import { openCycle } from './open-cycle.ts'
import { getCycle, listCycles, ratingsIn, requestsOf, statusesBefore } from './queries.ts'
import { silentByNow } from './silence.ts'

export const cycleScreens = (source: FigureSource, origin: string) => [
  screen('/delivery-years/:year_id/cycles/open', {
    action: 'open a reporting cycle',
    roles: PLAN_WRITERS,
    form: cycleForm,
    start: async (ctx, { year_id }) =>
      nextCycle(await getYear(ctx, year_id), (await listCycles(ctx, year_id))[0]?.period_to),
    show: async (ctx, { year_id }, form) => {
      const year = await getYear(ctx, year_id)
      return openCyclePage(await getPlan(ctx, year.plan_id), year, await whoIsUnnamed(ctx, year_id), form)
    },
    save: async (ctx, { year_id }, values) => {
      const say = levelWords(await getPlan(ctx, (await getYear(ctx, year_id)).plan_id))
      return goTo(
        `/plan-cycles/${await openCycle(ctx, origin, year_id, values)}`,
        `${say.cycle.title} opened. ${say.owner.titles} have been asked.`,
      )
    },
  }),
  screen('/plan-cycles/:cycle_id', {
    action: 'see a reporting cycle',
    roles: PLAN_READERS,
    show: async (ctx, { cycle_id }) =>
      cyclePage(await readCycle(ctx, source, cycle_id), { write: writes(ctx) }),
  }),
  screen('/plan-cycles/:cycle_id/overall', {
    action: 'write the overall statement of a cycle',
    roles: PLAN_WRITERS,
    form: overallForm,
    start: async (ctx, { cycle_id }) => ({ overall: (await getCycle(ctx, cycle_id)).overall }),
    show: async (ctx, { cycle_id }, form) => overallPage(await getCycle(ctx, cycle_id), form),
    save: async (ctx, { cycle_id }, values) => {
      await stateOverall(ctx, cycle_id, values)
      return goTo(`/plan-cycles/${cycle_id}`, 'Saved')
    },
  }),
  route({
    method: 'POST',
    url: '/plan-cycles/:cycle_id/ask',
    action: 'ask the owners who have not been asked',
    roles: PLAN_WRITERS,
    handle: async (c, { act, body, goTo: go }) => {
      await body()
      const cycle_id = c.req.param('cycle_id') ?? ''
      const count = await act(async (ctx) => {
        await getCycle(ctx, cycle_id)
        return (await askOwners(ctx, origin, cycle_id)).length
      })
      return go(
        `/plan-cycles/${cycle_id}`,
        count === 0 ? 'Everybody has been asked already' : `${plural(count, 'request')} sent`,
      )
    },
  }),
  route({
    method: 'POST',
    url: '/plan-cycles/:cycle_id/close',
    action: 'close a reporting cycle',
    roles: PLAN_WRITERS,
    handle: async (c, { act, body, goTo: go, render }) => {
      const { without } = await body()
      const cycle_id = c.req.param('cycle_id') ?? ''
      const refused = await act(async (ctx) => {
        const shown = await readCycle(ctx, source, cycle_id)
        if (without === 'yes' || shown.cycle.closed_at || stillOpen(shown) === '') {
          await closeCycle(ctx, cycle_id)
          return undefined
        }
        return cyclePage(shown, { write: writes(ctx) }, WITHOUT)
      })
      return refused
        ? render(refused, {
            status: 422,
            errors: { without: WITHOUT },
            fields: { without: cycleForm.fields.name },
          })
        : go(`/plan-cycles/${cycle_id}`, 'Closed')
    },
  }),
]

const WITHOUT = 'Say that you close it without what is still missing'

/** All that the page of a cycle shows. */
async function readCycle(ctx: Ctx, source: FigureSource, cycle_id: string): Promise<CycleShown> {
  const cycle = await getCycle(ctx, cycle_id)
  const year = await getYear(ctx, cycle.year_id)
  const said = [...(await updatesUpTo(ctx, cycle_id)).values()].flat()
  const updates = said.filter((one) => one.cycle_id === cycle_id)
  return {
    year,
    cycle,
    plan: await getPlan(ctx, year.plan_id),
    deliverables: await listDeliverables(ctx, cycle.year_id),
    ratings: await ratingsIn(ctx, cycle_id),
    before: await statusesBefore(ctx, cycle),
    asked: await requestsOf(ctx, cycle_id),
    suggested: await suggestedIn(ctx, cycle_id),
    unasked: await whoIsUnasked(ctx, cycle_id),
    unnamed: await whoIsUnnamed(ctx, cycle.year_id),
    silent: await silentByNow(ctx, cycle),
    updates: Map.groupBy(updates, ({ deliverable_id }) => deliverable_id),
    changed: await figuresChangedSince(ctx, source, updates),
    today: ctx.today,
  }
}

/** The quarter after the last cycle, or the first of the year; updates due two weeks after it ends. */
function nextCycle(year: { starts_on: string; ends_on: string }, last: string | undefined) {
  const { from, to } = quarterOf(last && last < year.ends_on ? addDays(last, 1) : year.starts_on)
  const number = ((Number(from.slice(5, 7)) + 8) % 12) / 3 + 1
  return { name: `Quarter ${number}`, period_from: from, period_to: to, due_on: addDays(to, 14) }
}

async function suggestedIn(ctx: Ctx, cycle_id: string): Promise<Map<string, Status>> {
  const { rows } = await sql<{ deliverable_id: string; suggests: Status }>`
    select distinct on (deliverable_id) deliverable_id, suggests from delivery_plan.update
    where cycle_id = ${cycle_id}::uuid and suggests is not null order by deliverable_id, written_at desc`.execute(
    ctx.db,
  )
  return new Map(rows.map((row) => [row.deliverable_id, row.suggests]))
}
