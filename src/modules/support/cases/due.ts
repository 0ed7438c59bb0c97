import { html, statusTag, type Html } from '#platform/design-system/index.ts'
import { daysFromToday, shortDayInWords, weekdayInWords } from '#platform/words/dates.ts'

/** How a due day reads to whoever has to act: overdue, today, tomorrow, or its weekday. */
export function dueInWords(due_on: string, today: string): string {
  if (due_on < today) return `Overdue since ${shortDayInWords(due_on)}`
  const away = daysFromToday(due_on, today)
  if (away === 'today') return 'Due today'
  if (away === 'tomorrow') return 'Due tomorrow'
  return `Due ${weekdayInWords(due_on).replace(/ \d{4}$/, '')}`
}

/** The same as a status, overdue standing out. */
export const dueTag = (due_on: string, today: string): Html =>
  statusTag(dueInWords(due_on, today), due_on < today ? 'urgent' : due_on === today ? 'attention' : 'neutral')

export const dueLine = (due_on: string | undefined, today: string): Html | null =>
  due_on ? html` ${dueTag(due_on, today)}` : null
