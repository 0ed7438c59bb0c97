import { sql } from 'kysely'
import { INTAKE_RESULTS, offenceGroups, REFERRAL_SOURCES } from '#reference'

import { DISTRICT, measure, type Measure, QUARTER, type Within } from './measure.ts'

const dimensions = {
  source: { title: 'Source', words: REFERRAL_SOURCES },
  result: { title: 'Result', words: INTAKE_RESULTS },
  district: DISTRICT,
  offence_group: {
    title: 'Offence group',
    words: Object.fromEntries(offenceGroups.map(({ code, name }) => [code, name])),
  },
  quarter: QUARTER,
}
const opens = (record_id: string) => `/referrals/${record_id}`
const received = ({ from, to, held }: Within) => sql`
  select record_id as key, record_id, held_by, source, result, district, offence_group, insight.quarter_of(counted_on) as quarter
  from insight.referral where counted_on between ${from}::date and ${to}::date and ${held}`

export const referralMeasures: Measure[] = [
  measure({
    name: 'referrals-received',
    title: 'Referrals received',
    definition:
      'Every referral received in the period, from every source and whatever came of it, by the day it was received.',
    unit: 'referrals',
    direction: 'neither',
    dimensions,
    opens,
    rows: received,
  }),
  measure({
    name: 'self-referrals',
    title: 'Self-referrals',
    definition:
      'Referrals received in the period from the person themself or from a family member or friend, by the day they were received.',
    unit: 'referrals',
    direction: 'more is better',
    dimensions,
    opens,
    rows: (within) =>
      sql`select * from (${received(within)}) as received where source in ('self', 'family-friend')`,
  }),
]
