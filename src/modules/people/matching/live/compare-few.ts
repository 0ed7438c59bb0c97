import type { PersonRecord } from '../record/person-record.ts'
import { STARTING_MODEL } from './starting-model.ts'
import type { Thresholds } from '../settings.ts'
import { scoreCandidates } from './score-candidates.ts'

/** Fewer records than this say too little to estimate a model from. */
export const ENOUGH = 1000

/** Each of a few records with each before it, by the model that every area starts with; for each record (`right`) the surest first. */
export const compareFew = (records: readonly PersonRecord[], thresholds?: Thresholds) =>
  records.flatMap((record, right) =>
    scoreCandidates(STARTING_MODEL, record, records.slice(0, right), {
      others: ENOUGH,
      ...(thresholds && { thresholds }),
    }).map(({ index, ...one }) => ({ left: index, right, ...one })),
  )
