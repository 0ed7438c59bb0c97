import type { Module } from '#platform/module.ts'
import { MOVE_READERS, proofScreens } from './proofs/screens.ts'
import { movingVerbs } from './verbs.ts'

export { moveService, type Moved } from './move/move-service.ts'
export { readProfile, type MovingProfile } from './profile/profile.ts'

/** Moving from an old system: a service's export read by a mapping profile, and the proof that all of it arrived. */
export function moving(): Module {
  return {
    name: 'moving',
    routes: proofScreens,
    verbs: movingVerbs,
    navigation: [{ text: 'Moves', href: '/moves', roles: MOVE_READERS, place: 95 }],
  }
}
