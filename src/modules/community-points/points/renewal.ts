import { addDays, addMonths, type Day } from '#reference'
import type { Stage } from '../stages.ts'

/** A registration holds for a year, and is renewed by registering again. */
export const MONTHS_REGISTERED = 12
/** How long before its end the renewal is asked for. */
const DAYS_AHEAD = 60

export type Renewal = { state: 'not-registered' | 'no-date' | 'later' | 'due' | 'overdue'; by: Day | null }

/** When a Community Point is to be renewed, as of `today`: nothing is due of one that is not registered. */
export function renewalOf(stage: Stage | null, reached_on: Day | null, today: Day): Renewal {
  if (stage !== 'registered') return { state: 'not-registered', by: null }
  if (!reached_on) return { state: 'no-date', by: null }
  const by = addMonths(reached_on, MONTHS_REGISTERED)
  if (by < today) return { state: 'overdue', by }
  return { state: addDays(today, DAYS_AHEAD) >= by ? 'due' : 'later', by }
}
