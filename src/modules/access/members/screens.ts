import { formPage, html } from '#platform/design-system/index.ts'
import { goTo, screen, type Screen } from '#platform/http/screen.ts'
import type { DoorOptions } from '../accounts/at-the-door.ts'
import { addMember } from './add-member.ts'
import { changeMember, endMember, makeNewCode } from './change-member.ts'
import { memberForm } from './member-fields.ts'
import { codeShownPage, memberFormPage, memberPage, membersPage } from './pages.ts'
import { getMember, listMembers, listOwnTeams } from './queries.ts'

const roles = ['administrator'] as const

/** The administrator of an organisation looks after its members: its own only. */
export const memberScreens = ({ secret, origin }: DoorOptions): Screen[] => [
  screen('/members', {
    action: 'see the members of the organisation',
    roles,
    show: async (ctx) => membersPage(await listMembers(ctx), ctx.actor),
  }),
  screen('/members/add', {
    action: 'add a member',
    roles,
    form: memberForm,
    show: async (ctx, _, filled) =>
      memberFormPage(
        { title: 'Add a member', back: '/members', submit: 'Add and make a code' },
        filled,
        await listOwnTeams(ctx),
        ctx.actor,
      ),
    save: async (ctx, _, typed) => {
      const added = await addMember(ctx, secret, typed)
      return codeShownPage(added, added.member_id, origin)
    },
  }),
  screen('/members/:member_id', {
    action: 'see a member',
    roles,
    show: async (ctx, { member_id }) => memberPage(await getMember(ctx, member_id), ctx.actor),
  }),
  screen('/members/:member_id/change', {
    action: 'change a member',
    roles,
    form: memberForm,
    stored: true,
    start: async (ctx, { member_id }) => {
      const { name, job_title, email, roles: has, teams } = await getMember(ctx, member_id)
      const standing = teams.filter((team) => !team.break_glass).map((team) => team.team_id)
      return { name, job_title, email: email ?? '', roles: has, teams: standing }
    },
    show: async (ctx, { member_id }, filled) =>
      memberFormPage(
        {
          title: 'Change a member',
          heading: (await getMember(ctx, member_id)).name,
          back: `/members/${member_id}`,
          submit: 'Save',
        },
        filled,
        await listOwnTeams(ctx),
        ctx.actor,
      ),
    save: async (ctx, { member_id }, typed) => {
      await changeMember(ctx, member_id, typed)
      return goTo(`/members/${member_id}`, 'The member is changed')
    },
  }),
  screen('/members/:member_id/new-code', {
    action: 'make a new code for a member',
    roles,
    show: async (ctx, { member_id }) =>
      formPage(
        {
          title: 'Make a new code',
          caption: (await getMember(ctx, member_id)).name,
          back: `/members/${member_id}`,
          submit: 'Make a new code',
          before: html`<p class="govuk-body">For a member who is new, has lost their phone or has forgotten their password.</p>
          <p class="govuk-body">When they use it, their old password, authenticator app and passkeys stop working, and they are signed out everywhere.</p>
          <p class="govuk-body">Make sure you know who you are giving it to. Whoever has the code becomes this member.</p>`,
        },
        html``,
      ),
    save: async (ctx, { member_id }) =>
      codeShownPage(await makeNewCode(ctx, secret, member_id), member_id, origin),
  }),
  screen('/members/:member_id/end', {
    action: 'end a membership',
    roles,
    show: async (ctx, { member_id }) =>
      formPage(
        {
          title: 'End this membership',
          caption: (await getMember(ctx, member_id)).name,
          back: `/members/${member_id}`,
          submit: 'End membership',
          warning: true,
          before: html`<p class="govuk-body">They are signed out at once and can no longer sign in. What they recorded stays, under their name.</p>
          <p class="govuk-body">Cases allocated to them stay with the team: a team manager allocates them anew.</p>`,
        },
        html``,
      ),
    save: async (ctx, { member_id }) => {
      await endMember(ctx, member_id)
      return goTo('/members', 'The membership has ended')
    },
  }),
]
