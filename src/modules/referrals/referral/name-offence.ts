import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { findOffenceSubgroup, offenceSubgroups } from '#reference'
import { choice, form } from '#platform/forms/index.ts'
import { found } from '#platform/errors.ts'
import { keepingCounts } from '../landing/transfer-counts.ts'

/** Every subgroup with its group, for a person to choose from. */
export const nameOffenceForm = form({
  subgroup: choice(
    Object.fromEntries(
      offenceSubgroups.map(({ code, name, group_name }) => [
        code,
        name === group_name ? name : `${group_name}: ${name}`,
      ]),
    ),
    { label: 'What kind of offence is it?', name: 'the kind of offence', as: 'select' },
  ),
})

/** Settles what an offence is when its text did not tell for certain: a person's word is certain. */
export async function nameOffence(ctx: Ctx, referral_id: string, subgroup: string): Promise<void> {
  const { group_code, code } = found(findOffenceSubgroup(subgroup), 'This kind of offence')
  await keepingCounts(ctx, referral_id, () =>
    sql`update referrals.referral set offence_group = ${group_code}, offence_subgroup = ${code}, offence_confidence = 1,
    missing = array_remove(missing, 'offence') where referral_id = ${referral_id}`.execute(ctx.db),
  )
}
