import { changesTable, looksTable, PROVIDER_STAFF, type Change, whatChanged, whoHasLooked } from '#access'
import { hasRole } from '#platform/act.ts'
import { html, identityBar, page } from '#platform/design-system/index.ts'
import { screen } from '#platform/http/screen.ts'
import { headFor } from '../person/head-for.ts'
import { identityFacts } from '../person/panels.ts'
import { getPerson } from '../person/queries.ts'
import type { PersonSlots } from '../person/slots.ts'

/** Kept with every change, and of no use to whoever reads it; and where somebody lived before their address was protected. */
const LEFT_OUT = new Set([
  'area_id',
  'person_id',
  'held_by',
  'surname_key',
  'forename_key',
  'recorded_at',
  'recorded_by',
])
const WHERE = new Set(['district', 'outcode'])

/**
 * Who has looked at this person and what was changed of their details, for team managers and data protection officers. Changes of
 * numbers and addresses are not told here: what they were before would be a value past the one door.
 */
export const whoLookedScreen = (slots: PersonSlots) =>
  screen('/people/:person_id/who-has-looked', {
    action: 'see who has looked at a person',
    roles: ['team_manager', 'data_protection_officer'],
    show: async (ctx, { person_id }) => {
      const head = await headFor(slots)(ctx, person_id)
      const person = await getPerson(ctx, person_id)
      const told = (change: Change): Change => ({
        ...change,
        before: change.before && without(change.before, person.address_protected),
      })
      const looks = await whoHasLooked(ctx, [person_id])
      const changes = (await whatChanged(ctx, [person_id])).map(told)
      return page(
        {
          title: 'Who has looked at this record',
          width: 'full',
          back: hasRole(ctx.actor, PROVIDER_STAFF) ? `/people/${person_id}` : '/who-has-looked',
          aside: identityBar({ name: head.name, facts: identityFacts(head) }),
        },
        html`<p class="govuk-body">Every look is written down before the page is shown, also when it was then refused.</p>
${looksTable(looks, { caption: 'Who has looked' })}
${changesTable(changes, { [person_id]: without(person, person.address_protected) })}`,
      )
    },
  })

const without = (row: Record<string, unknown>, address_protected: boolean) =>
  Object.fromEntries(
    Object.entries(row).filter(([field]) => !LEFT_OUT.has(field) && !(address_protected && WHERE.has(field))),
  )
