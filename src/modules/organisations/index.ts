import type { Module } from '#platform/module.ts'
import { agreementScreens } from './agreements/screens.ts'
import { directoryScreens } from './directory/screens.ts'

export { agreementsInForce, listShares, recordShare } from './agreements/share.ts'
export { getAgreement, listAgreements, stateOn, type Agreement } from './agreements/queries.ts'
export { getOrganisation, listOrganisations } from './directory/screens.ts'

/** Forces, providers, partners and the Commissioner's office; agreements to share, and what was given under each. */
export const organisations = (): Module => ({
  name: 'organisations',
  routes: [...directoryScreens, ...agreementScreens],
  navigation: [
    { text: 'Organisations', href: '/organisations', roles: ['data_protection_officer'], place: 85 },
  ],
})
