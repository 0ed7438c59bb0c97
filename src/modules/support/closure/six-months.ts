import { addMonths, type Day } from '#reference'

/** Domain 5, "dip in and out" (our default). */
export const MONTHS_TO_RETURN = 6

/** The last day on which somebody whose case closed on a day may come back to the same case: the same date six months later. */
export const lastDayToReturn = (closed_on: Day): Day => addMonths(closed_on, MONTHS_TO_RETURN)

/** Whether a return on a day takes the closed case up again; later it is a new case linked to the person. */
export const returnsAsSameCase = (closed_on: Day, returned_on: Day): boolean =>
  returned_on >= closed_on && returned_on <= lastDayToReturn(closed_on)
