import { addWorkingDays, isWorkingDay, type Day } from '#reference'

/** The day itself when it is a working day, else the next one: nothing falls due when nobody works. */
export const orNextWorkingDay = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, 1))
