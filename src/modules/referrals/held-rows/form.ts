import { CONSENT_BASES } from '#reference'
import { choice, day, form, words, yesNo, type ValuesOf } from '#platform/forms/index.ts'
import { SAFE_ANSWERS } from '../mapping-profiles/transfer-fields.ts'

const text = (label: string, name: string, max = 200) => words({ label, name, max, optional: true })

/** What an intake worker can put right in a held row. */
export const correctForm = form({
  forenames: text('First and middle names', 'the first names'),
  surname: text('Surname', 'the surname'),
  born_on: day({ label: 'Date of birth', name: 'the date of birth', mustBePast: true, optional: true }),
  reported_on: day({ label: 'When was it reported?', name: 'the day it was reported', mustBePast: true }),
  offence: text('Offence', 'the offence'),
  mobile: text('Mobile phone', 'the mobile phone'),
  home_phone: text('Home phone', 'the home phone'),
  email: text('Email address', 'the email address', 254),
  address: words({ label: 'Address', name: 'the address', max: 500, optional: true, rows: 3 }),
  town: text('Town', 'the town'),
  postcode: text('Postcode', 'the postcode', 12),
  consent_basis: choice(CONSENT_BASES, {
    label: 'On what ground were they referred?',
    name: 'on what ground they were referred',
  }),
  safe_to_contact: choice(SAFE_ANSWERS, {
    label: 'Is there a safe way to make contact?',
    name: 'whether there is a safe way to make contact',
    inline: true,
  }),
  safe_contact_notes: words({
    label: 'How and when is it safe?',
    name: 'how and when it is safe',
    max: 500,
    optional: true,
    rows: 2,
  }),
  domestic: yesNo({ label: 'Is it domestic abuse?', name: 'whether it is domestic abuse' }),
  sexual: yesNo({ label: 'Is it a sexual offence?', name: 'whether it is a sexual offence' }),
  child_protection: yesNo({
    label: 'Is there a safeguarding reason not to make contact?',
    name: 'whether there is a safeguarding reason not to make contact',
    hint: 'No only when children’s or adults’ services have said that contact is right',
  }),
  deceased: yesNo({ label: 'Has the person died?', name: 'whether the person has died' }),
})
export type Corrected = ValuesOf<typeof correctForm>

export const askForm = form({
  question: words({
    label: 'What do you need to know?',
    name: 'your question',
    hint: 'The sender sees this with the occurrence number. Do not name the person or say anything about them.',
    max: 500,
    rows: 4,
  }),
})

/** Why a held row is closed without a referral. */
export const CLOSE_HELD = {
  'no-answer': 'The sender did not answer',
  declined: 'The person does not want to be contacted',
  duplicate: 'We have this referral already',
  'passed-on': 'Passed to another service',
  'not-for-us': 'It is not for our service',
  'not-safe': 'There is no safe way to make contact',
  mistake: 'It was sent by mistake',
} as const

export const closeForm = form({
  because: choice(CLOSE_HELD, { label: 'Why are you closing it?', name: 'why you are closing it' }),
  note: words({
    label: 'Note',
    name: 'the note',
    max: 500,
    optional: true,
    hint: 'What is known of the person is erased. Do not name them here.',
  }),
})
