/** A day as the field's spreadsheets write it: 13/03/2017. */
export const writtenDay = (day: string): string => day.split('-').toReversed().join('/')

/** The day some days after the start of 2017, 'YYYY-MM-DD'. */
export const dayOf2017 = (days: number): string =>
  new Date(Date.UTC(2017, 0, 1 + days)).toISOString().slice(0, 10)
