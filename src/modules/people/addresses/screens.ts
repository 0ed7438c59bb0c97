import { PROVIDER_STAFF } from '#access'
import { goTo, screen } from '#platform/http/screen.ts'
import { headFor } from '../person/head-for.ts'
import type { PersonSlots } from '../person/slots.ts'
import { getPerson } from '../person/queries.ts'
import { addressPage, protectPage, reviewPage } from './address.page.ts'
import { addressForm, addressUseForm, protectForm } from './form.ts'
import { restrictedTeams } from './queries.ts'
import { protectAddress, recordAddress } from './record-address.ts'
import { addressUse, reviewAddress } from './review-address.ts'

export const addressScreens = (slots: PersonSlots) => {
  const head = headFor(slots)
  return [
    screen('/people/:person_id/addresses/record', {
      action: 'record an address',
      roles: PROVIDER_STAFF,
      form: addressForm,
      show: async (ctx, { person_id }, form) =>
        addressPage(await head(ctx, person_id), await restrictedTeams(ctx), form),
      save: async (ctx, { person_id }, typed) => {
        await recordAddress(ctx, person_id, typed)
        return goTo(
          `/people/${person_id}`,
          typed.keep_secret ? 'The address is recorded and protected' : 'Address recorded',
        )
      },
    }),
    screen('/people/:person_id/addresses/review', {
      action: 'review an address',
      roles: PROVIDER_STAFF,
      form: addressUseForm,
      stored: true,
      start: async (ctx, { person_id }) => (await addressUse(ctx, person_id)) ?? {},
      show: async (ctx, { person_id }, form) => {
        const shown = await head(ctx, person_id)
        return (await addressUse(ctx, person_id))
          ? reviewPage(shown, form)
          : goTo(`/people/${person_id}/addresses/record`)
      },
      save: async (ctx, { person_id }, use) => {
        await getPerson(ctx, person_id)
        await reviewAddress(ctx, person_id, use)
        return goTo(`/people/${person_id}/contact`, 'Address reviewed')
      },
    }),
    screen('/people/:person_id/addresses/protect', {
      action: 'protect an address',
      roles: PROVIDER_STAFF,
      form: protectForm,
      show: async (ctx, { person_id }, form) =>
        protectPage(await head(ctx, person_id), await restrictedTeams(ctx), form),
      save: async (ctx, { person_id }, { team_id }) => {
        await protectAddress(ctx, person_id, team_id)
        return goTo(`/people/${person_id}`, 'The address is protected')
      },
    }),
  ]
}
