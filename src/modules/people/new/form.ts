import { choice, day, email, form, type ValuesOf, words, yesNo } from '#platform/forms/index.ts'
import { whereFields } from '../addresses/form.ts'
import { phoneMessage } from '../contact-methods/read-value.ts'
import { SAFE } from '../safe-contact/words.ts'
import { decisionsField } from './decisions-field.ts'

const name = (options: { label: string; name: string; hint?: string }) =>
  words({ ...options, max: 120, optional: true })

export const newPersonForm = form({
  forename: name({ label: 'Forename', name: 'the forename' }),
  surname: name({ label: 'Surname', name: 'the surname' }),
  pseudonym: name({
    label: 'If they gave no name, or it must not be seen: what to call them',
    name: 'what to call them',
    hint: 'Shown instead of the name on every page',
  }),
  date_of_birth: day({ label: 'Date of birth', name: 'the date of birth', mustBePast: true, optional: true }),
  phone: words({
    label: 'Phone number',
    name: 'the phone number',
    max: 30,
    type: 'tel',
    check: phoneMessage,
    optional: true,
  }),
  email: email({ label: 'Email address', name: 'the email address', optional: true }),
  safe: choice(SAFE, {
    label: 'Is it safe to use these?',
    name: 'whether it is safe to use these',
    hint: 'Nobody else sees or answers them, or the person says that it does not matter',
    inline: true,
    optional: true,
  }),
  message_ok: choice(SAFE, {
    label: 'May a message be left?',
    name: 'whether a message may be left',
    hint: 'A voicemail, or a text or email with more than "please call"',
    inline: true,
    optional: true,
  }),
  line: words({
    label: 'Address',
    name: 'the address',
    hint: 'Must it be kept secret? Leave it empty here, and record it as a protected address afterwards',
    max: 200,
    optional: true,
  }),
  ...whereFields,
  suspect_lives_here: yesNo({
    label: 'Does the person suspected live there?',
    name: 'whether the person suspected lives there',
    optional: true,
  }),
  language: words({
    label: 'Language',
    name: 'the language',
    hint: 'Only if an interpreter is needed',
    max: 60,
    classes: 'govuk-input--width-20',
    optional: true,
  }),
  sensitive: yesNo({
    label: 'Use only routes known to be safe?',
    name: 'whether to use only routes known to be safe',
    hint: 'Yes for domestic abuse, stalking, so-called honour-based abuse, forced marriage, sexual offences and exploitation. A child is treated so in any case',
    optional: true,
  }),
  /** 'begin': carried here from a search. 'checked': the possible duplicates have been looked at. */
  stage: words({ label: 'Stage', name: 'the stage', max: 10, optional: true }),
  decisions: decisionsField,
})
export type NewPerson = ValuesOf<typeof newPersonForm>
