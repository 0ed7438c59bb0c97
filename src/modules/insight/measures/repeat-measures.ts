import { sql } from 'kysely'
import { CLASS, DISTRICT, measure, type Measure, type Within } from './measure.ts'

/** Days from the first crime to the second: the most of each step, with its words. The last has no most. */
export const TIMES_TO_REPEAT = {
  '7': 'Within 7 days',
  '28': '8 to 28 days',
  '90': '29 to 90 days',
  '180': '91 to 180 days',
  '365': '181 to 365 days',
  later: 'More than 365 days',
} as const
const SAME = { same: 'Of the same class', other: 'Of another class' } as const

const WHO =
  'Crimes recorded in the period whose victim is a named person, by the day they were recorded. Class and district are those of the first crime; only crimes of the period count, so a first crime late in it has less time to be followed by another.'

// One row an individual: their first crime of the period, and the next one.
const firsts = ({ from, to, held }: Within) => sql`
  select distinct on (victim_id) victim_id as key, victim_id as record_id, held_by, class, district, again_on - counted_on as days,
    case when again_class = class then 'same' else 'other' end as second_crime
  from (
    select victim_id, held_by, class, district, counted_on, crime_number, lead(counted_on) over later as again_on, lead(class) over later as again_class
    from (select distinct on (victim_id, crime_number) * from insight.crime
      where counted_on between ${from}::date and ${to}::date and ${held} order by victim_id, crime_number, counted_on, record_id) as each
    window later as (partition by victim_id order by counted_on, crime_number)) as ordered
  order by victim_id, counted_on, crime_number`
const steps = Object.keys(TIMES_TO_REPEAT).filter((step) => step !== 'later')

export const repeatMeasures: Measure[] = [
  measure({
    name: 'victims-again',
    title: 'Victims who became victims again',
    definition: `Of the individuals with a crime in the period, those with a further crime in it. ${WHO}`,
    unit: 'people',
    direction: 'less is better',
    dimensions: { class: CLASS, district: DISTRICT },
    share: { yes: 'became victims again', of: 'individual victims' },
    rows: (within) =>
      sql`select key, record_id, held_by, class, district, days is not null as yes from (${firsts(within)}) as x`,
  }),
  measure({
    name: 'time-to-repeat',
    title: 'Time from the first crime to the second',
    definition: `Individuals with more than one crime in the period, by the days from the first to the second. ${WHO}`,
    unit: 'people',
    direction: 'neither',
    dimensions: {
      time_to_repeat: { title: 'Time to repeat', words: TIMES_TO_REPEAT },
      class: CLASS,
      district: DISTRICT,
      second_crime: { title: 'Second crime', words: SAME },
    },
    rows: (within) => sql`select key, record_id, held_by, class, district, second_crime,
        case ${sql.join(
          steps.map((step) => sql`when days <= ${sql.lit(Number(step))} then ${sql.lit(step)}`),
          sql` `,
        )} else 'later' end as time_to_repeat
      from (${firsts(within)}) as x where days is not null`,
  }),
]
