import type { Ctx } from '#platform/act.ts'
import { checkboxes, type Content } from '#platform/design-system/index.ts'
import { Invalid, NotAllowed } from '#platform/errors.ts'
import { email, type Field, type FilledField, form, type ValuesOf, words } from '#platform/forms/index.ts'
import { showOrganisation } from '../accounts/account-keys.ts'
import { ROLES, rolesOf, type Role } from '../roles.ts'

// Which roles and teams there are depends on the administrator's organisation: the page prints the boxes, the use case checks them.
const several = (name: string): Field<string[]> => ({
  kind: 'severalOf',
  options: { label: '', name },
  typed: (body, field) => [body[field] ?? []].flat().filter((one) => one !== ''),
  read: (typed) => {
    const chosen = Array.isArray(typed) ? typed : []
    return chosen.length > 0 ? { value: chosen } : { message: `Select ${name}` }
  },
  retype: (value) => value,
  render: () => null,
})

/** A member as their organisation's administrator describes them. */
export const memberForm = form({
  name: words({ label: 'Name', name: 'the member’s name', max: 100, autocomplete: 'off' }),
  job_title: words({ label: 'Job title', name: 'the job title', max: 100, optional: true }),
  email: email({
    label: 'E-mail address',
    name: 'the member’s e-mail address',
    hint: 'What they type to sign in.',
  }),
  roles: several('what the member does'),
  teams: several('at least one team'),
})
export type MemberTyped = ValuesOf<typeof memberForm>

/** The boxes for roles. */
export const roleBoxes = (filled: FilledField, organisation_kind: string): Content =>
  boxes(
    filled,
    'What do they do?',
    rolesOf(organisation_kind).map((role) => ({ value: role, text: ROLES[role] })),
  )

/** The boxes for teams. */
export const teamBoxes = (
  filled: FilledField,
  teams: readonly { team_id: string; name: string }[],
): Content =>
  boxes(
    filled,
    'Which teams are they in?',
    teams.map(({ team_id, name }) => ({ value: team_id, text: name })),
    'They see what these teams hold, and nothing else.',
  )

function boxes(
  filled: FilledField,
  legend: string,
  items: readonly { value: string; text: string }[],
  hint?: string,
) {
  const chosen = Array.isArray(filled.typed) ? filled.typed : []
  return checkboxes({
    idPrefix: filled.name,
    name: filled.name,
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...(hint ? { hint: { text: hint } } : {}),
    ...(filled.message ? { errorMessage: { text: filled.message } } : {}),
    items: items.map((item) => ({ ...item, checked: chosen.includes(item.value) })),
  })
}

/** Begins an act of administration: of one's own organisation only. Throws NotAllowed for anybody but its administrator. */
export async function administer(ctx: Ctx): Promise<string> {
  if (!ctx.actor.roles.includes('administrator')) throw new NotAllowed()
  await showOrganisation(ctx, ctx.actor.organisation_id)
  return ctx.actor.organisation_id
}

/** Throws Invalid when a role or a team is not one that this organisation has. */
export function checkRolesAndTeams(
  ctx: Ctx,
  typed: MemberTyped,
  teams: readonly { team_id: string }[],
): Role[] {
  const allowed = rolesOf(ctx.actor.organisation_kind)
  if (!typed.roles.every((role) => allowed.includes(role as Role)))
    throw new Invalid({ roles: 'Select what the member does from the list' })
  if (!typed.teams.every((id) => teams.some((team) => team.team_id === id)))
    throw new Invalid({ teams: 'Select teams from the list' })
  return typed.roles as Role[]
}
