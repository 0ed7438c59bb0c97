import { addDays, addMonths, dayInWords, dayOf, type Day } from './day.ts'

/** A stretch of days, both ends included. */
export type Period = { from: Day; to: Day; label: string }

/** The performance year (April to March) that starts in April of `startYear`: 2017 is "2017-18". */
export function performanceYear(startYear: number): Period {
  const label = `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}`
  return { from: dayOf(startYear, 4, 1), to: dayOf(startYear + 1, 3, 31), label }
}

const startYearOf = (day: Day) => Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)

/** The performance year in which a day lies. */
export const performanceYearOf = (day: Day): Period => performanceYear(startYearOf(day))

/** A quarter of a performance year: Q1 is April to June, Q4 January to March. Labelled "Q1 2017-18". */
export function quarter(startYear: number, number: number): Period {
  const from = addMonths(dayOf(startYear, 4, 1), (number - 1) * 3)
  return {
    from,
    to: addDays(addMonths(from, 3), -1),
    label: `Q${number} ${performanceYear(startYear).label}`,
  }
}

/** The quarter of the performance year in which a day lies. */
export function quarterOf(day: Day): Period {
  const number = ((Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 3) % 4) + 1
  return quarter(startYearOf(day), number)
}

/** Every quarter that has at least one day from `from` to `to`, in order; none when `to` is before `from`. */
export function quartersIn(from: Day, to: Day): Period[] {
  const quarters: Period[] = []
  for (let day = from; day <= to;) {
    const next = quarterOf(day)
    quarters.push(next)
    day = addDays(next.to, 1)
  }
  return quarters
}

/** "1 April 2017 to 31 March 2018" */
export const periodInWords = ({ from, to }: Pick<Period, 'from' | 'to'>) =>
  `${dayInWords(from)} to ${dayInWords(to)}`
