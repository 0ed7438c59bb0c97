import { choice, day, form, words, yesNo } from '#platform/forms/index.ts'
import { TEMPLATES } from '../templates/template.ts'

export const startForm = form({
  template: choice(
    Object.fromEntries(
      TEMPLATES.filter((t) => t.about === 'service').map((t) => [
        t.name,
        t.name.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase()),
      ]),
    ),
    {
      label: 'What kind of paper is it?',
      name: 'the kind of paper',
    },
  ),
  period_from: day({
    label: 'First day of the period',
    name: 'the first day of the period',
    hint: 'For example, 1 4 2026',
    mustBePast: true,
  }),
  period_to: day({ label: 'Last day of the period', name: 'the last day of the period', mustBePast: true }),
  report_to: words({
    label: 'Which meeting is it for?',
    name: 'the meeting it is for',
    hint: 'For example, Strategic Resources and Performance Meeting',
  }),
  meeting_on: day({ label: 'Date of the meeting', name: 'the date of the meeting' }),
  agenda_item: words({ label: 'Agenda item', name: 'the agenda item', optional: true, max: 20 }),
  report_author: words({ label: 'Who is its author?', name: 'the author' }),
  is_public: yesNo({ label: 'Is it public?', name: 'whether it is public' }),
})

export const sectionForm = form({
  words: words({
    label: 'Your words',
    name: 'your words',
    optional: true,
    max: 20_000,
    rows: 12,
    hint: 'Leave an empty line between paragraphs. They are numbered by themselves.',
  }),
})
