import { listInWords } from '#platform/words/lists.ts'
import { WORKING_DAYS_TO_ANSWER, type NextContactStep, type Step } from './attempt-rules.ts'

const WORDS: Record<Exclude<Step, 'try-again'>, string> = {
  'first-contact': 'Make first contact',
  'send-message': 'Send one letter, text or email by a safe route',
  'close-no-contact': 'Close: could not be contacted',
  'review-route': 'Check which way of contact is safe',
}

/** The step as the sentence that stands in a task and in the identity bar: what to do, in the imperative. */
export function stepInWords(next: NextContactStep): string {
  if (next.step !== 'try-again') return WORDS[next.step]
  const how = [
    next.another_day && 'on another day',
    next.another_time?.length && `in the ${listInWords(next.another_time, 'or')}`,
  ].filter(Boolean)
  return `Try again: attempt ${next.attempt}${how.length ? `, ${how.join(' and ')}` : ''}`
}

/** Why this step, for whoever asks: the rule in a sentence. */
export const WHY_STEP: Record<Step, string> = {
  'first-contact':
    'The first attempt is due within 2 working days of the referral, or by the end of the next working day where the person has enhanced rights.',
  'try-again': 'Three attempts are made, on at least two dates and at two times of day.',
  'send-message':
    'Three attempts were made and nobody was reached: write once, only by a route that is safe.',
  'close-no-contact': `Nobody was reached and a message has had ${WORKING_DAYS_TO_ANSWER} working days to be answered, or none may be sent; or there is no safe way to reach them.`,
  'review-route':
    'The last attempt reached somebody else, failed, or was unsafe. Nothing more is tried until the way of contact is checked.',
}
