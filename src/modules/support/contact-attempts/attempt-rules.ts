import { addWorkingDays, type ContactChannel, type ContactResult, type Day } from '#reference'
import { clockAt } from '#platform/words/dates.ts'

/** Morning ends at midday, the afternoon at 5pm, by the clock of England and Wales. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening'

export type Attempt = { attempted_at: Date | string; channel: ContactChannel; result: ContactResult }

export type ContactSoFar = {
  /** When the referral was received, or the person came back: the clock runs from it. */
  received_on: Day
  /** The Code's enhanced rights apply: the first attempt is due a working day sooner. */
  enhanced: boolean
  /** Oldest first. */
  attempts: readonly Attempt[]
  /** When somebody last looked at a doubtful route and said how to go on. */
  route_reviewed_at: Date | string | null
  /** They found that there is no safe way at all. */
  none_safe?: boolean
  /** Whether a letter, text or email may be sent. Unknown counts as not. */
  may_write: boolean
}

export type Step = 'first-contact' | 'try-again' | 'send-message' | 'close-no-contact' | 'review-route'
export type NextContactStep = {
  step: Step
  due_on: Day
  /** For try-again: which attempt it is, and what it must not repeat. */
  attempt?: number
  another_day?: boolean
  another_time?: readonly PartOfDay[]
}

/** Domain 4.4: how many attempts, over how many dates and times of day, before writing once and then closing. */
export const ATTEMPTS = { least: 3, dates: 2, times_of_day: 2 } as const
/** How long a letter, text or email is given to be answered before the case closes as no-contact (our default). */
export const WORKING_DAYS_TO_ANSWER = 5

const SPOKEN: readonly ContactChannel[] = ['phone', 'face-to-face', 'live-chat']
const DOUBTFUL: readonly ContactResult[] = ['third-party', 'wrong-number', 'unsafe', 'undelivered']

/**
 * What must happen next to reach the person (domain 4.4), or undefined once they were reached. First attempt: enhanced by the end
 * of the next working day, others within 2 working days, from receipt. Three attempts on at least two dates and two times of day;
 * then one letter, text or email if safe; then close. A third party, a wrong number, an unsafe or undelivered answer stops the
 * channel until somebody has reviewed it (domain 4.3); where they find no safe way at all, nothing more is tried.
 */
export function nextContactStep(soFar: ContactSoFar): NextContactStep | undefined {
  const { received_on, enhanced, attempts, may_write } = soFar
  if (attempts.some((attempt) => attempt.result === 'reached')) return undefined
  const pace = enhanced ? 1 : 2
  const last = attempts.at(-1)
  if (soFar.none_safe && soFar.route_reviewed_at && (!last || isReviewedSince(soFar, last)))
    return { step: 'close-no-contact', due_on: addWorkingDays(dayAt(soFar.route_reviewed_at), 1) }
  if (!last) return { step: 'first-contact', due_on: addWorkingDays(received_on, pace) }

  const lastDay = dayAt(last.attempted_at)
  if (DOUBTFUL.includes(last.result) && !isReviewedSince(soFar, last))
    return { step: 'review-route', due_on: addWorkingDays(lastDay, 1) }

  const spoken = attempts.filter((attempt) => SPOKEN.includes(attempt.channel))
  const enough = whenEnough(spoken)
  if (enough === undefined) {
    const dates = new Set(spoken.map((attempt) => dayAt(attempt.attempted_at)))
    const times = new Set(spoken.map((attempt) => partOfDay(attempt.attempted_at)))
    const left = ATTEMPTS.least - spoken.length
    return {
      step: 'try-again',
      due_on: addWorkingDays(lastDay, pace),
      attempt: spoken.length + 1,
      another_day: left <= 1 && dates.size < ATTEMPTS.dates,
      another_time: left <= 1 && times.size < ATTEMPTS.times_of_day ? otherTimes(times) : [],
    }
  }
  const written = attempts.find(
    (attempt) =>
      !SPOKEN.includes(attempt.channel) &&
      attempt.result === 'message-left' &&
      moment(attempt.attempted_at) >= moment(enough.attempted_at),
  )
  if (written)
    return {
      step: 'close-no-contact',
      due_on: addWorkingDays(dayAt(written.attempted_at), WORKING_DAYS_TO_ANSWER),
    }
  return { step: may_write ? 'send-message' : 'close-no-contact', due_on: addWorkingDays(lastDay, 1) }
}

/** The attempt at which there were enough on enough dates and times of day; undefined before that. */
function whenEnough(spoken: readonly Attempt[]): Attempt | undefined {
  const dates = new Set<string>()
  const times = new Set<PartOfDay>()
  return spoken.find((attempt, index) => {
    dates.add(dayAt(attempt.attempted_at))
    times.add(partOfDay(attempt.attempted_at))
    return index + 1 >= ATTEMPTS.least && dates.size >= ATTEMPTS.dates && times.size >= ATTEMPTS.times_of_day
  })
}

const moment = (at: Date | string) => new Date(at).getTime()
const dayAt = (at: Date | string): Day => clockAt(new Date(at)).slice(0, 10)

const isReviewedSince = ({ route_reviewed_at }: ContactSoFar, last: Attempt) =>
  route_reviewed_at !== null && moment(route_reviewed_at) >= moment(last.attempted_at)

/** The part of the day at a moment, in England and Wales. */
export function partOfDay(at: Date | string): PartOfDay {
  const hour = Number(clockAt(new Date(at)).slice(11, 13))
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening'
}

const otherTimes = (tried: ReadonlySet<PartOfDay>) =>
  (['morning', 'afternoon', 'evening'] as const).filter((part) => !tried.has(part))
