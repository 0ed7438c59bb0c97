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

const TIME = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/

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
    max: 5,
    inputmode: 'numeric',
    check: (text) => (TIME.test(text) ? undefined : 'Enter the time like 14:30'),
    tidy: (text) =>
      text.replace(TIME, (_, hour: string, minute: string) => `${hour.padStart(2, '0')}:${minute}`),
  }),
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
