import { sql } from 'kysely'
import { type Day, isDay, type RjStage } from '#reference'
import { shownName } from '#people'
import { type Ctx, isId } from '#platform/act.ts'
import { found } from '#platform/errors.ts'
import type { RjOutcome } from '../codes.ts'
import type { PathFacts } from '../path/path.ts'

/** One referral to the restorative justice team, with what its path stands on. */
export type RjReferral = {
  rj_referral_id: string
  held_by: string
  person_id: string | null
  referral_id: string | null
  reference: string
  received_on: Day
  source: string
  close_reason: string | null
  outcome_on: Day | null
  facts: PathFacts & { outcome: RjOutcome | null }
}

type Row = Omit<RjReferral, 'facts'> & {
  outcome: RjOutcome | null
  domestic: boolean
  domestic_allowed: boolean
  signed_off: boolean
  steps: Partial<Record<RjStage, Day>>
  assessments: Record<string, { suitable: boolean; complex: boolean }>
}

/** One referral, or NotFound. */
export async function getRjReferral(ctx: Ctx, rj_referral_id: string): Promise<RjReferral> {
  const { rows } = await sql<Row>`
    select r.rj_referral_id, r.held_by, r.person_id, r.referral_id, r.reference, r.received_on, r.source,
      o.outcome, o.close_reason, o.reached_on as outcome_on, coalesce(f.domestic, false) as domestic,
      coalesce((select a.settings ->> 'restorative_justice_takes_domestic_abuse' = 'true' from access.area a where a.area_id = r.area_id), false) as domestic_allowed,
      exists (select from restorative_justice.sign_off s where s.area_id = r.area_id and s.rj_referral_id = r.rj_referral_id) as signed_off,
      coalesce((select json_object_agg(s.stage, s.reached_on) from restorative_justice.step s
        where s.area_id = r.area_id and s.rj_referral_id = r.rj_referral_id), '{}') as steps,
      coalesce((select json_object_agg(x.party, json_build_object('suitable', x.suitable, 'complex', x.complex)) from (
        select distinct on (party) party, suitable, complex from restorative_justice.risk_assessment k
        where k.area_id = r.area_id and k.rj_referral_id = r.rj_referral_id order by party, assessed_on desc, recorded_at desc) x), '{}') as assessments
    from restorative_justice.rj_referral r
    left join restorative_justice.rj_outcome o on o.area_id = r.area_id and o.rj_referral_id = r.rj_referral_id and o.superseded_at is null
    left join referrals.referral f on f.area_id = r.area_id and f.referral_id = r.referral_id
    where r.rj_referral_id = ${rj_referral_id}::uuid`.execute(ctx.db)
  const { outcome, domestic, domestic_allowed, signed_off, steps, assessments, ...referral } = found(
    rows[0],
    'This referral',
  )
  const harmed_person = assessments['harmed-person'] ?? null
  const person_responsible = assessments['person-responsible'] ?? null
  return {
    ...referral,
    facts: { steps, harmed_person, person_responsible, signed_off, domestic, domestic_allowed, outcome },
  }
}

/** What is shown of the list: codes only. */
export const SHOWN = {
  open: 'Open',
  'in-preparation': 'In preparation',
  'not-recorded': 'No outcome recorded',
  interventions: 'Interventions',
  closed: 'Closed without one',
  all: 'All',
} as const
export type RjFilter = {
  shown: keyof typeof SHOWN
  after: { received_on: Day; rj_referral_id: string } | undefined
}

/** What an address asks for; anything else in it is left out. */
export function rjFilter(query: Record<string, string>): RjFilter {
  const [received_on = '', rj_referral_id = ''] = (query.after ?? '').split('_')
  return {
    shown: Object.hasOwn(SHOWN, query.shown ?? '') ? (query.shown as RjFilter['shown']) : 'open',
    after: isDay(received_on) && isId(rj_referral_id) ? { received_on, rj_referral_id } : undefined,
  }
}

export type ListedRjReferral = Pick<RjReferral, 'rj_referral_id' | 'reference' | 'received_on' | 'source'> & {
  outcome: RjOutcome | null
  stage: RjStage | null
  person_name: string
}
export const RJ_PAGE = 25

const CLOSED = sql`('restorative-conversation', 'withdrew-or-disengaged', 'no-offender-information', 'offender-declined', 'denies-responsibility',
  'unsuitable', 'too-early')`
const WHERE: Record<RjFilter['shown'], ReturnType<typeof sql>> = {
  all: sql`true`,
  open: sql`(o.outcome is null or o.outcome = 'in-preparation')`,
  'in-preparation': sql`o.outcome = 'in-preparation'`,
  'not-recorded': sql`o.outcome is null`,
  closed: sql`o.outcome in ${CLOSED}`,
  interventions: sql`o.outcome not in ${CLOSED} and o.outcome <> 'in-preparation'`,
}

/** The newest referrals that match: RJ_PAGE, and one more when there are others after them. */
export async function listRjReferrals(ctx: Ctx, { shown, after }: RjFilter): Promise<ListedRjReferral[]> {
  const { rows } = await sql<
    Omit<ListedRjReferral, 'person_name'> & {
      forename: string | null
      surname: string | null
      pseudonym: string | null
    }
  >`
    select r.rj_referral_id, r.reference, r.received_on, r.source, o.outcome, p.forename, p.surname, p.pseudonym,
      (select s.stage from restorative_justice.step s where s.area_id = r.area_id and s.rj_referral_id = r.rj_referral_id
        order by s.reached_on desc, s.recorded_at desc limit 1) as stage
    from restorative_justice.rj_referral r
    left join restorative_justice.rj_outcome o on o.area_id = r.area_id and o.rj_referral_id = r.rj_referral_id and o.superseded_at is null
    left join people.person p on p.area_id = r.area_id and p.person_id = r.person_id
    where ${WHERE[shown]} ${after ? sql`and (r.received_on, r.rj_referral_id) < (${after.received_on}::date, ${after.rj_referral_id}::uuid)` : sql``}
    order by r.received_on desc, r.rj_referral_id desc limit ${sql.lit(RJ_PAGE + 1)}`.execute(ctx.db)
  return rows.map(({ forename, surname, pseudonym, ...row }) => ({
    ...row,
    person_name: shownName({ forename: forename ?? '', surname: surname ?? '', pseudonym }),
  }))
}
