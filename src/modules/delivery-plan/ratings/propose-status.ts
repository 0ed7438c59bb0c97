import { dayInWords } from '#platform/words/dates.ts'
import { plural } from '#platform/words/plurals.ts'
import { type Status, STATUSES } from '../words.ts'

/** How a deliverable's status is proposed: by its dates, by how far it is off its target, or by the office's own bands. */
export const RULES = {
  none: 'A person decides: nothing is proposed',
  date: 'By its dates',
  percentage: 'By its measure: target met green, a little off amber, further off red',
  bands: 'By its measure: the office’s own bands for green and amber',
} as const
export type Rule = keyof typeof RULES

/** Up to this many per cent off its target a measure is amber, unless the office says otherwise (domain reference, 9). */
export const AMBER_WITHIN = 5
/** This many days before its due date what is not finished is at risk, unless the office says otherwise (our default). */
export const AT_RISK_DAYS = 28

export type Ruled = {
  rule: Rule
  /** Beside its measure its dates count, and the worse of the two is proposed. */
  dates_too: boolean
  starts_on: string | null
  due_on: string | null
  done_on: string | null
  target: number | null
  amber_to: number | null
  less_is_better: boolean
  amber_within: number
  at_risk_days: number
}

/** What a linked measure says: a count, or a share in per cent; null where there is nothing to divide by. */
export type Measured = { value: number | null; words: string }

export type Proposal = { status: Status; because: string }

const BY_DATES = (days: number) =>
  `by its dates: amber from ${plural(days, 'day')} before it is due, red when it is late`

/** The rule of a deliverable with its dates, measure and thresholds, in words. */
export function ruleInWords(one: Ruled & { measured_over: string }, measure: string | undefined): string {
  if (one.rule === 'none') return RULES.none
  if (one.rule === 'date') return BY_DATES(one.at_risk_days).replace(/^b/, 'B')
  const side = one.less_is_better ? 'at most' : 'at least'
  const over = one.measured_over === 'year' ? 'the year so far' : 'the quarter'
  const amber =
    one.rule === 'percentage' ? `up to ${one.amber_within}% off it amber` : `${side} ${one.amber_to} amber`
  return `By ${measure ?? 'its measure'} over ${over}: ${side} ${one.target} green, ${amber}, beyond that red${
    one.dates_too ? `; and ${BY_DATES(one.at_risk_days)}. The worse of the two is proposed` : ''
  }`
}

const WORSE: Record<Status, number> = { green: 0, white: 1, amber: 2, red: 3 }

/**
 * The status that a deliverable's rule proposes on a day, with the sentences that say why; undefined where the rule has nothing to go by.
 * White before its first day, whatever the rule, unless it is finished. Of dates and a measure the worse is proposed, and both are told. A person
 * decides, with a reason when they differ.
 */
export function proposeStatus(ruled: Ruled, today: string, measured?: Measured): Proposal | undefined {
  const { rule, starts_on, done_on, dates_too } = ruled
  if (rule === 'none') return undefined
  if (starts_on && today < starts_on && !isDone(done_on, today))
    return { status: 'white', because: `It is planned to start on ${dayInWords(starts_on)}.` }
  if (rule === 'date') return byDates(ruled, today)
  const measure = byMeasure(ruled, measured)
  const dates = dates_too ? byDates(ruled, today) : undefined
  if (!dates) return measure
  if (!measure) return { ...dates, because: `${dates.because} Its measure gives nothing to go by.` }
  const worse = WORSE[measure.status] > WORSE[dates.status] ? measure : dates
  const alike = measure.status === dates.status
  return {
    status: worse.status,
    because: alike
      ? `${dates.because} ${measure.because}`
      : `By its dates it is ${STATUSES[dates.status]}: ${lower(dates.because)} By its measure it is ${STATUSES[measure.status]}: ${lower(measure.because)} The worse of the two is proposed.`,
  }
}

const lower = (sentence: string) => sentence.replace(/^[A-Z]/, (letter) => letter.toLowerCase())
const isDone = (done_on: string | null, today: string) => done_on !== null && done_on <= today
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

function byDates({ due_on, done_on, at_risk_days }: Ruled, today: string): Proposal | undefined {
  if (isDone(done_on, today)) {
    const late = due_on ? daysBetween(due_on, done_on!) : 0
    const when = late > 0 ? `, ${plural(late, 'day')} after it was due` : ''
    return { status: 'green', because: `It was finished on ${dayInWords(done_on!)}${when}.` }
  }
  if (!due_on) return undefined
  const due = dayInWords(due_on)
  if (today > due_on) return { status: 'red', because: `It was due on ${due} and is not finished.` }
  if (daysBetween(today, due_on) <= at_risk_days)
    return {
      status: 'amber',
      because: `It is due on ${due}, within ${plural(at_risk_days, 'day')}, and is not finished.`,
    }
  return { status: 'green', because: `It is due on ${due}.` }
}

function byMeasure(ruled: Ruled, measured: Measured | undefined): Proposal | undefined {
  const { rule, target, amber_to, amber_within, less_is_better } = ruled
  if (!measured || measured.value === null || target === null) return undefined
  const { value, words } = measured
  const side = less_is_better ? 'at most' : 'at least'
  const meets = (bound: number) => (less_is_better ? value <= bound : value >= bound)
  if (rule === 'bands') {
    const because = `The measure is ${words}; green is ${side} ${target}${amber_to === null ? '' : `, amber ${side} ${amber_to}`}.`
    return {
      status: meets(target) ? 'green' : amber_to !== null && meets(amber_to) ? 'amber' : 'red',
      because,
    }
  }
  const short = Math.abs(target - value)
  const because = `The measure is ${words}; the target is ${side} ${target}`
  if (meets(target)) return { status: 'green', because: `${because}.` }
  const within = target !== 0 && short <= (Math.abs(target) * amber_within) / 100
  return {
    status: within ? 'amber' : 'red',
    because: `${because}, and it is ${within ? 'within' : 'more than'} ${amber_within}% off.`,
  }
}
