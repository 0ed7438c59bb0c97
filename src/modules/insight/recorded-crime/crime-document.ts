import { barChart, groupedBarChart } from '#platform/charts/chart.ts'
import type { Block, Document, FigureNote, Run, Runs } from '#platform/documents/document.ts'
import { tableHtml } from '#platform/tables/table-html.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { periodInWords } from '#platform/words/periods.ts'
import type { Figure } from '../figures/ask-figure.ts'
import { measureNamed, type Period } from '../measures/index.ts'
import { type Rules, TABLE_SETS, type TableSet } from '../small-number-rules/rules.ts'
import { allTables } from './all-tables.ts'
import { smallNumbersNote, wordsBefore } from './crime-words.ts'
import type { CrimeFigures } from './queries.ts'
import { type Shown, shown, shownInWords } from './shown.ts'
import type { StrategyTable } from './strategy-tables.ts'

export type CrimeDocument = { document: Document; tables: StrategyTable[] }

/** Whose tables they are, of when, how small a count may be printed in them, and where a figure's name leads. */
export type AboutTables = {
  area: string
  period: Period
  rules: Rules
  hrefOf: (measure: string) => string
  author?: string
}

/**
 * Crime, its victims and anti-social behaviour in one period: every table of a victims' strategy with its chart, what the counts mean and why they
 * differ, and every figure with its definition and as-at time at the end. For the office's page, the public's, and their files.
 */
export function crimeDocument(figures: CrimeFigures, about: AboutTables): CrimeDocument {
  const { area, period, rules, author } = about
  const tables = allTables(figures, rules)
  const notes = figureNotes(figures, about)
  const cite = (figure: Figure, set: TableSet): Run => ({
    figure: figure.measure,
    text: shownInWords(wholeOf(figure, rules[set].hide_below)),
    href: about.hrefOf(figure.measure),
  })
  const blocks = (Object.keys(TABLE_SETS) as TableSet[]).flatMap((set): Block[] => [
    { kind: 'heading', level: 1, text: TABLE_SETS[set] },
    ...wordsBefore(set, figures, rules, cite).map((text: Runs): Block => ({ kind: 'paragraph', text })),
    ...tables[set].map(drawn),
    ...smallNumbersNote(tables[set], rules[set]).map((text): Block => ({ kind: 'note', text })),
  ])
  const as_at = momentInWords(new Date(figures.crimes.as_at))
  return {
    tables: Object.values(tables).flat(),
    document: {
      title: `Recorded crime and its victims, ${periodInWords(period)}`,
      language: 'en-GB',
      as_at: new Date(figures.crimes.as_at),
      ...(author ? { author } : {}),
      front_sheet: [
        { label: 'Area', value: area },
        {
          label: 'Period',
          value: `${periodInWords(period)}, by the day a crime was recorded and an incident happened`,
        },
        { label: 'As at', value: as_at },
        {
          label: 'Source',
          value: "The police force's extracts of recorded crime and of anti-social behaviour",
        },
      ],
      blocks,
      figures: notes,
      figures_title: 'How each figure is counted',
    },
  }
}

const wholeOf = (figure: Figure, below: number): Shown => shown({ ...figure, by: undefined }, [], below).total

/** A table with its chart: totals stand in the table and are not drawn. One with no rows says why. */
function drawn({ table, rows, totals, label, drawn: values }: StrategyTable): Block {
  if (rows.length === 0)
    return { kind: 'paragraph', text: `${table.title}: nothing was counted that can be shown.` }
  const make = (drawnRows: typeof rows) =>
    values.length > 1
      ? groupedBarChart(table, drawnRows, { label, values })
      : barChart(table, drawnRows, { label, value: values[0]! })
  const all = [...rows, ...totals]
  return {
    kind: 'chart',
    chart: {
      ...make(rows),
      words: make(all).words,
      table: tableHtml(table, all, { caption: `${table.title}: the figures`, captionHidden: true }),
    },
  }
}

/** The measures behind the tables, each once, by the rule of the tables it is in. */
function figureNotes(figures: CrimeFigures, { rules, hrefOf, period }: AboutTables): FigureNote[] {
  const sets: Partial<Record<keyof CrimeFigures, TableSet>> = {
    crimes: 'crimes',
    victims: 'crimes',
    individuals: 'crimes',
    domestic: 'domestic',
    domesticElsewhere: 'domestic',
    hateByClass: 'hate',
    repeat: 'repeat',
    incidents: 'asb',
    asbVictims: 'asb',
    asbIndividuals: 'asb',
    asbRepeat: 'asb',
  }
  return Object.entries(sets).map(([name, set]) => {
    const figure = figures[name as keyof CrimeFigures]
    return {
      id: figure.measure,
      name: measureNamed(figure.measure).title,
      value: `${shownInWords(wholeOf(figure, rules[set].hide_below))} ${figure.unit}`,
      definition: figure.definition,
      period: periodInWords(period),
      as_at: momentInWords(new Date(figure.as_at)),
      href: hrefOf(figure.measure),
    }
  })
}
