import { sql } from 'kysely'
import { DISTRICT, measure, type Measure, QUARTER } from './measure.ts'

/** What a restorative justice referral has come to, in the order of a paper. */
export const RJ_OUTCOMES = {
  conference: 'Face-to-face conference',
  letter: 'Letter or message exchanged',
  shuttle: 'Shuttle mediation',
  video: 'Video or recorded message',
  'community-conference': 'Community or panel conference',
  'restorative-conversation': 'Restorative conversation only',
  'withdrew-or-disengaged': 'Harmed person withdrew or stopped engaging',
  'no-offender-information': 'Not enough information about the person responsible',
  'offender-declined': 'Person responsible declined',
  'denies-responsibility': 'Responsibility not accepted',
  unsuitable: 'Unsuitable after risk assessment',
  'too-early': 'Too early in the investigation',
  'in-preparation': 'In preparation',
  'no-outcome-recorded': 'No outcome recorded',
} as const

export const CP_STAGES = {
  engaged: 'Engaged',
  applied: 'Applied',
  registered: 'Registered',
  lapsed: 'Lapsed',
} as const

export const partnerMeasures: Measure[] = [
  measure({
    name: 'rj-referrals',
    title: 'Restorative justice referrals',
    definition:
      'Referrals to restorative justice received in the period, by the day they were received, with what each has come to so far. The outcomes add up to the referrals: those with none recorded are told.',
    unit: 'referrals',
    direction: 'more is better',
    dimensions: { outcome: { title: 'Outcome', words: RJ_OUTCOMES }, quarter: QUARTER },
    opens: (record_id) => `/restorative-justice/${record_id}`,
    rows: ({ from, to, held }) => sql`
      select record_id as key, record_id, held_by, outcome, insight.quarter_of(counted_on) as quarter
      from insight.rj_referral where counted_on between ${from}::date and ${to}::date and ${held}`,
  }),
  measure({
    name: 'community-points',
    title: 'Community Points',
    definition:
      'Local organisations at each stage on the last day of the period: engaged, applied, registered or lapsed. An organisation with several sites is counted once.',
    unit: 'organisations',
    direction: 'more is better',
    dimensions: { stage: { title: 'Stage', words: CP_STAGES }, district: DISTRICT },
    as_at: true,
    opens: (record_id) => `/community-points/${record_id}`,
    rows: ({ to, held }) => sql`
      select record_id as key, record_id, held_by, stage, district from insight.community_point_stage
      where coalesce(reached_on, '-infinity') <= ${to}::date and until > ${to}::date and ${held}`,
  }),
]
