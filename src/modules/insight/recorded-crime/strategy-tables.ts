import { type CellValue, type Column, defineTable, type Table } from '#platform/tables/table.ts'
import type { Figure } from '../figures/ask-figure.ts'
import type { CrimeFigures } from './queries.ts'
import { share, type Shown, shown, SYMBOLS } from './shown.ts'

export type Row = Record<string, CellValue>
/** A table of the strategy, with what is drawn of it: the rows that are no total, by `label`, with the columns in `drawn`. */
export type StrategyTable = {
  table: Table<Row>
  rows: Row[]
  totals: Row[]
  label: string
  drawn: string[]
  figures: Figure[]
}

const number = (name: string, title: string): Column<Row> => ({ name, title, type: 'integer' })
const percent = (name: string, title: string, places = 2): Column<Row> => ({
  name,
  title,
  type: 'percent',
  places,
})
const words = (name: string, title: string): Column<Row> => ({ name, title, type: 'text' })
const table = (name: string, title: string, columns: Column<Row>[]) =>
  defineTable<Row>({ name, title, columns, symbols: SYMBOLS })
const TOTAL = 'Grand total'

/** Crimes (or incidents) and the victims within each class, with the share of the whole that each is, and the individuals. */
export function occurrenceTable(
  what: { name: string; title: string; class: string; events: string },
  figures: { events: Figure; victims: Figure; individuals: Figure },
  threshold: number,
): StrategyTable {
  const [events, victims] = [
    shown(figures.events, ['class'], threshold),
    shown(figures.victims, ['class'], threshold),
  ]
  return {
    table: table(what.name, what.title, [
      words('class', what.class),
      number('events', `Number of ${what.events}`),
      percent('events_share', `% of all ${what.events}`),
      number('victims', 'Number of victims'),
      percent('victims_share', '% of all victims'),
    ]),
    rows: events.lines.map(({ at: [name = ''], count }) => ({
      class: name,
      events: count,
      events_share: share(count, events.total),
      victims: victims.of(name),
      victims_share: share(victims.of(name), victims.total),
    })),
    totals: [
      { class: TOTAL, events: events.total, victims: victims.total },
      { class: 'Individual victims, each once', victims: shown(figures.individuals, [], threshold).total },
    ],
    label: 'class',
    drawn: ['events', 'victims'],
    figures: [figures.events, figures.victims, figures.individuals],
  }
}

const sum = (counts: readonly Shown[]): Shown =>
  counts.reduce<Shown>(
    (all, one) => (typeof all === 'number' && typeof one === 'number' ? all + one : '[c]'),
    0,
  )

/** Below which counts are hidden: of this table, and of the crimes that it is held against. */
export type Below = { own: number; crimes: number }

/** Domestic crimes by class, as a share of domestic crimes and of all crimes of the class. */
export function domesticTable(domestic: Figure, crimes: Figure, below: Below): StrategyTable {
  const [part, whole] = [shown(domestic, ['class'], below.own), shown(crimes, ['class'], below.crimes)]
  return {
    table: table('domestic_crimes', 'Crimes marked as domestic', [
      words('class', 'Class'),
      number('crimes', 'Number of crimes'),
      percent('of_domestic', '% of domestic crimes'),
      percent('of_class', '% of all crimes of the class'),
    ]),
    rows: part.lines.map(({ at: [name = ''], count }) => ({
      class: name,
      crimes: count,
      of_domestic: share(count, part.total),
      of_class: share(count, whole.of(name)),
    })),
    totals: [
      {
        class: TOTAL,
        crimes: part.total,
        of_class: share(part.total, sum(part.lines.map(({ at: [name = ''] }) => whole.of(name)))),
      },
    ],
    label: 'class',
    drawn: ['crimes'],
    figures: [domestic],
  }
}

/** Hate crimes by class and strand, and as a share of all crimes of the class. */
export function hateTable(
  { crimes, hate, hateByClass, hateByStrand }: CrimeFigures,
  below: Below,
): StrategyTable {
  const each = shown(hate, ['class', 'strand'], below.own)
  const [byClass, whole] = [shown(hateByClass, ['class'], below.own), shown(crimes, ['class'], below.crimes)]
  const strands = shown(hateByStrand, ['strand'], below.own).lines.map(
    ({ at: [strand = ''], count }, index) => ({ strand, count, column: `strand_${index + 1}` }),
  )
  return {
    table: table('hate_crimes', 'Crimes marked as hate, by class and strand', [
      words('class', 'Class'),
      ...strands.map(({ strand, column }) => number(column, strand)),
      number('all', 'All hate crimes'),
      percent('of_class', '% of all crimes of the class', 1),
    ]),
    rows: byClass.lines.map(({ at: [name = ''], count }) => ({
      class: name,
      ...Object.fromEntries(strands.map(({ strand, column }) => [column, each.of(name, strand)])),
      all: count,
      of_class: share(count, whole.of(name), { places: 1, low: false }),
    })),
    totals: [
      {
        class: TOTAL,
        ...Object.fromEntries(strands.map(({ column, count }) => [column, count])),
        all: byClass.total,
      },
    ],
    label: 'class',
    drawn: ['all'],
    figures: [hate],
  }
}

/** Hate crimes by strand, as a share of hate crimes, and all of them as a share of all crimes. */
export function strandTable({ crimes, hateByStrand }: CrimeFigures, below: Below): StrategyTable {
  const strands = shown(hateByStrand, ['strand'], below.own)
  return {
    table: table('hate_strands', 'Hate crimes by strand', [
      words('strand', 'Strand'),
      number('crimes', 'Number of crimes'),
      percent('of_hate', '% of all hate crimes', 1),
      percent('of_crimes', '% of all crimes', 1),
    ]),
    rows: strands.lines.map(({ at: [strand = ''], count }) => ({
      strand,
      crimes: count,
      of_hate: share(count, strands.total, { places: 1, low: false }),
    })),
    totals: [
      {
        strand: TOTAL,
        crimes: strands.total,
        of_crimes: share(strands.total, shown(crimes, ['class'], below.crimes).total, {
          places: 1,
          low: false,
        }),
      },
    ],
    label: 'strand',
    drawn: ['crimes'],
    figures: [hateByStrand],
  }
}

/** Individuals by how many crimes or incidents they suffered, as a share of all individuals. */
export function repeatTable(
  what: { name: string; title: string; number: string; by: string },
  figure: Figure,
  threshold: number,
): StrategyTable {
  const lines = shown(figure, [what.by], threshold)
  return {
    table: table(what.name, what.title, [
      words('number', what.number),
      number('victims', 'Number of victims'),
      percent('of_all', '% of all victims'),
    ]),
    rows: lines.lines.map(({ at: [many = ''], count }) => ({
      number: many,
      victims: count,
      of_all: share(count, lines.total),
    })),
    totals: [{ number: TOTAL, victims: lines.total }],
    label: 'number',
    drawn: ['victims'],
    figures: [figure],
  }
}
