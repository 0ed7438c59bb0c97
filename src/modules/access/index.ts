import type { Module } from '#platform/module.ts'
import { areaVerbs } from './areas/verbs.ts'
import { forgetOldAttempts } from './attempts/begin-attempt.ts'
import { firstSignInRoutes } from './first-sign-in/routes.ts'
import { organisationSignInRoutes } from './organisation-identity/routes.ts'
import { organisationIdentityScreens } from './organisation-identity/settings.ts'
import { passkeySignInRoutes } from './passkeys/sign-in-by-passkey.ts'
import { signInRoutes, type SignInOptions } from './sign-in/routes.ts'
import { yourSignInRoutes } from './your-sign-in/routes.ts'

export { areaActor, findArea, listAreas, type Area } from './areas/area-actors.ts'
export { whyNotInProduction } from './areas/production.ts'
export { addArea, readAreaFile } from './areas/add-area.ts'
export { FIGURE_READERS, PROVIDER_STAFF, ROLES, type Role } from './roles.ts'
export { openSession } from './sign-in/open-session.ts'
export { makeOpenVisit } from './visits/open-visit.ts'

export type AccessOptions = SignInOptions

/** Areas, teams, members, roles, sign-in, break-glass, audit. */
export function access(options: AccessOptions): Module {
  return {
    name: 'access',
    routes: [
      ...signInRoutes(options),
      ...passkeySignInRoutes(options),
      ...organisationSignInRoutes(options),
      ...organisationIdentityScreens(options),
      ...firstSignInRoutes(options),
      ...yourSignInRoutes(options),
    ],
    jobs: [{ name: 'access.forget-old-attempts', run: forgetOldAttempts, timetable: '20 3 * * *' }],
    verbs: areaVerbs,
  }
}
