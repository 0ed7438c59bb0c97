import type { Module } from '#platform/module.ts'
import { agreementScreens } from './agreements/screens.ts'
import { directoryScreens } from './directory/screens.ts'

export {
  agreementsInForce,
  inForceOn,
  listShares,
  recordShare,
  recordShareBetween,
} from './agreements/share.ts'
export { GROUNDS, TOLD_AT_CLOSE } from './agreements/form.ts'
export { getAgreement, listAgreements, stateOn, type Agreement } from './agreements/queries.ts'
export { recordAgreement } from './agreements/record-agreement.ts'
export { describeOrganisation, getOrganisation, listOrganisations } from './directory/screens.ts'

/** Forces, providers, partners and the Commissioner's office; agreements to share, and what was given under each. */
export const organisations = (): Module => ({
  name: 'organisations',
  routes: [...directoryScreens, ...agreementScreens],
  navigation: [
    { text: 'Organisations', href: '/organisations', roles: ['data_protection_officer'], place: 85 },
  ],
})
