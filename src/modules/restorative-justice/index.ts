import type { Module } from '#platform/module.ts'
import { RJ_ROLES } from './codes.ts'
import { rjScreens } from './referrals/screens.ts'

export {
  CLOSED_WITHOUT,
  INTERVENTIONS,
  RJ_OUTCOMES,
  RJ_SOURCES,
  type RjOutcome,
  type RjSource,
} from './codes.ts'
export { moveRjReferrals, type MovedRjReferral } from './moving/move-rj-referrals.ts'

/** Restorative justice: referrals, the path with its gates, and a funnel that always adds up. */
export const restorativeJustice = (): Module => ({
  name: 'restorative-justice',
  routes: rjScreens,
  navigation: [{ text: 'Restorative justice', href: '/restorative-justice', roles: RJ_ROLES, place: 59 }],
  home: (actor) => (actor.roles.includes('rj_practitioner') ? '/restorative-justice' : undefined),
})
