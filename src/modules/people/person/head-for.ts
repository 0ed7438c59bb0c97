import type { Ctx } from '#platform/act.ts'
import { personHead, type PersonHead } from './queries.ts'
import type { PersonSlots } from './slots.ts'

/** The head of a person for the module's own pages: sensitive also when a case or referral of theirs is. */
export const headFor =
  ({ sensitive }: PersonSlots) =>
  async (ctx: Ctx, person_id: string): Promise<PersonHead> =>
    personHead(ctx, person_id, { sensitive: (await sensitive?.(ctx, person_id)) ?? false })
