import { form, type ValuesOf, words } from '#platform/forms/index.ts'
import { dayIfKnown, wordsIfKnown } from '../person/unmarked.ts'
import { isId } from '#platform/act.ts'

export const findForm = form({
  surname: wordsIfKnown({
    label: 'Surname',
    name: 'a surname',
    hint: 'The first letters are enough',
    max: 80,
  }),
  forename: wordsIfKnown({ label: 'Forename', name: 'a forename', max: 80 }),
  date_of_birth: dayIfKnown({ label: 'Date of birth', name: 'the date of birth', mustBePast: true }),
  postcode: wordsIfKnown({ label: 'Postcode', name: 'a postcode', max: 10 }),
  phone: wordsIfKnown({
    label: 'Phone or email',
    name: 'a phone number or email',
    max: 200,
    classes: 'govuk-input--width-20',
  }),
  reference: wordsIfKnown({
    label: 'Reference',
    name: 'a reference',
    hint: 'Ours, or the number the person has with whoever sent them',
    max: 60,
    classes: 'govuk-input--width-10',
  }),
  /** The last person of the page before; only its id, never a name. */
  after: words({
    label: 'After',
    name: 'the place in the list',
    max: 36,
    optional: true,
    tidy: (text) => (isId(text) ? text : ''),
  }),
})
export type PersonSought = ValuesOf<typeof findForm>
