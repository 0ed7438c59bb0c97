import type { Ctx } from '#platform/act.ts'
import type { Html } from '#platform/design-system/index.ts'

/** Something a higher module shows of a person: their cases, their referrals. Nothing to show: null. */
export type PersonPanel = (ctx: Ctx, person_id: string) => Promise<Html | null>

export type PersonSlots = {
  /** In the order given, under what the record itself says. */
  panels?: readonly PersonPanel[]
  /** Links beside "Edit details", such as opening a case; each gets the person's id. */
  actions?: readonly { text: string; href: (person_id: string) => string; roles: readonly string[] }[]
  /** Whose case or referral has this reference, of those the actor may see. */
  byReference?: (ctx: Ctx, reference: string) => Promise<string[]>
  /** What a case or referral says about sensitivity: true when any of theirs is sensitive. */
  sensitive?: (ctx: Ctx, person_id: string) => Promise<boolean>
}
