import type { Run, Runs } from '#platform/documents/document.ts'
import { listInWords } from '#platform/words/lists.ts'
import { CONFIDENTIAL } from '../disclosure/small-numbers.ts'
import type { Figure } from '../figures/ask-figure.ts'
import type { Rule, Rules, TableSet } from '../small-number-rules/rules.ts'
import type { CrimeFigures } from './queries.ts'
import { LOW, shown, shownInWords, SYMBOLS } from './shown.ts'
import type { StrategyTable } from './strategy-tables.ts'

type Cite = (figure: Figure, set: TableSet) => Run

/** What a reader must know before some tables: what is counted in them, and why their counts differ. */
export function wordsBefore(set: TableSet, figures: CrimeFigures, rules: Rules, cite: Cite): Runs[] {
  switch (set) {
    case 'crimes':
      return [
        [
          'There were ',
          cite(figures.crimes, set),
          ' crimes with a named person as victim, ',
          cite(figures.victims, set),
          ' victims within classes and ',
          cite(figures.individuals, set),
          ' individuals. The three differ because they count different things. A crime is counted once. A victim is counted once in each class, however ' +
            'many crimes of that class they suffered. An individual is counted once, so somebody who was the victim of a burglary and of a robbery is one ' +
            'individual, and a victim within both classes. One crime can also have several victims.',
        ],
        'Crimes against organisations and against the state, and those whose victim nobody named, are left out of all three.',
      ]
    case 'domestic':
      return [domesticWords(figures, rules, cite)]
    case 'hate':
      return [
        [
          'There were ',
          cite(figures.hateByClass, set),
          ' hate crimes. A crime marked with several strands is counted once in each of them, and once in the total.',
        ],
      ]
    case 'repeat':
      return [
        [
          'Each of the ',
          cite(figures.individuals, 'crimes'),
          ' individuals stands in one line, by how many crimes they were the victim of in the period.',
        ],
      ]
    default:
      return [
        [
          'Incidents tagged as risk or vulnerable, with a victim: ',
          cite(figures.incidents, set),
          ' incidents, ',
          cite(figures.asbVictims, set),
          ' victims within qualifiers and ',
          cite(figures.asbIndividuals, set),
          ' individuals. They differ as the three counts of crime do: a victim is counted once under each qualifier, an individual once.',
        ],
      ]
  }
}

/** Domestic crimes, and those that the published definition leaves out. */
function domesticWords(figures: CrimeFigures, rules: Rules, cite: Cite): Runs {
  const { domestic, domesticElsewhere } = figures
  const inside: Runs = [
    'There were ',
    cite(domestic, 'domestic'),
    ' crimes marked as domestic in the classes of violence and of sexual offences.',
  ]
  if (domesticElsewhere.value === 0) return inside
  const { lines } = shown(domesticElsewhere, ['class'], rules.domestic.hide_below)
  const classes = lines.flatMap(({ at, count }) => (typeof count === 'number' ? at : []))
  return [
    ...inside,
    ' ',
    cite(domesticElsewhere, 'domestic'),
    ` more ${classes.length > 0 ? `(${listInWords(classes)})` : 'in other classes'} are left out of this count and of the table, because the ` +
      'published definition of domestic crime holds violence and sexual offences alone.',
  ]
}

/** What [c] and [low] mean where these tables have them, and why some print every count. */
export function smallNumbersNote(tables: readonly StrategyTable[], { hide_below, because }: Rule): string[] {
  const cells = new Set(
    tables.flatMap(({ rows, totals }) => [...rows, ...totals].flatMap((row) => Object.values(row))),
  )
  const hidden = cells.has(CONFIDENTIAL)
    ? `${CONFIDENTIAL}: ${SYMBOLS[CONFIDENTIAL]}. Counts from 1 to ${hide_below - 1} are hidden, with others that would give them away.`
    : ''
  const low = cells.has(LOW) ? `${LOW}: ${SYMBOLS[LOW]}.` : ''
  const printed =
    because === null
      ? ''
      : hide_below > 1
        ? `Why counts below ${shownInWords(hide_below)} are hidden here: ${because}`
        : `Why every count is printed here, however small: ${because}`
  const words = [hidden, low, printed].filter(Boolean).join(' ')
  return words ? [words] : []
}
