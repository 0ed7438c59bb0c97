import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'
import { makeDecide, type Decision } from '../transfers/decide-result.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { readIntakeRules } from '../transfers/intake-rules.ts'
import { arrivalKey } from '../landing/landing.ts'
import { readProfile } from '../mapping-profiles/mapping-profile.ts'
import type { HeldRow } from './queries.ts'

/** What the row would be now, by the same rules as when it came; undefined while a name or the day of the report is lacking. */
export async function decideAgain(
  ctx: Ctx,
  row: HeldRow,
): Promise<{ decision: Decision; key: string } | undefined> {
  const { victim } = row
  if (!victim?.occurrence_no || !victim.reported_on || !(victim.surname || victim.forenames)) return undefined
  const key = arrivalKey(row.sender, victim)
  const { rows } = await sql<{ referral_id: string }>`
    select referral_id from referrals.arrival where held_by = ${row.held_by}::uuid and arrival_key = ${key}::uuid`.execute(
    ctx.db,
  )
  const elsewhere = rows.some(({ referral_id }) => referral_id !== row.referral_id)
  const decide = makeDecide(await readIntakeRules(ctx, await profileOf(ctx, row)))
  return { decision: decide(victim, elsewhere), key }
}

/** The profile the row came by; the defaults when it is there no more. */
async function profileOf(ctx: Ctx, { profile, sender }: HeldRow) {
  try {
    return await findProfile(ctx, profile)
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return readProfile({
      profile: 'none',
      title: sender,
      sender,
      columns: { occurrence_no: 1, reported_on: 2, surname: 3 },
    })
  }
}
