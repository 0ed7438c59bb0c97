import { form, severalOf } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { listCycles, ratingsIn, statusesBefore, statusesOverCycles } from '../cycles/queries.ts'
import { levelWords } from '../level-words.ts'
import { getPlan, getYear, listThemes } from '../plans/queries.ts'
import { writes } from '../plans/screens.ts'
import { listRatings } from '../ratings/list-ratings.ts'
import type { FigureSource } from '../updates/figures-in-text.ts'
import { figuresChangedSince } from '../updates/changed-since.ts'
import { listUpdates } from '../updates/queries.ts'
import { periodFor } from '../updates/write-update.ts'
import { PLAN_READERS, PLAN_WRITERS } from '../words.ts'
import { carryOver, whatCanBeCarried } from './carry-over.ts'
import { deliverablePage } from './deliverable.page.ts'
import { DELIVERABLE_START, deliverableForm } from './form.ts'
import { carryOverPage, deliverableFormPage } from './forms.page.ts'
import { addDeliverable, changeDeliverable, type DeliverableValues } from './keep-deliverable.ts'
import { askLinkedFigures } from './linked-figures.ts'
import { getDeliverable, listDeliverables, trailOf } from './queries.ts'
import { yearPage } from './year.page.ts'

// What can be chosen is read from the records, so the ids are checked by the use case.
const anyIds = severalOf({}, { label: 'Deliverables', name: 'what is to be carried over' })
const carryForm = form({
  deliverables: { ...anyIds, read: (typed) => ({ value: [typed].flat() as string[] }) },
})

const text = (value: number | null) => (value === null ? null : String(value))

/** Linked measures as sent, kept to those there are. */
const known = (source: FigureSource, values: DeliverableValues): DeliverableValues => ({
  ...values,
  also_measures: values.also_measures.filter((name) => source.measures.some((one) => one.name === name)),
})

export const deliverableScreens = (source: FigureSource) => [
  screen('/delivery-years/:year_id', {
    action: 'see a year’s delivery plan',
    roles: PLAN_READERS,
    show: async (ctx, { year_id }) => {
      const year = await getYear(ctx, year_id)
      const [plan, cycles] = [await getPlan(ctx, year.plan_id), await listCycles(ctx, year_id)]
      const latest = cycles[0]
      const write = writes(ctx)
      return yearPage(
        {
          plan,
          year,
          cycles,
          deliverables: await listDeliverables(ctx, year_id),
          ratings: latest ? await ratingsIn(ctx, latest.cycle_id) : new Map(),
          before: latest ? await statusesBefore(ctx, latest) : new Map(),
          counts: await statusesOverCycles(ctx, year_id),
        },
        { write, carry: write && (await whatCanBeCarried(ctx, year)) !== undefined },
      )
    },
  }),
  screen('/delivery-years/:year_id/deliverables/add', {
    action: 'add a deliverable',
    roles: PLAN_WRITERS,
    form: deliverableForm,
    start: async (ctx, { year_id }) => {
      const last = (await listDeliverables(ctx, year_id)).at(-1)
      return {
        ...DELIVERABLE_START,
        ...(last ? { theme_id: last.theme_id, number: last.number + 1 } : { number: 1 }),
      }
    },
    show: async (ctx, { year_id }, filled) => {
      const year = await getYear(ctx, year_id)
      const plan = await getPlan(ctx, year.plan_id)
      const head = {
        title: `Add ${levelWords(plan).deliverable.a}`,
        caption: year.title,
        back: `/delivery-years/${year_id}`,
      }
      const themes = await listThemes(ctx, year.plan_id)
      return deliverableFormPage(head, filled, { plan, themes, measures: source.measures })
    },
    save: async (ctx, { year_id }, values) => {
      await addDeliverable(ctx, year_id, known(source, values))
      return goTo(`/delivery-years/${year_id}`, 'Added')
    },
  }),
  screen('/delivery-years/:year_id/carry-over', {
    action: 'carry deliverables over',
    roles: PLAN_WRITERS,
    form: carryForm,
    show: async (ctx, { year_id }, filled) => {
      const year = await getYear(ctx, year_id)
      return carryOverPage(year, await whatCanBeCarried(ctx, year), filled.deliverables.message)
    },
    save: async (ctx, { year_id }, { deliverables }) => {
      const count = await carryOver(ctx, year_id, deliverables)
      return goTo(`/delivery-years/${year_id}`, `${count} carried over`)
    },
  }),
  screen('/deliverables/:deliverable_id', {
    action: 'see a deliverable',
    roles: PLAN_READERS,
    show: async (ctx, { deliverable_id }) => {
      const one = await getDeliverable(ctx, deliverable_id)
      const [trail, updates] = [await trailOf(ctx, deliverable_id), await listUpdates(ctx, deliverable_id)]
      const ratings = await listRatings(ctx, deliverable_id)
      const cycles = await listCycles(ctx, one.year_id)
      const rated = cycles.find(({ cycle_id }) => cycle_id === ratings[0]?.cycle_id)
      // Of what nobody has rated yet: how it stood before, in whichever year that was.
      const since = rated ?? cycles[0] ?? { year_id: one.year_id, period_to: one.year_starts_on }
      const { about } = await periodFor(ctx, deliverable_id, ctx.today)
      return deliverablePage(
        one,
        {
          plan: await getPlan(ctx, one.plan_id),
          trail,
          updates,
          changed: await figuresChangedSince(ctx, source, updates),
          ratings,
          before: (await statusesBefore(ctx, since)).get(deliverable_id) ?? null,
          measured: await askLinkedFigures(ctx, source, one, about),
        },
        { write: writes(ctx), rate: cycles.some(({ closed_at }) => !closed_at) },
      )
    },
  }),
  screen('/deliverables/:deliverable_id/change', {
    action: 'change a deliverable',
    roles: PLAN_WRITERS,
    form: deliverableForm,
    start: async (ctx, { deliverable_id }) => {
      const { funding_pounds, target, amber_to, rule, measured_over, ...one } = await getDeliverable(
        ctx,
        deliverable_id,
      )
      return {
        ...one,
        rule: rule as 'none',
        measured_over: measured_over as 'quarter',
        funding_pounds: text(funding_pounds),
        target: text(target),
        amber_to: text(amber_to),
      }
    },
    show: async (ctx, { deliverable_id }, filled) => {
      const one = await getDeliverable(ctx, deliverable_id)
      const head = {
        title: 'Change the details',
        caption: one.words,
        back: `/deliverables/${deliverable_id}`,
      }
      const [plan, themes] = [await getPlan(ctx, one.plan_id), await listThemes(ctx, one.plan_id)]
      return deliverableFormPage(head, filled, { plan, themes, measures: source.measures })
    },
    save: async (ctx, { deliverable_id }, values) => {
      await changeDeliverable(ctx, deliverable_id, known(source, values))
      return goTo(`/deliverables/${deliverable_id}`, 'Details changed')
    },
  }),
]
