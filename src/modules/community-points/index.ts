import { PROVIDER_STAFF } from '#access'
import type { Module } from '#platform/module.ts'
import { communityPointScreens } from './points/screens.ts'
import { YOUR_POINT, yourPointScreens } from './your-point/screens.ts'

export { STAGES, type Stage } from './stages.ts'
export { moveCommunityPoints, type MovedCommunityPoint } from './moving/move-community-points.ts'

/** Local organisations that sign up to help and refer: how far each has come, its sites, and when its registration is renewed. */
export const communityPoints = (): Module => ({
  name: 'community-points',
  routes: [...communityPointScreens, ...yourPointScreens],
  navigation: [
    { text: 'Community Points', href: '/community-points', roles: PROVIDER_STAFF, place: 60 },
    { text: 'Your Community Point', href: YOUR_POINT, roles: ['community_point_worker'], place: 5 },
  ],
})
