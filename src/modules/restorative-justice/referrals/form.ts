import { choice, day, form, type ValuesOf, words } from '#platform/forms/index.ts'
import { RJ_SOURCES } from '../codes.ts'

export const addForm = form({
  referral: words({
    label: 'Number of their referral to the service',
    name: 'the number of the referral',
    hint: 'It is on the referral and on the case, such as VC000001.',
    max: 20,
  }),
  source: choice(RJ_SOURCES, { label: 'Who asked for restorative justice?', name: 'who asked' }),
  received_on: day({ label: 'On which day?', name: 'the day', mustBePast: true }),
})
export type RjReferralToAdd = ValuesOf<typeof addForm>
