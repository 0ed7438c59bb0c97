import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { CLOSED_WITHOUT, INTERVENTIONS } from '../codes.ts'

/** referrals = interventions + closed without one + in preparation + no outcome recorded, whatever was entered. */
export type Funnel = {
  referrals: number
  interventions: number
  closed: number
  in_preparation: number
  not_recorded: number
  /** By outcome, only those that occurred. */
  by_outcome: Record<string, number>
}

/** The referrals of a period (by the day they were received; no period: all) by what came of them. */
export async function readFunnel(ctx: Ctx, period?: { from: string; to: string }): Promise<Funnel> {
  const { rows } = await sql<{ outcome: string | null; n: number }>`
    select o.outcome, count(*)::int as n from restorative_justice.rj_referral r
    left join restorative_justice.rj_outcome o on o.area_id = r.area_id and o.rj_referral_id = r.rj_referral_id and o.superseded_at is null
    ${period ? sql`where r.received_on between ${period.from}::date and ${period.to}::date` : sql``} group by 1`.execute(
    ctx.db,
  )
  const sum = (holds: (outcome: string | null) => boolean) =>
    rows.filter(({ outcome }) => holds(outcome)).reduce((total, { n }) => total + n, 0)
  return {
    referrals: sum(() => true),
    interventions: sum((outcome) => outcome !== null && Object.hasOwn(INTERVENTIONS, outcome)),
    closed: sum((outcome) => outcome !== null && Object.hasOwn(CLOSED_WITHOUT, outcome)),
    in_preparation: sum((outcome) => outcome === 'in-preparation'),
    not_recorded: sum((outcome) => outcome === null),
    by_outcome: Object.fromEntries(rows.flatMap(({ outcome, n }) => (outcome ? [[outcome, n]] : []))),
  }
}
