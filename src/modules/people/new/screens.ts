import { PROVIDER_STAFF } from '#access'
import { goTo, screen } from '#platform/http/screen.ts'
import { checkPage } from './check.page.ts'
import { newPersonForm } from './form.ts'
import { newPersonPage } from './new.page.ts'
import { recordNewPerson } from './record-new-person.ts'

export const newPersonScreens = [
  screen('/people/new', {
    action: 'record a new person',
    roles: PROVIDER_STAFF,
    form: newPersonForm,
    draft: true,
    show: (_, __, form) => newPersonPage(form),
    save: async (ctx, _, typed) => {
      const content = { values: typed }
      const form = newPersonForm.fill(content)
      if (typed.stage === 'begin') return newPersonPage(form, { begins: true })
      const recorded = await recordNewPerson(ctx, typed)
      if (recorded.undecided) return checkPage(recorded.undecided, typed, form)
      return goTo(
        `/people/${recorded.person_id}`,
        recorded.was_there
          ? 'This person was recorded already. What was new is added, and nothing is written over'
          : 'Person recorded',
      )
    },
  }),
]
