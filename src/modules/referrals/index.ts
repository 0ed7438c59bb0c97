import type { Module } from '#platform/module.ts'
import { transferVerbs } from './transfers/verbs.ts'

export { moveReferrals, type MovedReferral } from './moving/move-referrals.ts'
export { findProfile } from './transfers/find-profile.ts'
export { importTransfer, type ArrivedFile, type ImportedTransfer } from './transfers/import-transfer.ts'

/** Every way in: the daily police transfer, what became of each row, the queue of held rows, receipts for the sender. */
export const referrals = (): Module => ({
  name: 'referrals',
  routes: [],
  verbs: transferVerbs,
})
