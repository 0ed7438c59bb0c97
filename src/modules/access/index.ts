import type { Module } from '#platform/module.ts'
import { areaVerbs } from './areas/verbs.ts'
import { forgetOldAttempts } from './attempts/begin-attempt.ts'
import { breakGlassScreens } from './break-glass/screens.ts'
import { firstSignInRoutes } from './first-sign-in/routes.ts'
import { memberVerbs } from './first-sign-in/verbs.ts'
import { organisationSignInRoutes } from './organisation-identity/routes.ts'
import { memberScreens } from './members/screens.ts'
import { organisationIdentityScreens } from './organisation-identity/settings.ts'
import { passkeySignInRoutes } from './passkeys/sign-in-by-passkey.ts'
import { signInRoutes, type SignInOptions } from './sign-in/routes.ts'
import { teamScreens } from './teams/screens.ts'
import { typingRoutes } from './typing/routes.ts'
import { AUDIT_READERS } from './who-looked/queries.ts'
import { yourSignInRoutes } from './your-sign-in/routes.ts'

export { atTheDoor } from './accounts/at-the-door.ts'
export { sha256, showKeys, tidyEmail } from './accounts/account-keys.ts'
export { keyedHash, seal, unseal } from './accounts/seal.ts'
export { whereFrom } from './attempts/where-from.ts'
export { areaActor, findArea, listAreas, type Area } from './areas/area-actors.ts'
export { changeAreaSettings } from './areas/change-area-settings.ts'
export { whyNotInProduction } from './areas/production.ts'
export { addArea, readAreaFile } from './areas/add-area.ts'
export { rolesInWords, FIGURE_READERS, PROVIDER_STAFF, ROLES, type Role } from './roles.ts'
export type { CastMember } from './sign-in/demonstration.ts'
export { officeTeam } from './teams/office-team.ts'
export { openSession } from './sign-in/open-session.ts'
export { staffAddresses } from './accounts/staff-addresses.ts'
export { countBreakGlassToReview } from './break-glass/break-glass.ts'
export { whoHasLooked, type Look } from './who-looked/queries.ts'
export { fieldChanges, whatChanged, type Change } from './who-looked/what-changed.ts'
export { changesTable, looksTable } from './who-looked/looks.page.ts'
export { whoHasLookedScreen, type LookedAt } from './who-looked/who-has-looked-screen.ts'
export { makeTyping } from './typing/typing.ts'
export { IDLE_MINUTES, makeOpenVisit } from './visits/open-visit.ts'

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
      ...memberScreens(options),
      ...teamScreens,
      ...breakGlassScreens,
      ...typingRoutes(options),
    ],
    jobs: [{ name: 'access.forget-old-attempts', run: forgetOldAttempts, timetable: '20 3 * * *' }],
    verbs: [...areaVerbs, ...memberVerbs],
    navigation: [
      { text: 'Break-glass', href: '/break-glass/review', roles: AUDIT_READERS, place: 80 },
      { text: 'Members', href: '/members', roles: ['administrator'], place: 90 },
    ],
    home: ({ roles }) =>
      roles.every((role) => role === 'administrator')
        ? '/members'
        : roles.every((role) => role === 'administrator' || role === 'data_protection_officer')
          ? '/break-glass/review'
          : undefined,
  }
}
