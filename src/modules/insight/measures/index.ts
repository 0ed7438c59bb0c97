import { NotFound } from '#platform/errors.ts'
import { crimeMeasures } from './crime-measures.ts'
import type { Measure } from './measure.ts'
import { outcomeMeasures } from './outcome-measures.ts'
import { partnerMeasures } from './partner-measures.ts'
import { repeatMeasures } from './repeat-measures.ts'
import { referralMeasures } from './referral-measures.ts'
import { supportMeasures } from './support-measures.ts'

/** Every measure there is, in the order of a paper. */
export const MEASURES: readonly Measure[] = [
  ...referralMeasures,
  ...supportMeasures,
  ...partnerMeasures,
  ...outcomeMeasures,
  ...crimeMeasures,
  ...repeatMeasures,
]

/** The measure of this name. Throws NotFound, naming those there are. */
export function measureNamed(name: string): Measure {
  const found = MEASURES.find((m) => m.name === name)
  if (!found)
    throw new NotFound(`The measure "${name}" (there are ${MEASURES.map((m) => m.name).join(', ')})`)
  return found
}

export type { Dimension, Measure, Period, Within } from './measure.ts'
