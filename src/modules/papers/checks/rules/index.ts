import type { Rule } from '../model/paper.ts'
import { changeWithoutFigures } from './numbers/change-without-figures.ts'
import { countsThatDiffer } from './numbers/counts-that-differ.ts'
import { figuresBehind } from './numbers/figures-behind.ts'
import { givenBefore } from './numbers/given-before.ts'
import { numerators } from './numbers/numerators.ts'
import { percentWithoutN } from './numbers/percent-without-n.ts'
import { percentages } from './numbers/percentages.ts'
import { smallNumbers } from './numbers/small-numbers.ts'
import { totals } from './sums/totals.ts'
import { evidence } from './plan/evidence.ts'
import { statusCounts } from './plan/status-counts.ts'
import { toldTwice } from './plan/told-twice.ts'
import { updates } from './plan/updates.ts'
import { accessibility } from './reading/accessibility.ts'
import { numbering } from './reading/numbering.ts'
import { beginnings } from './words/beginnings.ts'
import { dates } from './words/dates.ts'
import { leftOver } from './words/left-over.ts'
import { namedConsistently } from './words/named-consistently.ts'
import { periods } from './words/periods.ts'
import { personalData } from './words/personal-data.ts'
import { speltTwoWays } from './words/spelt-two-ways.ts'
import { yearsAndNames } from './words/years-and-names.ts'

/** Every rule, in the order in which findings are shown: what could hurt somebody first. */
export const RULES: readonly Rule[] = [
  personalData,
  smallNumbers,
  statusCounts,
  totals,
  percentages,
  numerators,
  countsThatDiffer,
  givenBefore,
  figuresBehind,
  percentWithoutN,
  changeWithoutFigures,
  namedConsistently,
  periods,
  dates,
  beginnings,
  yearsAndNames,
  speltTwoWays,
  leftOver,
  updates,
  toldTwice,
  evidence,
  numbering,
  accessibility,
]
