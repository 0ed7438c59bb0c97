import { choice, form, type ValuesOf, words, yesNo } from '#platform/forms/index.ts'
import { readPostcode } from '#reference'
import { isId } from '#platform/act.ts'
import { SAFE } from '../safe-contact/words.ts'

/** Town and postcode, as everywhere an address is asked for. */
export const whereFields = {
  town: words({
    label: 'Town or city',
    name: 'the town or city',
    max: 80,
    classes: 'govuk-input--width-20',
    optional: true,
  }),
  postcode: words({
    label: 'Postcode',
    name: 'the postcode',
    max: 40,
    classes: 'govuk-input--width-10',
    check: (text) =>
      readPostcode(text)
        ? undefined
        : 'Enter a postcode like NG1 1AA, or its first part. One of another country belongs in the address',
    optional: true,
  }),
}

const useFields = {
  suspect_lives_here: yesNo({
    label: 'Does the person suspected live there?',
    name: 'whether the person suspected lives there',
    hint: 'If so, nobody writes or visits',
  }),
  safe: choice(SAFE, {
    label: 'Is it safe to write or visit?',
    name: 'whether it is safe to write or visit',
    inline: true,
  }),
  message_ok: choice(SAFE, {
    label: 'May a letter be sent there?',
    name: 'whether a letter may be sent there',
    inline: true,
  }),
}

export const addressUseForm = form(useFields)
export type AddressUse = ValuesOf<typeof addressUseForm>

export const addressForm = form({
  line: words({ label: 'Address', name: 'the address', max: 200, optional: true }),
  ...whereFields,
  ...useFields,
  keep_secret: yesNo({
    label: 'Must the address be kept secret?',
    name: 'whether the address must be kept secret',
    hint: 'Then only named members of a restricted team see it. Everybody else, perhaps you too, is told only that it is protected',
  }),
  team_id: words({
    label: 'Team',
    name: 'the team',
    max: 36,
    optional: true,
    check: (text) => (isId(text) ? undefined : 'Select the team from the list'),
  }),
})
export type AddressTyped = ValuesOf<typeof addressForm>

export const protectForm = form({
  team_id: words({
    label: 'Team',
    name: 'the team',
    max: 36,
    optional: true,
    check: (text) => (isId(text) ? undefined : 'Select the team from the list'),
  }),
})
