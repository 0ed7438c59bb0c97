import { statusTag, type Html } from '#platform/design-system/index.ts'
import { daysFromToday, shortDayInWords, weekdayInWords } from '#platform/words/dates.ts'

/** How a due day reads to whoever has to act: overdue, today, tomorrow, or its weekday. */
export function dueInWords(due_on: string, today: string): string {
  if (due_on < today) return `Overdue since ${shortDayInWords(due_on)}`
  const away = daysFromToday(due_on, today)
  if (away === 'today') return 'Due today'
  if (away === 'tomorrow') return 'Due tomorrow'
  const [weekday = '', date = '', month = ''] = weekdayInWords(due_on).split(' ')
  return `Due ${weekday.slice(0, 3)} ${date} ${month.slice(0, 3)}`
}

/** The same as a status, overdue standing out. */
export const dueTag = (due_on: string, today: string): Html =>
  statusTag(dueInWords(due_on, today), due_on < today ? 'urgent' : due_on === today ? 'attention' : 'neutral')
