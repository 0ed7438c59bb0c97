import { PROVIDER_STAFF } from '#access'
import { hasRole, type Ctx } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { previousAddresses } from '../addresses/queries.ts'
import { linkedPeople } from '../links/queries.ts'
import { editPerson } from './edit-person.ts'
import { editForm } from './form.ts'
import { headFor } from '../person/head-for.ts'
import { getPerson, previousNames } from '../person/queries.ts'
import { editPage, recordPage } from './record.page.ts'
import type { PersonSlots } from '../person/slots.ts'

export const personScreens = (slots: PersonSlots) => {
  const head = headFor(slots)
  return [
    screen('/people/:person_id', {
      action: "see a person's record",
      roles: PROVIDER_STAFF,
      show: async (ctx, { person_id }) => {
        const shown = await head(ctx, person_id)
        return recordPage({
          head: shown,
          person: await getPerson(ctx, person_id),
          previous_names: await previousNames(ctx, person_id),
          previous_addresses: await previousAddresses(ctx, person_id),
          has_address: shown.safe_contact.routes.some(({ kind }) => kind === 'address'),
          linked: (await linkedPeople(ctx, person_id)).length,
          panels: await panelsOf(ctx, person_id, slots),
          actions: [...(slots.actions ?? []), whoLooked]
            .filter(({ roles }) => hasRole(ctx.actor, roles))
            .map(({ text, href }) => ({ text, href: href(person_id) })),
        })
      },
    }),
    screen('/people/:person_id/edit', {
      action: "change a person's details",
      roles: PROVIDER_STAFF,
      form: editForm,
      stored: true,
      start: async (ctx, { person_id }) => editable(await getPerson(ctx, person_id)),
      show: async (ctx, { person_id }, form) => editPage(await head(ctx, person_id), form),
      save: async (ctx, { person_id }, edit) => {
        await editPerson(ctx, person_id, edit)
        return goTo(`/people/${person_id}`, 'Details changed')
      },
    }),
  ]
}

const whoLooked = {
  text: 'See who has looked',
  href: (person_id: string) => `/people/${person_id}/who-has-looked`,
  roles: ['team_manager', 'data_protection_officer'],
}

// One after the other: they share the act's one connection.
async function panelsOf(ctx: Ctx, person_id: string, { panels = [] }: PersonSlots) {
  const shown = []
  for (const panel of panels) {
    const one = await panel(ctx, person_id)
    if (one) shown.push(one)
  }
  return shown
}

const editable = ({ ethnicity, ...person }: Awaited<ReturnType<typeof getPerson>>) => ({
  ...person,
  ethnicity: ethnicity as never,
})
