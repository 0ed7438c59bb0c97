import type { Actor } from '#platform/act.ts'
import {
  button,
  dataTable,
  formPage,
  html,
  insetText,
  link,
  page,
  statusTag,
  subNavigation,
  summary,
  type Html,
  type Page,
} from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { momentInWords } from '#platform/words/dates.ts'
import { rolesInWords } from '../roles.ts'
import { roleBoxes, teamBoxes, type memberForm } from './member-fields.ts'
import type { Member } from './queries.ts'

type Team = { team_id: string; name: string }

/** The pages beside one another that an administrator looks after. */
export const besideMembers = (here: string): Html =>
  subNavigation(
    [
      { text: 'Members', href: '/members' },
      { text: 'Teams', href: '/teams' },
      { text: 'Your organisation’s own sign-in', href: '/organisation/identity' },
      { text: 'Organisations', href: '/organisations' },
    ].map((one) => ({ ...one, active: one.href === here })),
    'Members and organisations',
  )

/** The members of the administrator's organisation. */
export const membersPage = (members: readonly Member[], actor: Actor): Page =>
  page(
    { title: 'Members', caption: actor.organisation_name, width: 'full', aside: besideMembers('/members') },
    html`
    <p class="govuk-body">${button({ text: 'Add a member', href: '/members/add' })}</p>
    ${dataTable({
      caption: 'Members',
      captionHidden: true,
      rows: members,
      columns: [
        { heading: 'Name', cell: (m) => link(m.name, `/members/${m.member_id}`) },
        {
          heading: 'What they do',
          cell: (m) =>
            html`${m.job_title}${rolesInWords(m.roles) === m.job_title ? '' : html`<br><span class="govuk-hint">${rolesInWords(m.roles)}</span>`}`,
        },
        { heading: 'Teams', cell: (m) => m.teams.map((t) => t.name).join(', ') },
        { heading: 'State', cell: stateOf },
      ],
    })}`,
  )

const stateOf = (m: Member): Html =>
  m.left_at
    ? statusTag('Left', 'closed')
    : m.invited
      ? statusTag('Has a code', 'waiting')
      : m.has_signed_in
        ? statusTag('Signs in', 'good')
        : statusTag('Never signed in', 'neutral')

/** One member, and what can be done about them. */
export const memberPage = (member: Member, actor: Actor): Page =>
  page(
    {
      title: 'Member',
      heading: member.name,
      caption: actor.organisation_name,
      back: { href: '/members', text: 'All members' },
    },
    html`
    ${summary([
      { key: 'Job title', value: member.job_title },
      { key: 'What they do', value: rolesInWords(member.roles) },
      { key: 'E-mail address', value: member.email },
      {
        key: 'Teams',
        value:
          member.teams.length === 0
            ? null
            : html`${member.teams.map((t) => html`<div>${t.name}${t.break_glass ? ` (break-glass, until ${momentInWords(t.ends_at ?? '')})` : ''}</div>`)}`,
      },
      { key: 'State', value: stateOf(member) },
    ])}
    ${member.left_at ? html`<p class="govuk-body">Left on ${momentInWords(member.left_at)}.</p>` : actions(member)}`,
  )

const actions = ({ member_id }: Member): Html =>
  html`<div class="govuk-button-group">
    ${button({ text: 'Change', href: `/members/${member_id}/change` })}
    ${button({ text: 'Make a new code', href: `/members/${member_id}/new-code`, classes: 'govuk-button--secondary' })}
    ${link('End membership', `/members/${member_id}/end`)}
  </div>`

/** The form to add or change a member. */
export const memberFormPage = (
  options: { title: string; back: string; submit: string; heading?: string },
  filled: FilledForm<typeof memberForm>,
  teams: readonly Team[],
  actor: Actor,
): Page =>
  formPage(
    { ...options, caption: actor.organisation_name },
    html`${field(filled.name)}${field(filled.job_title)}${field(filled.email)}
    ${roleBoxes(filled.roles, actor.organisation_kind)}${teamBoxes(filled.teams, teams)}`,
  )

/** The code for a first sign-in, in front of the administrator once. */
export const codeShownPage = (
  made: { code: string; expires_at: Date },
  member_id: string,
  origin: string,
): Page =>
  page(
    { title: 'Code for signing in', back: { href: `/members/${member_id}`, text: 'The member' } },
    html`
    <p class="govuk-body">Give this code to the member yourself, face to face or on the phone. It is shown this once.</p>
    <p class="govuk-body app-code app-code--large">${made.code}</p>
    ${insetText({ text: `They go to ${origin}/first-sign-in, type it, choose a password and set up an authenticator app on their phone. It works once, until ${momentInWords(made.expires_at)}.` })}
    <p class="govuk-body">${link('All members', '/members')}</p>`,
  )
