import type { Rules, TableSet } from '../small-number-rules/rules.ts'
import type { CrimeFigures } from './queries.ts'
import {
  domesticTable,
  hateTable,
  occurrenceTable,
  repeatTable,
  strandTable,
  type StrategyTable,
} from './strategy-tables.ts'

/** Every table of a victims' strategy on recorded crime and anti-social behaviour, in its order; small counts are hidden by the rule of each set. */
export function allTables(figures: CrimeFigures, rules: Rules): Record<TableSet, StrategyTable[]> {
  const crimes = rules.crimes.hide_below
  const below = (set: TableSet) => ({ own: rules[set].hide_below, crimes })
  return {
    crimes: [
      occurrenceTable(
        {
          name: 'crimes_and_victims',
          title: 'Crimes and victims by class',
          class: 'Class',
          events: 'crimes',
        },
        { events: figures.crimes, victims: figures.victims, individuals: figures.individuals },
        crimes,
      ),
    ],
    domestic: [domesticTable(figures.domestic, figures.crimes, below('domestic'))],
    hate: [hateTable(figures, below('hate')), strandTable(figures, below('hate'))],
    repeat: [
      repeatTable(
        {
          name: 'repeat_victims',
          title: 'Victims by number of crimes',
          number: 'Number of crimes',
          by: 'number_of_crimes',
        },
        figures.repeat,
        rules.repeat.hide_below,
      ),
    ],
    asb: [
      occurrenceTable(
        {
          name: 'asb_and_victims',
          title: 'Incidents of anti-social behaviour and their victims',
          class: 'Qualifier',
          events: 'incidents',
        },
        { events: figures.incidents, victims: figures.asbVictims, individuals: figures.asbIndividuals },
        rules.asb.hide_below,
      ),
      repeatTable(
        {
          name: 'asb_repeat_victims',
          title: 'Victims by number of incidents',
          number: 'Number of incidents',
          by: 'number_of_incidents',
        },
        figures.asbRepeat,
        rules.asb.hide_below,
      ),
    ],
  }
}
