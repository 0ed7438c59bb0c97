import { choice, day, form, type ValuesOf, words } from '#platform/forms/index.ts'

/** On what ground something may be given (UK GDPR Article 6; special categories and offences need their own condition besides). */
export const GROUNDS = {
  consent: 'The person’s consent',
  'legal-obligation': 'A legal obligation',
  'public-task': 'A public task',
  'vital-interests': 'To protect somebody’s life or health',
  'legitimate-interests': 'Legitimate interests',
} as const

/** What a referrer is told when the work with somebody whom they referred ends: never why it ended, or what was done. */
export const TOLD_AT_CLOSE = {
  'no-contact': 'That the person could not be reached, if it ends for that reason',
  closed: 'That the work has ended, whatever the reason; the reason is not told',
  nothing: 'Nothing',
} as const

/** An agreement to share, as the giving organisation writes it down. */
export const agreementForm = form({
  reference: words({
    label: 'What is the agreement called?',
    name: 'what the agreement is called',
    max: 120,
    hint: 'Like “Police referral agreement 2026”.',
  }),
  receiver: words({
    label: 'Who receives?',
    name: 'who receives',
    max: 120,
    hint: 'The name of the organisation or agency, as in the list of organisations if it is there.',
  }),
  purpose: words({ label: 'What is it for?', name: 'what it is for', max: 1000 }),
  items: words({
    label: 'What may be given?',
    name: 'what may be given',
    max: 1000,
    hint: 'Name each thing: nothing else is given under it.',
  }),
  ground: choice(GROUNDS, { label: 'On what ground?', name: 'on what ground' }),
  told_at_close: choice(TOLD_AT_CLOSE, {
    label: 'When the work with somebody they referred ends, what are they told?',
    name: 'what they are told when the work ends',
  }),
  in_force_from: day({ label: 'In force from', name: 'the day it comes into force' }),
  review_on: day({ label: 'To be reviewed on', name: 'the day of its review', mustBeFuture: true }),
})
export type AgreementTyped = ValuesOf<typeof agreementForm>

/** How an agreement ends. */
export const endForm = form({
  ended_on: day({ label: 'Last day on which anything is given under it', name: 'the last day' }),
})
