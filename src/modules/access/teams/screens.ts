import type { Ctx } from '#platform/act.ts'
import { button, dataTable, formPage, html, link, page } from '#platform/design-system/index.ts'
import { found, refuse } from '#platform/errors.ts'
import { choice, field, form, words } from '#platform/forms/index.ts'
import { goTo, screen, type Screen } from '#platform/http/screen.ts'
import { administer } from '../members/member-fields.ts'
import { besideMembers } from '../members/pages.ts'
import { listMembers, listOwnTeams } from '../members/queries.ts'

const roles = ['administrator'] as const

/** What a team is for: it decides what it may hold. */
const KINDS = {
  all_staff: 'All staff',
  casework: 'Holds cases',
  restricted: 'Restricted: named members only',
  office: 'Office: holds no cases',
} as const

const teamForm = form({
  name: words({ label: 'Name of the team', name: 'the name of the team', max: 80 }),
  kind: choice(
    { casework: KINDS.casework, restricted: KINDS.restricted, office: KINDS.office },
    {
      label: 'What is it for?',
      name: 'what the team is for',
      hints: {
        casework: 'Its members see the cases it holds.',
        restricted: 'For cases that even colleagues must not see. Break-glass into it raises an alert.',
      },
    },
  ),
})

/** The teams of the administrator's own organisation. */
export const teamScreens: Screen[] = [
  screen('/teams', {
    action: 'see the teams of the organisation',
    roles,
    show: async (ctx) => {
      const [teams, members] = [await listOwnTeams(ctx), await listMembers(ctx)]
      const named = (team_id: string) =>
        members.filter((m) => !m.left_at && m.teams.some((t) => t.team_id === team_id))
      return page(
        {
          title: 'Teams',
          caption: ctx.actor.organisation_name,
          width: 'full',
          aside: besideMembers('/teams'),
        },
        html`<p class="govuk-body">A record is held by one team, and seen by its members only.</p>
        <p class="govuk-body">${button({ text: 'Add a team', href: '/teams/add' })}</p>
        ${dataTable({
          caption: 'Teams',
          captionHidden: true,
          rows: teams,
          columns: [
            { heading: 'Team', cell: (team) => link(team.name, `/teams/${team.team_id}`) },
            { heading: 'What it is for', cell: (team) => KINDS[team.kind] },
            { heading: 'Members', numeric: true, cell: (team) => named(team.team_id).length },
          ],
        })}`,
      )
    },
  }),
  screen('/teams/add', {
    action: 'add a team',
    roles,
    form: teamForm,
    show: async (ctx, _, filled) =>
      formPage(
        { title: 'Add a team', caption: ctx.actor.organisation_name, back: '/teams', submit: 'Add team' },
        html`${field(filled.name)}${field(filled.kind)}`,
      ),
    save: async (ctx, _, typed) => {
      const team_id = await addTeam(ctx, typed)
      return goTo(`/teams/${team_id}`, 'The team is there. Choose its members on the pages of the members')
    },
  }),
  screen('/teams/:team_id', {
    action: 'see a team',
    roles,
    show: async (ctx, { team_id }) => {
      const team = found((await listOwnTeams(ctx)).find((one) => one.team_id === team_id))
      const members = (await listMembers(ctx)).filter(
        (m) => !m.left_at && m.teams.some((t) => t.team_id === team_id),
      )
      return page(
        {
          title: 'Team',
          heading: team.name,
          caption: ctx.actor.organisation_name,
          back: { href: '/teams', text: 'All teams' },
        },
        html`<p class="govuk-body">${KINDS[team.kind]}.</p>
        ${dataTable({
          caption: 'Members of the team',
          rows: members,
          empty: 'Nobody is in this team yet. Open a member and choose “Change” to put them in it.',
          columns: [
            { heading: 'Name', cell: (m) => link(m.name, `/members/${m.member_id}`) },
            { heading: 'Job title', cell: (m) => m.job_title },
            {
              heading: 'Membership',
              cell: (m) =>
                m.teams.some((t) => t.team_id === team_id && t.break_glass) ? 'Break-glass' : 'Standing',
            },
          ],
        })}`,
      )
    },
  }),
]

/** Adds a team to the administrator's own organisation. Throws Invalid when it has one of this name. Returns its id. */
export async function addTeam(
  ctx: Ctx,
  typed: { name: string; kind: 'casework' | 'restricted' | 'office' },
): Promise<string> {
  const organisation_id = await administer(ctx)
  const code = typed.name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^[-\d]+|-+$/g, '')
  if (code === '') refuse('name', 'The name of the team must have letters in it')
  const taken = await ctx.db
    .selectFrom('access.team')
    .select('team_id')
    .where('organisation_id', '=', organisation_id)
    .where('code', '=', code)
    .executeTakeFirst()
  if (taken) refuse('name', 'Your organisation has a team of this name already')
  const { team_id } = await ctx.db
    .insertInto('access.team')
    .values({ organisation_id, code, name: typed.name, kind: typed.kind })
    .returning('team_id')
    .executeTakeFirstOrThrow()
  return team_id
}
