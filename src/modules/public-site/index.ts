import type { Module } from '#platform/module.ts'
import { followingRoutes } from './following/routes.ts'
import { followingJobs } from './telling/tell-followers.ts'
import type { PublicOptions } from './public-page.ts'
import { publicationRoutes } from './publications/routes.ts'
import { recordedCrimeRoutes } from './recorded-crime/routes.ts'

export { forgetUnconfirmed, tellFollowers } from './telling/tell-followers.ts'

/** What anyone may read: published papers, agendas and decisions; and e-mail to those who follow them. */
export const publicSite = (options: PublicOptions): Module => ({
  name: 'public-site',
  routes: [...publicationRoutes(options), ...recordedCrimeRoutes(options), ...followingRoutes(options)],
  jobs: followingJobs(options),
})
