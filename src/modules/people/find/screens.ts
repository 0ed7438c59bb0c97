import { PROVIDER_STAFF } from '#access'
import { screen } from '#platform/http/screen.ts'
import type { PersonSlots } from '../person/slots.ts'
import { findPeople } from './find-people.ts'
import { findPage, foundPage } from './find.page.ts'
import { findForm } from './form.ts'

export const findScreens = ({ byReference }: PersonSlots) => [
  screen('/people', {
    action: 'find a person',
    roles: PROVIDER_STAFF,
    form: findForm,
    asks: true,
    show: (_, __, form) => findPage(form),
    save: async (ctx, _, sought) => {
      const content = { values: sought }
      return foundPage(await findPeople(ctx, sought, byReference), sought, findForm.fill(content))
    },
  }),
]
