import { hasRole, type Ctx } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { levelWords } from '../level-words.ts'
import { PLAN_READERS, PLAN_WRITERS } from '../words.ts'
import { ownerForm, PLAN_START, planForm, sourcedFigureForm, themeForm, yearForm } from './form.ts'
import {
  addThemePage,
  addYearPage,
  changePlanPage,
  ownerPage,
  sourcedFigurePage,
  startPlanPage,
} from './forms.page.ts'
import { listWhoCanAnswer, nameOwner } from './name-owner.ts'
import { planPage, plansPage } from './plan.page.ts'
import {
  getOwner,
  openCycleOf,
  getPlan,
  listOwners,
  listPlans,
  listSourcedFigures,
  listThemes,
  listYears,
} from './queries.ts'
import { addSourcedFigure, addTheme, addYear, changePlan, startPlan } from './start-plan.ts'

/** Whether this actor may change the plan. */
export const writes = (ctx: Ctx): boolean => hasRole(ctx.actor, PLAN_WRITERS)

export const planScreens = [
  screen('/delivery-plans', {
    action: 'see the delivery plans',
    roles: PLAN_READERS,
    show: async (ctx) => plansPage(await listPlans(ctx), writes(ctx)),
  }),
  screen('/delivery-plans/start', {
    action: 'start a plan',
    roles: PLAN_WRITERS,
    form: planForm,
    start: () => PLAN_START,
    show: (_, __, form) => startPlanPage(form),
    save: async (ctx, _, values) => goTo(`/delivery-plans/${await startPlan(ctx, values)}`, 'Plan started'),
  }),
  screen('/delivery-plans/:plan_id', {
    action: 'see a plan',
    roles: PLAN_READERS,
    show: async (ctx, { plan_id }) => {
      const plan = await getPlan(ctx, plan_id)
      const [themes, years] = [await listThemes(ctx, plan_id), await listYears(ctx, plan_id)]
      const [owners, sourced] = [await listOwners(ctx, plan_id), await listSourcedFigures(ctx, plan_id)]
      return planPage({ plan, themes, years, owners, sourced }, writes(ctx))
    },
  }),
  screen('/delivery-plans/:plan_id/change', {
    action: 'change a plan',
    roles: PLAN_WRITERS,
    form: planForm,
    start: async (ctx, { plan_id }) => ({
      ...(await getPlan(ctx, plan_id)),
      themes: (await listThemes(ctx, plan_id)).map(({ title }) => title).join('\n'),
    }),
    show: async (ctx, { plan_id }, form) => changePlanPage(await getPlan(ctx, plan_id), form),
    save: async (ctx, { plan_id }, values) => {
      await changePlan(ctx, plan_id, values)
      return goTo(`/delivery-plans/${plan_id}`, 'Changed')
    },
  }),
  screen('/delivery-plans/:plan_id/themes/add', {
    action: 'add a part to a plan',
    roles: PLAN_WRITERS,
    form: themeForm,
    show: async (ctx, { plan_id }, form) => addThemePage(await getPlan(ctx, plan_id), form),
    save: async (ctx, { plan_id }, values) => {
      await addTheme(ctx, plan_id, values)
      return goTo(`/delivery-plans/${plan_id}`, 'Added')
    },
  }),
  screen('/delivery-plans/:plan_id/years/add', {
    action: 'add a year to a plan',
    roles: PLAN_WRITERS,
    form: yearForm,
    show: async (ctx, { plan_id }, form) => addYearPage(await getPlan(ctx, plan_id), form),
    save: async (ctx, { plan_id }, values) =>
      goTo(`/delivery-years/${await addYear(ctx, plan_id, values)}`, 'Year added'),
  }),
  screen('/delivery-plans/:plan_id/sourced-figures/add', {
    action: 'add a figure from elsewhere',
    roles: PLAN_WRITERS,
    form: sourcedFigureForm,
    show: async (ctx, { plan_id }, form) => sourcedFigurePage(await getPlan(ctx, plan_id), form),
    save: async (ctx, { plan_id }, values) => {
      await addSourcedFigure(ctx, plan_id, values)
      return goTo(`/delivery-plans/${plan_id}`, 'Figure added')
    },
  }),
  screen('/plan-owners/:owner_id', {
    action: 'say who answers for deliverables',
    roles: PLAN_WRITERS,
    form: ownerForm,
    start: async (ctx, { owner_id }) => {
      const { member_id, team_id } = await getOwner(ctx, owner_id)
      return { who: member_id ? `member:${member_id}` : team_id ? `team:${team_id}` : null }
    },
    show: async (ctx, { owner_id }, form) => {
      const owner = await getOwner(ctx, owner_id)
      return ownerPage(await getPlan(ctx, owner.plan_id), owner, await listWhoCanAnswer(ctx), form)
    },
    save: async (ctx, { owner_id }, { who }) => {
      await nameOwner(ctx, owner_id, who)
      const { plan_id } = await getOwner(ctx, owner_id)
      const open = who ? await openCycleOf(ctx, plan_id) : undefined
      return open
        ? goTo(
            `/plan-cycles/${open}`,
            `Saved. This ${levelWords(await getPlan(ctx, plan_id)).cycle.one} is open: they can be asked now.`,
          )
        : goTo(`/delivery-plans/${plan_id}`, 'Saved')
    },
  }),
]
