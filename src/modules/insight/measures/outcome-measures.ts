import { type RawBuilder, sql } from 'kysely'
import { OUTCOMES } from '#reference'
import { measure, type Measure, QUARTER, type Within } from './measure.ts'

const answered =
  (yes: RawBuilder<unknown>, answer: string) =>
  ({ from, to, held }: Within) => sql`
  select survey_id as key, record_id, held_by, ${yes} as yes, insight.quarter_of(counted_on) as quarter
  from insight.survey where counted_on between ${from}::date and ${to}::date and ${held} and ${sql.ref(answer)} is not null`

const survey = (
  name: string,
  title: string,
  question: string,
  yes: RawBuilder<unknown>,
  answer: string,
): Measure =>
  measure({
    name,
    title,
    definition: `Of the returned satisfaction surveys about cases closed in the period that answer this question, those that ${question}. A survey is asked once a case is closed, and not by the worker; it counts by the day the case was closed, whenever it came back.`,
    unit: 'surveys',
    direction: 'more is better',
    opens: (record_id) => `/cases/${record_id}`,
    dimensions: { quarter: QUARTER },
    share: { yes: question, of: 'surveys returned with an answer' },
    rows: answered(yes, answer),
  })

export const outcomeMeasures: Measure[] = [
  measure({
    name: 'outcome-change',
    title: 'Change in the four outcomes',
    definition:
      'Cases with a first and a last score in an outcome, by the day of the last self-assessment: improved when the last score is higher, sustained when it is the same, declined when it is lower. The figure is those improved or sustained, of n. Each of the four outcomes is counted apart, so that one case can be counted up to four times.',
    unit: 'case outcomes',
    direction: 'more is better',
    opens: (record_id) => `/cases/${record_id}`,
    dimensions: { outcome: { title: 'Outcome', words: OUTCOMES }, quarter: QUARTER },
    share: { yes: 'improved or sustained', of: 'cases with a first and a last score' },
    parts: { column: 'change', values: ['improved', 'sustained', 'declined'] },
    rows: ({ from, to, held }) => sql`
      select record_id::text || '/' || outcome as key, record_id, held_by, outcome, insight.quarter_of(counted_on) as quarter, change,
        change <> 'declined' as yes
      from insight.outcome_change where counted_on between ${from}::date and ${to}::date and ${held}`,
  }),
  survey(
    'satisfaction',
    'Completely satisfied',
    'say they were completely satisfied with the service',
    sql`satisfaction = 'completely'`,
    'satisfaction',
  ),
  survey(
    'would-use-again',
    'Would use the service again',
    'say they would use the service again',
    sql`would_use_again`,
    'would_use_again',
  ),
  survey(
    'would-recommend',
    'Would recommend the service',
    'say they would recommend the service to a friend',
    sql`would_recommend`,
    'would_recommend',
  ),
  measure({
    name: 'survey-response',
    title: 'Surveys returned',
    definition:
      'Of the satisfaction surveys sent about cases closed in the period, those that have been returned, whenever that was.',
    unit: 'surveys',
    direction: 'more is better',
    opens: (record_id) => `/cases/${record_id}`,
    dimensions: { quarter: QUARTER },
    share: { yes: 'were returned', of: 'surveys sent' },
    rows: ({ from, to, held }) => sql`
      select survey_id as key, record_id, held_by, returned_on is not null as yes, insight.quarter_of(counted_on) as quarter
      from insight.survey where counted_on between ${from}::date and ${to}::date and ${held}`,
  }),
]
