import { NotFound } from '#platform/errors.ts'
import { crimeMeasures } from './crime-measures.ts'
import type { Measure } from './measure.ts'
import { outcomeMeasures } from './outcome-measures.ts'
import { partnerMeasures } from './partner-measures.ts'
import { repeatMeasures } from './repeat-measures.ts'
import { referralMeasures } from './referral-measures.ts'
import { supportMeasures } from './support-measures.ts'

/** The measures by what they are about, in the order of a paper. */
export const MEASURE_GROUPS: readonly { title: string; measures: readonly Measure[] }[] = [
  { title: 'Referrals', measures: referralMeasures },
  { title: 'Support', measures: supportMeasures },
  { title: 'Restorative justice and Community Points', measures: partnerMeasures },
  { title: 'Outcomes and satisfaction', measures: outcomeMeasures },
  { title: 'Recorded crime and anti-social behaviour', measures: crimeMeasures },
  { title: 'Repeat victims', measures: repeatMeasures },
]

/** Every measure there is, in that order. */
export const MEASURES: readonly Measure[] = MEASURE_GROUPS.flatMap(({ measures }) => measures)

/** The measure of this name. Throws NotFound, naming those there are. */
export function measureNamed(name: string): Measure {
  const found = MEASURES.find((m) => m.name === name)
  if (!found)
    throw new NotFound(`The measure "${name}" (there are ${MEASURES.map((m) => m.name).join(', ')})`)
  return found
}

export type { Dimension, Measure, Period, Within } from './measure.ts'
