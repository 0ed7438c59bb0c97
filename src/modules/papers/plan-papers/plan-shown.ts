import {
  countStatuses,
  type Cycle,
  type CycleCounts,
  type Deliverable,
  type Plan,
  type Status,
  STATUS_CODES,
  STATUSES,
  type Theme,
  type Update,
  type Year,
} from '#delivery-plan'
import type { Run } from '#platform/documents/document.ts'
import { listInWords } from '#platform/words/lists.ts'
import type { Sources } from '../sources/print-sources.ts'

/** One part of a plan as it stood in one cycle, as read from its records. */
export type PlanShown = {
  plan: Plan
  year: Year
  cycle: Cycle
  theme: Theme
  themes: readonly Theme[]
  deliverables: readonly Deliverable[]
  ratings: ReadonlyMap<string, { status: Status }>
  before: ReadonlyMap<string, Status>
  updates: ReadonlyMap<string, readonly Update[]>
  counts: readonly CycleCounts[]
  sources: Sources
}

const TONES = { green: 'good', amber: 'attention', red: 'urgent', white: 'closed' } as const

/** Always word and colour. */
export const marked = (status: Status | null): Run =>
  status ? { text: STATUSES[status], tone: TONES[status] } : { text: 'Not rated', tone: 'neutral' }

/** How a deliverable stands; null: nobody has decided. */
export const statusOf = ({ ratings }: PlanShown, { deliverable_id }: Deliverable) =>
  ratings.get(deliverable_id)?.status ?? null
/** How many deliverables stand where. */
export const countsOf = (shown: PlanShown) =>
  countStatuses(shown.deliverables.map((one) => statusOf(shown, one)))

/** 'All 15 are graded Green.', or 'Of 15, 14 are graded Green and 1 White.': from the rows, never typed. */
export function gradedInWords(shown: PlanShown): string {
  const counts = countsOf(shown)
  const parts = STATUS_CODES.filter((code) => counts[code] > 0)
  const [only] = parts
  if (counts.all === 0 || !only) return 'None has been graded yet.'
  if (counts[only] === counts.all) return `All ${counts.all} are graded ${STATUSES[only]}.`
  const graded = parts.map(
    (code, index) => `${counts[code]}${index === 0 ? ' are graded' : ''} ${STATUSES[code]}`,
  )
  return `Of ${counts.all}, ${listInWords([...graded, ...(counts.unrated > 0 ? [`${counts.unrated} not graded`] : [])])}.`
}
