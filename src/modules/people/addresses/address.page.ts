import { formPage, html, type Html, link, radios } from '#platform/design-system/index.ts'
import { field, type FilledField, type FilledForm } from '#platform/forms/index.ts'
import { aboutPerson } from '../person/about-person.ts'
import type { PersonHead } from '../person/queries.ts'
import type { addressForm, addressUseForm, protectForm } from './form.ts'
import type { RestrictedTeam } from './queries.ts'

/** Where the person lives now. */
export const addressPage = (
  head: PersonHead,
  teams: readonly RestrictedTeam[],
  form: FilledForm<typeof addressForm>,
) =>
  formPage(
    { title: 'Record a new address', back: `/people/${head.person_id}`, aside: aboutPerson(head, 'record') },
    html`<p class="govuk-body">The address recorded until now is kept as a previous one.</p>
${field(form.line)}${field(form.town)}${field(form.postcode)}${field(form.suspect_lives_here)}${field(form.safe)}${field(form.message_ok)}${field(form.keep_secret)}${whichTeam(teams, form.team_id)}`,
  )

/** What the person says now about the address that is recorded. */
export const reviewPage = (head: PersonHead, form: FilledForm<typeof addressUseForm>) =>
  formPage(
    {
      title: 'Review the address',
      back: `/people/${head.person_id}/contact`,
      aside: aboutPerson(head, 'contact'),
    },
    html`<p class="govuk-body">Ask about the address where they live now. If they have moved, ${link('record a new address', `/people/${head.person_id}/addresses/record`)}.</p>
${field(form.suspect_lives_here)}${field(form.safe)}${field(form.message_ok)}`,
  )

/** Before an address disappears from the sight of whoever is not in the restricted team. */
export const protectPage = (
  head: PersonHead,
  teams: readonly RestrictedTeam[],
  form: FilledForm<typeof protectForm>,
) =>
  formPage(
    {
      title: 'Protect the address',
      back: `/people/${head.person_id}`,
      aside: aboutPerson(head, 'record'),
      submit: 'Protect the address',
      secondary: { text: 'Cancel', href: `/people/${head.person_id}` },
    },
    html`<p class="govuk-body">From then on only members of ${teams.length > 1 ? 'the team below' : html`<strong>${teams[0]?.name ?? 'a restricted team'}</strong>`} see and use it. Everybody else sees that it is protected, and nothing of where it is.</p>
${whichTeam(teams, form.team_id)}`,
  )

const whichTeam = (teams: readonly RestrictedTeam[], team: FilledField): Html | null =>
  teams.length < 2
    ? null
    : radios({
        idPrefix: 'team_id',
        name: 'team_id',
        value: typeof team.typed === 'string' ? team.typed : '',
        fieldset: { legend: { text: 'Which team may see it?', classes: 'govuk-fieldset__legend--s' } },
        ...(team.message ? { errorMessage: { text: team.message } } : {}),
        items: teams.map(({ team_id, name }) => ({ value: team_id, text: name })),
      })
