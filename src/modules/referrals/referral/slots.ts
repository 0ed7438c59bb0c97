import type { Ctx } from '#platform/act.ts'
import type { Html } from '#platform/design-system/index.ts'

/** What higher modules show on a referral: its case, its Code clocks. Nothing to show: null. */
export type ReferralSlots = { panels?: readonly ((ctx: Ctx, referral_id: string) => Promise<Html | null>)[] }
