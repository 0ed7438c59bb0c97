import { ETHNICITIES } from '#reference'
import { choice, day, form, type ValuesOf, words, yesNo } from '#platform/forms/index.ts'

export const editForm = form({
  forename: words({ label: 'Forename', name: 'the forename', max: 120, optional: true }),
  surname: words({ label: 'Surname', name: 'the surname', max: 120, optional: true }),
  keep_previous: choice(
    { keep: 'They changed their name: keep the old one', correct: 'It was written wrongly: do not keep it' },
    { label: 'If you change the name, why?', name: 'why the name is changed', optional: true },
  ),
  pseudonym: words({
    label: 'What to call them instead',
    name: 'what to call them',
    hint: 'If they gave no name, or it must not be seen. Shown instead of the name on every page',
    max: 120,
    optional: true,
  }),
  date_of_birth: day({ label: 'Date of birth', name: 'the date of birth', mustBePast: true, optional: true }),
  sex: choice(
    { F: 'Female', M: 'Male', X: 'Another answer' },
    { label: 'Sex', name: 'the sex', inline: true, optional: true },
  ),
  ethnicity: choice(ETHNICITIES, {
    label: 'Ethnic group',
    name: 'the ethnic group',
    as: 'select',
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
  communication_needs: words({
    label: 'To make contact easier',
    name: 'what makes contact easier',
    hint: 'For example: large print, a hearing loop, short calls',
    max: 300,
    rows: 3,
    optional: true,
  }),
  sensitive: yesNo({
    label: 'Use only routes known to be safe?',
    name: 'whether to use only routes known to be safe',
    hint: 'Yes for domestic abuse, stalking, so-called honour-based abuse, forced marriage, sexual offences and exploitation',
  }),
  sensitive_because: words({
    label: 'Why',
    name: 'why',
    hint: 'In a few words: it is shown at the top of every page',
    max: 100,
    optional: true,
  }),
})
export type PersonEdit = ValuesOf<typeof editForm>
