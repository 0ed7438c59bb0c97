import { sql } from 'kysely'
import { CLASS, DISTRICT, measure, type Measure, QUARTER, type Within } from './measure.ts'

const STRAND = { title: 'Strand' }
const WHO =
  'Crimes recorded in the period whose victim is a named person; crimes against organisations and the state are left out.'

const crimes = ({ from, to, held }: Within) =>
  sql`select * from insight.crime where counted_on between ${from}::date and ${to}::date and ${held}`
const incidents = ({ from, to, held }: Within) =>
  sql`select * from insight.asb where counted_on between ${from}::date and ${to}::date and ${held}`
// One row an individual, at the place of their first: with how many they had in the period.
const individuals = (
  rows: ReturnType<typeof crimes>,
  number: 'crime_number' | 'incident_number',
  column: string,
  most?: string,
) => sql`
  select distinct on (victim_id) victim_id as key, victim_id as record_id, held_by, district, ${most ? sql`case when many >= 10 then ${most} else many::text end` : sql`many::text`} as ${sql.ref(column)}
  from (select x.*, counts.many from (${rows}) as x
    join (select victim_id, count(distinct ${sql.ref(number)}) as many from (${rows}) as y group by victim_id) as counts using (victim_id)) as each
  order by victim_id, counted_on, ${sql.ref(number)}`

// One row an individual in each class, at the place of their first in it.
const withinClass = (rows: ReturnType<typeof crimes>, number: 'crime_number' | 'incident_number') => sql`
  select distinct on (class, victim_id) class || '/' || victim_id as key, victim_id as record_id, held_by, class, district
  from (${rows}) as x order by class, victim_id, counted_on, ${sql.ref(number)}`

export const crimeMeasures: Measure[] = [
  measure({
    name: 'crimes',
    title: 'Crimes with a named victim',
    definition: `${WHO} By the day the crime was recorded, in the class the force publishes it in.`,
    unit: 'crimes',
    direction: 'less is better',
    dimensions: { class: CLASS, district: DISTRICT, quarter: QUARTER },
    rows: (
      within,
    ) => sql`select distinct on (crime_number) crime_number as key, record_id, held_by, class, district, insight.quarter_of(counted_on) as quarter
      from (${crimes(within)}) as x order by crime_number, record_id`,
  }),
  measure({
    name: 'victims-within-class',
    title: 'Victims within each class',
    definition: `${WHO} An individual is counted once in each class in which they were a victim in the period, so the classes add up to more than the individuals; in a breakdown by district, where the first of them in that class happened.`,
    unit: 'victims',
    direction: 'less is better',
    dimensions: { class: CLASS, district: DISTRICT },
    rows: (within) => withinClass(crimes(within), 'crime_number'),
  }),
  measure({
    name: 'individual-victims',
    title: 'Individual victims',
    definition: `${WHO} An individual is counted once, whatever happened to them; in a breakdown by district, where the first crime of the period happened.`,
    unit: 'people',
    direction: 'less is better',
    dimensions: { district: DISTRICT },
    rows: (within) => individuals(crimes(within), 'crime_number', 'number_of_crimes'),
  }),
  measure({
    name: 'domestic-crimes',
    title: 'Domestic crimes',
    definition: `${WHO} Those flagged as domestic, in the classes of violence and of sexual offences; domestic crimes of other classes, such as criminal damage, are left out by the published definition.`,
    unit: 'crimes',
    direction: 'less is better',
    dimensions: { class: CLASS, district: DISTRICT },
    rows: (
      within,
    ) => sql`select distinct on (crime_number) crime_number as key, record_id, held_by, class, district from (${crimes(within)}) as x
      where domestic and offence_group in ('VAP', 'SEX') order by crime_number, record_id`,
  }),
  measure({
    name: 'domestic-crimes-elsewhere',
    title: 'Domestic crimes of other classes',
    definition: `${WHO} Those flagged as domestic in classes that the published count of domestic crimes leaves out.`,
    unit: 'crimes',
    direction: 'less is better',
    dimensions: { class: CLASS },
    rows: (
      within,
    ) => sql`select distinct on (crime_number) crime_number as key, record_id, held_by, class from (${crimes(within)}) as x
      where domestic and offence_group not in ('VAP', 'SEX') order by crime_number, record_id`,
  }),
  measure({
    name: 'hate-crimes',
    title: 'Hate crimes',
    definition: `${WHO} Those flagged with a hate strand: as the victim or anybody else perceived it, in the force's own words for strands. A crime with several strands counts once in each of them, and once in the total.`,
    unit: 'crimes',
    direction: 'less is better',
    dimensions: { strand: STRAND, class: CLASS, district: DISTRICT },
    repeats: true,
    rows: (within) => sql`select c.key, c.record_id, c.held_by, c.class, c.district, s.strand from (
        select distinct on (crime_number) crime_number as key, record_id, held_by, class, district from (${crimes(within)}) as x order by crime_number, record_id) as c
      join (select distinct crime_number, unnest(hate_strands) as strand from (${crimes(within)}) as y) as s on s.crime_number = c.key`,
  }),
  measure({
    name: 'repeat-victims',
    title: 'Individuals by number of crimes',
    definition: `${WHO} Individuals by how many crimes they were the victim of in the period. More than one makes a repeat victim. In a breakdown by district, where the first crime of the period happened.`,
    unit: 'people',
    direction: 'less is better',
    dimensions: { number_of_crimes: { title: 'Number of crimes' }, district: DISTRICT },
    rows: (within) => individuals(crimes(within), 'crime_number', 'number_of_crimes'),
  }),
  measure({
    name: 'asb-incidents',
    title: 'Anti-social behaviour incidents at risk',
    definition:
      'Incidents of anti-social behaviour in the period tagged as risk or vulnerable, with a victim, by the day they happened and by their qualifier.',
    unit: 'incidents',
    direction: 'less is better',
    dimensions: { class: { title: 'Qualifier' }, district: DISTRICT, quarter: QUARTER },
    rows: (
      within,
    ) => sql`select distinct on (incident_number) incident_number as key, record_id, held_by, class, district, insight.quarter_of(counted_on) as quarter
      from (${incidents(within)}) as x order by incident_number, record_id`,
  }),
  measure({
    name: 'asb-victims-within-class',
    title: 'Anti-social behaviour victims within each qualifier',
    definition:
      'Of the incidents tagged as risk or vulnerable in the period, an individual once for each qualifier they suffered; in a breakdown by district, where the first of them under that qualifier happened.',
    unit: 'victims',
    direction: 'less is better',
    dimensions: { class: { title: 'Qualifier' }, district: DISTRICT },
    rows: (within) => withinClass(incidents(within), 'incident_number'),
  }),
  measure({
    name: 'asb-individual-victims',
    title: 'Anti-social behaviour, individual victims',
    definition:
      'Of the incidents tagged as risk or vulnerable in the period, each individual once; in a breakdown by district, where the first of them happened.',
    unit: 'people',
    direction: 'less is better',
    dimensions: { district: DISTRICT },
    rows: (within) => individuals(incidents(within), 'incident_number', 'number_of_incidents', '10+'),
  }),
  measure({
    name: 'asb-repeat-victims',
    title: 'Individuals by number of anti-social behaviour incidents',
    definition:
      'Of the incidents tagged as risk or vulnerable in the period, individuals by how many they suffered, ten and more together; in a breakdown by district, where the first of them happened.',
    unit: 'people',
    direction: 'less is better',
    dimensions: { number_of_incidents: { title: 'Number of incidents' }, district: DISTRICT },
    rows: (within) => individuals(incidents(within), 'incident_number', 'number_of_incidents', '10+'),
  }),
]
