import { addMonths, addWorkingDays, isWorkingDay, type Day } from '#reference'
import { refuse } from '#platform/errors.ts'

const MOST_MONTHS = 24

/** The day itself when it is a working day, else the next one: nothing falls due when nobody works. */
export const orNextWorkingDay = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, 1))

/** The working day by which something chosen in a form is due. Refuses a year mistyped: what is due then would never be seen again. */
export function chosenDueDay(due_on: Day, today: Day): Day {
  if (due_on > addMonths(today, MOST_MONTHS))
    refuse('due_on', 'The day must be within two years from now. Check the year')
  return orNextWorkingDay(due_on)
}
