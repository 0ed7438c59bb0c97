import type { Ctx } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { type Cycle, listCycles, ratingsIn } from '../cycles/queries.ts'
import { getDeliverable } from '../deliverables/queries.ts'
import { getPlan, wordsOfYear } from '../plans/queries.ts'
import type { FigureSource } from '../updates/figures-in-text.ts'
import { listUpdates } from '../updates/queries.ts'
import { PLAN_READERS } from '../words.ts'
import { ratingForm } from './form.ts'
import { proposalFor, rateDeliverable } from './rate-deliverable.ts'
import { ratePage } from './rate.page.ts'

const noneOpen = async (ctx: Ctx, year_id: string) =>
  `No ${(await wordsOfYear(ctx, year_id)).cycle.one} is open: colours are decided in one.`

export const ratingScreens = (source: FigureSource) => [
  screen('/deliverables/:deliverable_id/rate', {
    action: 'decide the colour of a deliverable',
    roles: PLAN_READERS,
    form: ratingForm,
    start: async (ctx, { deliverable_id }) => {
      const one = await getDeliverable(ctx, deliverable_id)
      const cycle = await openCycleOf(ctx, one.year_id)
      if (!cycle) return {}
      const rated = (await ratingsIn(ctx, cycle.cycle_id)).get(deliverable_id)
      const proposal = await proposalFor(ctx, source, one, cycle)
      const status = rated?.status ?? proposal?.status
      return status ? { status } : {}
    },
    show: async (ctx, { deliverable_id }, form) => {
      const one = await getDeliverable(ctx, deliverable_id)
      const cycle = await openCycleOf(ctx, one.year_id)
      if (!cycle) return goTo(`/deliverables/${deliverable_id}`, await noneOpen(ctx, one.year_id))
      const [latest] = await listUpdates(ctx, deliverable_id)
      const proposal = await proposalFor(ctx, source, one, cycle)
      return ratePage({ plan: await getPlan(ctx, one.plan_id), one, cycle, latest, proposal }, form)
    },
    save: async (ctx, { deliverable_id }, values) => {
      const { year_id } = await getDeliverable(ctx, deliverable_id)
      const cycle_id = (await openCycleOf(ctx, year_id))?.cycle_id
      if (!cycle_id) return goTo(`/deliverables/${deliverable_id}`, await noneOpen(ctx, year_id))
      await rateDeliverable(ctx, source, deliverable_id, cycle_id, values)
      return goTo(`/plan-cycles/${cycle_id}`, 'Colour decided')
    },
  }),
]

const openCycleOf = async (ctx: Ctx, year_id: string): Promise<Cycle | undefined> =>
  (await listCycles(ctx, year_id)).find(({ closed_at }) => !closed_at)
