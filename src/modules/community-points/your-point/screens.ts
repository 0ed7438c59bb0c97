import { listOrganisations } from '#organisations'
import { screen } from '#platform/http/screen.ts'
import { yourPointPage } from './your-point.page.ts'

/** Where the day of somebody at a Community Point begins. */
export const YOUR_POINT = '/your-community-point'

export const yourPointScreens = [
  screen(YOUR_POINT, {
    action: 'see what a Community Point can do',
    roles: ['community_point_worker'],
    show: async (ctx) => {
      const services = (await listOrganisations(ctx)).filter(({ kind }) => kind === 'provider')
      return yourPointPage(ctx.actor.organisation_name, services)
    },
  }),
]
