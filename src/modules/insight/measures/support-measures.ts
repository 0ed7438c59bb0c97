import { sql } from 'kysely'
import { SUPPORT_TYPES } from '#reference'
import { DISTRICT, measure, type Measure, QUARTER, type Within } from './measure.ts'

/** The support that the person chose. */
export const TIERS = { brief: 'Brief', 'longer-term': 'Longer-term' } as const

const opensCase = (record_id: string) => `/cases/${record_id}`
const dimensions = { district: DISTRICT, tier: { title: 'Support', words: TIERS } }
// One row a human being (the case opened last stands for them), so that somebody with two cases, or known to two services, is in one line of a
// breakdown.
const supported = ({ from, to, held, human_beings }: Within, tier?: 'longer-term') => sql`
  select distinct on (key) * from (
    select coalesce(h.human_being, c.person_id) as key, c.record_id, c.held_by, c.district, c.tier, c.opened_on
    from (select * from insight.case where ${held} and opened_on <= ${to}::date and (closed_on is null or closed_on >= ${from}::date)
      ${tier ? sql`and tier = ${tier}` : sql``}) as c
    left join (${human_beings}) as h on h.person_id = c.person_id) as people
  order by key, tier desc, opened_on desc, record_id`
const ONCE =
  'A person is counted once, however many cases they have and however many services know them: records of one human being are told by the links that workers made and, across services, by a comparison each night.'

export const supportMeasures: Measure[] = [
  measure({
    name: 'people-supported',
    title: 'People supported',
    definition: `People with a case of support open at any time in the period, whether it was opened in the period or carried over. ${ONCE}`,
    unit: 'people',
    direction: 'more is better',
    dimensions,
    counts_people: true,
    opens: opensCase,
    rows: (within) => supported(within),
  }),
  measure({
    name: 'people-with-longer-term-support',
    title: 'People with longer-term support',
    definition: `People with a case of longer-term (intensive) support open at any time in the period. ${ONCE}`,
    unit: 'people',
    direction: 'more is better',
    dimensions: { district: DISTRICT },
    counts_people: true,
    opens: opensCase,
    rows: (within) => supported(within, 'longer-term'),
  }),
  measure({
    name: 'actions',
    title: 'Actions of support',
    definition:
      'Things done for people with a case, by the day they were done. Target hardening counts items fitted or given; every other type counts instances.',
    unit: 'actions',
    direction: 'more is better',
    dimensions: {
      type: { title: 'Type', words: SUPPORT_TYPES },
      tier: { title: 'Support', words: TIERS },
      quarter: QUARTER,
    },
    opens: opensCase,
    rows: ({ from, to, held }) => sql`
      select action_id::text || '/' || number as key, record_id, held_by, type, tier, insight.quarter_of(counted_on) as quarter
      from insight.action where counted_on between ${from}::date and ${to}::date and ${held}`,
  }),
]
