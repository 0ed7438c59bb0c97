import type { Ctx } from '#platform/act.ts'
import type { Html } from '#platform/design-system/index.ts'

/** What higher modules show on a referral (its case; nothing to show: null), and what they offer to do with an accepted one, to whom. */
export type ReferralSlots = {
  panels?: readonly ((ctx: Ctx, referral_id: string) => Promise<Html | null>)[]
  actions?: readonly { text: string; href: (referral_id: string) => string; roles: readonly string[] }[]
}
