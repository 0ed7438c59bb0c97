import { PROVIDER_STAFF } from '#access'
import { goTo, screen } from '#platform/http/screen.ts'
import { addPoint, districtsOf } from './add-point.ts'
import { addForm, sitesForm, stepForm } from './form.ts'
import { pointsPage } from './list.page.ts'
import { addPage, pointPage, sitesPage, stepPage } from './point.page.ts'
import { countByDistrict, getPoint, listPoints, pointFilter, stagesOf } from './queries.ts'
import { recordSites } from './record-sites.ts'
import { recordStep } from './record-step.ts'

export const communityPointScreens = [
  screen('/community-points', {
    action: 'see the Community Points',
    roles: PROVIDER_STAFF,
    show: async (ctx) => {
      const filter = pointFilter(ctx.query)
      return pointsPage(await listPoints(ctx, filter), await countByDistrict(ctx), filter, ctx.today)
    },
  }),
  screen('/community-points/add', {
    action: 'add a Community Point',
    roles: PROVIDER_STAFF,
    form: addForm,
    start: (ctx) => ({ reached_on: ctx.today }),
    show: async (ctx, _, form) => addPage(form, await districtsOf(ctx)),
    save: async (ctx, _, point) =>
      goTo(`/community-points/${await addPoint(ctx, point)}`, 'Organisation added'),
  }),
  screen('/community-points/:community_point_id', {
    action: 'see a Community Point',
    roles: PROVIDER_STAFF,
    show: async (ctx, { community_point_id }) =>
      pointPage(await getPoint(ctx, community_point_id), await stagesOf(ctx, community_point_id), ctx.today),
  }),
  screen('/community-points/:community_point_id/record-step', {
    action: 'record a step of a Community Point',
    roles: PROVIDER_STAFF,
    form: stepForm,
    draft: true,
    start: (ctx) => ({ reached_on: ctx.today }),
    show: async (ctx, { community_point_id }, form) =>
      stepPage(await getPoint(ctx, community_point_id), form),
    save: async (ctx, { community_point_id }, step) => {
      await recordStep(ctx, await getPoint(ctx, community_point_id), step)
      return goTo(`/community-points/${community_point_id}`, 'Step recorded')
    },
  }),
  screen('/community-points/:community_point_id/sites', {
    action: 'record the sites of a Community Point',
    roles: PROVIDER_STAFF,
    form: sitesForm,
    stored: true,
    start: async (ctx, { community_point_id }) => ({
      sites: (await getPoint(ctx, community_point_id)).sites,
    }),
    show: async (ctx, { community_point_id }, form) =>
      sitesPage(await getPoint(ctx, community_point_id), form),
    save: async (ctx, { community_point_id }, { sites }) => {
      await recordSites(ctx, await getPoint(ctx, community_point_id), sites)
      return goTo(`/community-points/${community_point_id}`, 'Sites recorded')
    },
  }),
]
