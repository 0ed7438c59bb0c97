import { radios, type Content } from '#platform/design-system/index.ts'
import { choice, type Field, type FilledField, form, textOf, words } from '#platform/forms/index.ts'

/** How long break-glass can last. */
export const HOURS: Readonly<Record<'1' | '4' | '8', string>> = { 1: '1 hour', 4: '4 hours', 8: '8 hours' }

// Which teams there are depends on the organisation: the page prints them, the use case checks.
const team: Field<string> = {
  kind: 'choice',
  options: { label: '', name: 'the team' },
  typed: (body, name) => textOf(body[name]),
  read: (typed) => (textOf(typed) === '' ? { message: 'Select the team' } : { value: textOf(typed) }),
  retype: (value) => value,
  render: () => null,
}

export const breakGlassForm = form({
  team_id: team,
  hours: choice(HOURS, { label: 'For how long?', name: 'for how long', inline: true }),
  reason: words({
    label: 'Why do you need it now?',
    name: 'why you need it now',
    hint: 'For example: “Person in danger rang, their worker is away, I need the safe address.” The team’s managers and the data protection officer read this.',
    max: 1000,
    check: (text) =>
      text.length < 20 ? 'Say why in a sentence, so that others can understand it later' : undefined,
  }),
})

/** The teams to choose from. */
export const teamRadios = (
  filled: FilledField,
  teams: readonly { team_id: string; name: string }[],
): Content =>
  radios({
    idPrefix: filled.name,
    name: filled.name,
    value: textOf(filled.typed),
    fieldset: { legend: { text: 'Which team’s records do you need?', classes: 'govuk-fieldset__legend--s' } },
    ...(filled.message ? { errorMessage: { text: filled.message } } : {}),
    items: teams.map(({ team_id, name }) => ({ value: team_id, text: name })),
  })

/** What a reviewer finds. */
export const FINDINGS = { right: 'Yes, it was right', 'not-right': 'No, it was not right' } as const

export const reviewForm = form({
  finding: choice(FINDINGS, { label: 'Was it right to do this?', name: 'whether it was right' }),
  review: words({
    label: 'What you found and did',
    name: 'what you found and did',
    hint: 'If it was not right: whom you told, and what happens next.',
    max: 2000,
  }),
})
