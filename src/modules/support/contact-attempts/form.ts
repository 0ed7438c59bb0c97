import { CONTACT_RESULTS } from '#reference'
import { choice, day, form, wholeNumber, words, type ValuesOf } from '#platform/forms/index.ts'

/** What a call, text, email, letter or visit can end as; the order is that of how often it happens. */
export const RESULTS = {
  reached: 'I spoke to them',
  'no-answer': CONTACT_RESULTS['no-answer'],
  'message-left': 'Message left or sent, by a safe route',
  'third-party': 'Somebody else answered',
  'wrong-number': 'Wrong number or address',
  unsafe: 'It did not feel safe',
  undelivered: 'It was not delivered',
} as const

/** How contact was tried. A letter, text or email is written, the others are spoken. */
export const HOW = {
  phone: 'Phone call',
  'face-to-face': 'In person',
  sms: 'Text message',
  email: 'Email',
  letter: 'Letter',
  'live-chat': 'Live chat',
} as const

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const TYPED = /^(\d{1,2})[:. ]?([0-5]\d)?\s*(?:([ap])\.?m\.?)?$/i

/** A time as people type it, '9', '9.30', '0930' or '2:30pm', as 'hh:mm'; anything else as it was typed. */
export function clockTime(typed: string): string {
  const [, hours = '', minutes = '00', half] = TYPED.exec(typed) ?? []
  const twelve = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  const time = `${String(twelve).padStart(2, '0')}:${minutes}`
  return hours !== '' && CLOCK.test(time) && !(half && Number(hours) > 12) ? time : typed
}

export const contactAttemptForm = form({
  result: choice(RESULTS, { label: 'What happened?', name: 'what happened' }),
  note: words({
    label: 'Note',
    name: 'the note',
    hint: 'What was said, what they need, what you agreed to do.',
    max: 8000,
    rows: 6,
    optional: true,
  }),
  support_call: choice(
    { yes: 'Count it as a support call', no: 'Contact only' },
    {
      label: 'Was support given?',
      name: 'whether support was given',
      as: 'select',
      optional: true,
    },
  ),
  minutes: wholeNumber({
    label: 'How many minutes?',
    name: 'the minutes',
    least: 0,
    most: 600,
    optional: true,
  }),
  channel: choice(HOW, { label: 'How did you try?', name: 'how you tried', as: 'select' }),
  attempted_on: day({ label: 'On which day?', name: 'the day', mustBePast: true }),
  attempted_time: words({
    label: 'At what time?',
    name: 'the time',
    hint: 'For example 14:30',
    max: 60,
    classes: 'govuk-input--width-5',
    check: (text) => (CLOCK.test(text) ? undefined : 'Enter the time like 14:30'),
    tidy: (text) => clockTime(text.trim()),
  }),
  /** Which number the page showed, and how it might be used: it may have been changed since. */
  route: words({ label: 'Way of contact', name: 'the way of contact', max: 60, optional: true }),
})
export type ContactAttempt = ValuesOf<typeof contactAttemptForm>

export const routeReviewForm = form({
  found: choice(
    {
      'safe-way': 'There is a safe way, and it is on the person’s record',
      none: 'There is none: nothing more is tried',
    },
    {
      label: 'Is there a safe way to reach them?',
      name: 'whether there is a safe way to reach them',
      hints: {
        none: 'The case can then be closed as no contact, and whoever referred them is asked for better details.',
      },
    },
  ),
  finding: words({ label: 'What did you find out?', name: 'what you found out', max: 2000 }),
})
export type RouteReview = ValuesOf<typeof routeReviewForm>
