import { FIGURE_READERS } from '#access'
import { statusTag, type Html } from '#platform/design-system/index.ts'

/** The four colours, always with their word. */
export const STATUSES = { green: 'Green', amber: 'Amber', red: 'Red', white: 'White' } as const
export type Status = keyof typeof STATUSES
export const STATUS_CODES = Object.keys(STATUSES) as Status[]

/** What the colours mean unless an office says otherwise (domain reference, 9). */
export const STATUS_MEANINGS: Record<Status, string> = {
  green: 'Achieved, or adequate progress being made',
  amber: 'Started, but progress is inadequate or it is at risk of not being achieved',
  red: 'Unachieved, or strongly likely not to be achieved',
  white: 'Not started, but planned to take place in a later quarter',
}

/** The tone of each, in tags and charts. */
export const STATUS_TONES = { green: 'good', amber: 'attention', red: 'urgent', white: 'closed' } as const

/** The status as a word on its colour; said so when nobody has decided one. */
export const statusMark = (status: Status | null | undefined): Html =>
  status ? statusTag(STATUSES[status], STATUS_TONES[status]) : statusTag('Not rated', 'neutral')

/** The Commissioner's office, which reads its plan. */
export const PLAN_READERS = FIGURE_READERS.filter((role) => role.startsWith('commissioner'))
/** Who writes the plan: deliverables, cycles, imports. */
export const PLAN_WRITERS = ['commissioner_analyst'] as const

/** An office's own word for several of a thing: 'Themes', 'Priorities', 'Activities'. */
export const manyOf = (word: string): string =>
  /[^aeiou]y$/i.test(word)
    ? word.replace(/y$/i, 'ies')
    : /(s|x|ch|sh)$/i.test(word)
      ? `${word}es`
      : `${word}s`
