import type { Act } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { Module } from '#platform/module.ts'
import { heldRowScreens } from './held-rows/screens.ts'
import { profileScreens } from './mapping-profiles/screens.ts'
import { programRoutes } from './programs/routes.ts'
import { senderKeyScreens } from './programs/screens.ts'
import { senderKeyVerbs } from './programs/verbs.ts'
import { receiptScreens } from './receipts/screens.ts'
import { reconciliationScreens } from './reconciliation/screens.ts'
import { referralScreens } from './referral/screens.ts'
import type { ReferralSlots } from './referral/slots.ts'
import { sendingScreens } from './sending/screens.ts'
import { transferVerbs } from './transfers/verbs.ts'
import { waitingFileJobs } from './waiting-files/jobs.ts'
import { INTAKE_ROLES } from './words.ts'

export { moveReferrals, type MovedReferral } from './moving/move-referrals.ts'
export { getReferral, type Referral } from './referral/queries.ts'
export {
  senderOf,
  senderSeenBy,
  tellable,
  tellSender,
  type ReferralSender,
  type SentReferral,
} from './receipts/tell-sender.ts'
export type { ReferralSlots } from './referral/slots.ts'
export { findProfile } from './mapping-profiles/find-profile.ts'
export { importTransfer, type ArrivedFile, type ImportedTransfer } from './transfers/import-transfer.ts'

export type ReferralsOptions = { act: Act; pools: Pools; slots?: ReferralSlots }

/** Every way in: the daily police transfer, what became of each row, the queue of held rows, receipts for the sender. */
export const referrals = (options: ReferralsOptions): Module => ({
  name: 'referrals',
  routes: [
    ...sendingScreens(options),
    ...reconciliationScreens(options.act),
    ...heldRowScreens,
    ...referralScreens(options.slots ?? {}),
    ...receiptScreens,
    ...profileScreens,
    ...senderKeyScreens,
    ...programRoutes(options),
  ],
  verbs: [...transferVerbs, ...senderKeyVerbs],
  jobs: waitingFileJobs(options),
  navigation: [
    { text: 'What arrived', href: '/transfers', roles: INTAKE_ROLES, place: 5 },
    { text: 'Mapping profiles', href: '/mapping-profiles', roles: ['administrator'], place: 92 },
    { text: 'Your referrals', href: '/receipts', roles: ['police_officer'], place: 5 },
  ],
  home: (actor) =>
    actor.roles.includes('police_officer')
      ? '/receipts'
      : actor.roles.includes('intake_worker') && !actor.roles.includes('caseworker')
        ? '/transfers'
        : undefined,
})
