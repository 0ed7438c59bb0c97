import { choice, day, form, type ValuesOf, words, yesNo } from '#platform/forms/index.ts'
import { CONTACT_KINDS, SAFE, STOP_REASONS } from '../safe-contact/words.ts'

const howToUse = {
  safe: choice(SAFE, {
    label: 'Is it safe to use?',
    name: 'whether it is safe to use',
    hint: 'Ask: does anybody else see it, answer it or pay the bill? Does the person suspected know it?',
    inline: true,
  }),
  message_ok: choice(SAFE, {
    label: 'May a message be left?',
    name: 'whether a message may be left',
    hint: 'A voicemail, or a text or email with more than “please call”',
    inline: true,
  }),
  withhold_caller_id: yesNo({
    label: 'Withhold our number when calling?',
    name: 'whether to withhold our number',
    optional: true,
  }),
  hours: words({
    label: 'When to use it',
    name: 'when to use it',
    hint: 'For example: after 6pm, not at weekends',
    max: 100,
    optional: true,
  }),
  shared_with: words({
    label: 'Who else may see or answer it?',
    name: 'who else may see or answer it',
    max: 200,
    optional: true,
  }),
  notes: words({ label: 'Anything else', name: 'anything else', max: 500, rows: 3, optional: true }),
  review_on: day({
    label: 'When to ask again',
    name: 'the day to ask again',
    mustBeFuture: true,
    optional: true,
  }),
}

export const addContactForm = form({
  kind: choice(CONTACT_KINDS, { label: 'What is it?', name: 'what it is', inline: true }),
  value: words({
    label: 'Number or email address',
    name: 'the number or email address',
    max: 200,
    classes: 'govuk-input--width-20',
  }),
  ...howToUse,
})

export const changeContactForm = form({
  ...howToUse,
  use_again: yesNo({
    label: 'It was stopped. Use it again?',
    name: 'whether to use it again',
    optional: true,
  }),
})
export type ContactChange = ValuesOf<typeof changeContactForm>

export const stopForm = form({
  because: choice(
    Object.fromEntries(Object.entries(STOP_REASONS).map(([code, { label }]) => [code, label])),
    {
      label: 'Why must it not be used?',
      name: 'why it must not be used',
    },
  ),
  note: words({
    label: 'Note',
    name: 'note',
    hint: 'What happened, in a few words',
    max: 300,
    rows: 3,
    optional: true,
  }),
})

export const codeWordForm = form({
  code_word: words({
    label: 'Code word',
    name: 'the code word',
    hint: 'The person says it on the phone to show that it is safe to talk. Empty it to stop using one',
    max: 40,
    classes: 'govuk-input--width-10',
    optional: true,
  }),
})
