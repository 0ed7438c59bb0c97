import { dayInWords } from '#platform/words/dates.ts'
import type { Status } from '../words.ts'

/** How a deliverable's status is proposed: by its dates, by how far it is off its target, or by the office's own bands. */
export const RULES = {
  none: 'A person decides: nothing is proposed',
  date: 'By its dates',
  percentage: 'By its measure: target met green, up to 5% off amber, further off red',
  bands: 'By its measure: the office’s own bands for green and amber',
} as const
export type Rule = keyof typeof RULES

/** The rule of a deliverable with its dates, measure and thresholds, in words. */
export function ruleInWords(one: Ruled & { measured_over: string }, measure: string | undefined): string {
  if (one.rule === 'none' || one.rule === 'date') return RULES[one.rule]
  const side = one.less_is_better ? 'at most' : 'at least'
  const over = one.measured_over === 'year' ? 'the year so far' : 'the quarter'
  const amber = one.rule === 'percentage' ? 'up to 5% off it amber' : `${side} ${one.amber_to} amber`
  return `By ${measure ?? 'its measure'} over ${over}: ${side} ${one.target} green, ${amber}, beyond that red`
}

export type Ruled = {
  rule: Rule
  starts_on: string | null
  due_on: string | null
  target: number | null
  amber_to: number | null
  less_is_better: boolean
}

/** What a linked measure says: a count, or a share in per cent; null where there is nothing to divide by. */
export type Measured = { value: number | null; words: string }

export type Proposal = { status: Status; because: string }

/** Up to this share off its target a measure is amber (domain reference, 9). */
export const AMBER_WITHIN = 0.05
/** This many days before its due date a deliverable without word of its end is at risk (our default). */
export const AT_RISK_DAYS = 28

const DAY = 86_400_000

/**
 * The status that a deliverable's rule proposes on a day, with the sentence that says why; undefined where the rule has nothing to go by.
 * White before its first day, whatever the rule. A person decides, with a reason when they differ.
 */
export function proposeStatus(ruled: Ruled, today: string, measured?: Measured): Proposal | undefined {
  if (ruled.rule === 'none') return undefined
  if (ruled.starts_on && today < ruled.starts_on)
    return { status: 'white', because: `It is planned to start on ${dayInWords(ruled.starts_on)}.` }
  if (ruled.rule === 'date') return byDate(ruled.due_on, today)
  if (!measured || measured.value === null || ruled.target === null) return undefined
  return ruled.rule === 'percentage'
    ? byPercentage(ruled, ruled.target, measured.value, measured.words)
    : byBands(ruled, ruled.target, measured.value, measured.words)
}

function byDate(due_on: string | null, today: string): Proposal | undefined {
  if (!due_on) return undefined
  const due = dayInWords(due_on)
  if (today > due_on) return { status: 'red', because: `It was due on ${due}.` }
  const left = (Date.parse(due_on) - Date.parse(today)) / DAY
  if (left <= AT_RISK_DAYS)
    return { status: 'amber', because: `It is due on ${due}, within ${AT_RISK_DAYS} days.` }
  return { status: 'green', because: `It is due on ${due}.` }
}

function byPercentage({ less_is_better }: Ruled, target: number, value: number, words: string): Proposal {
  const short = less_is_better ? value - target : target - value
  const because = `The measure is ${words}; the target is ${less_is_better ? 'at most' : 'at least'} ${target}.`
  if (short <= 0) return { status: 'green', because }
  return { status: target !== 0 && short <= Math.abs(target) * AMBER_WITHIN ? 'amber' : 'red', because }
}

function byBands(
  { amber_to, less_is_better }: Ruled,
  target: number,
  value: number,
  words: string,
): Proposal {
  const meets = (bound: number) => (less_is_better ? value <= bound : value >= bound)
  const side = less_is_better ? 'at most' : 'at least'
  const because = `The measure is ${words}; green is ${side} ${target}${amber_to === null ? '' : `, amber ${side} ${amber_to}`}.`
  if (meets(target)) return { status: 'green', because }
  return { status: amber_to !== null && meets(amber_to) ? 'amber' : 'red', because }
}
