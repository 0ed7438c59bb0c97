import { sql } from 'kysely'
import { giveReceipt } from '../receipts/give-receipt.ts'
import { recordPeople } from '#people'
import type { Ctx } from '#platform/act.ts'
import { refuse } from '#platform/errors.ts'
import { keepingCounts } from '../landing/transfer-counts.ts'
import { arrivingPerson } from '../transfers/arriving-person.ts'
import { RESULT_WORDS } from '../words.ts'
import { decideAgain } from './decide-again.ts'
import { getHeldRow } from './queries.ts'
import { refuseSettled, takeStep } from './take-step.ts'

/**
 * Makes an accepted referral of a held row, when the rules accept it as it now stands: the person is recorded, the sender told, and
 * what was kept of the row erased. Gives the referral's id. Refuses with the reason when the rules still say otherwise.
 */
export async function releaseHeldRow(ctx: Ctx, held_row_id: string): Promise<string> {
  const row = await getHeldRow(ctx, held_row_id)
  refuseSettled(row)
  const now = await decideAgain(ctx, row)
  if (!now)
    refuse('', 'Put the row right first: a name, the day of the report and the occurrence number are needed')
  const { decision, key } = now
  if (decision.result !== 'accepted')
    refuse('', `It cannot be released as it stands: ${RESULT_WORDS[decision.result].toLowerCase()}`)
  const victim = row.victim!
  const [person_id] = await recordPeople(ctx, [
    arrivingPerson(victim, decision.sensitive, row.held_by, row.sent_on),
  ])
  const { offence } = decision
  await keepingCounts(ctx, row.referral_id, async () => {
    await sql`update referrals.referral set result = 'accepted', person_id = ${person_id!}::uuid, missing = ${decision.missing}::text[],
        reported_on = ${victim.reported_on}::date, offence_text = ${victim.offence}, offence_group = ${offence.group_code},
        offence_subgroup = ${offence.subgroup_code}, offence_confidence = ${offence.confidence}, domestic = ${victim.domestic}, sexual = ${victim.sexual},
        consent_basis = ${victim.consent_basis ?? 'not-recorded'}
      where referral_id = ${row.referral_id}`.execute(ctx.db)
    await sql`insert into referrals.arrival (held_by, arrival_key, referral_id) values (${row.held_by}::uuid, ${key}::uuid, ${row.referral_id}::uuid)
      on conflict do nothing`.execute(ctx.db)
    await sql`update referrals.held_row set settled_at = now(), settled_as = 'released', victim = null, cells = null, problems = '{}'
      where held_row_id = ${held_row_id}`.execute(ctx.db)
  })
  await takeStep(ctx, row, 'released')
  await giveReceipt(ctx, row, { result: 'accepted', missing: decision.missing })
  return row.referral_id
}
