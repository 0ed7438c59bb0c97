import type { CrimeFigures } from './queries.ts'
import {
  domesticTable,
  hateTable,
  occurrenceTable,
  repeatTable,
  strandTable,
  type StrategyTable,
} from './strategy-tables.ts'

/** Every table of a victims' strategy on recorded crime and anti-social behaviour, in its order; counts under `threshold` are hidden. */
export function allTables(
  figures: CrimeFigures,
  threshold: number,
): {
  crimes: StrategyTable[]
  domestic: StrategyTable[]
  hate: StrategyTable[]
  repeat: StrategyTable[]
  asb: StrategyTable[]
} {
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
        threshold,
      ),
    ],
    domestic: [domesticTable(figures.domestic, figures.crimes, threshold)],
    hate: [hateTable(figures, threshold), strandTable(figures, threshold)],
    repeat: [
      repeatTable(
        {
          name: 'repeat_victims',
          title: 'Victims by number of crimes',
          number: 'Number of crimes',
          by: 'number_of_crimes',
        },
        figures.repeat,
        threshold,
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
        threshold,
      ),
      repeatTable(
        {
          name: 'asb_repeat_victims',
          title: 'Victims by number of incidents',
          number: 'Number of incidents',
          by: 'number_of_incidents',
        },
        figures.asbRepeat,
        threshold,
      ),
    ],
  }
}
