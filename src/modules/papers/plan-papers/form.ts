import { choice, day, form, words, yesNo } from '#platform/forms/index.ts'
import { TEMPLATES } from '../templates/template.ts'

const label = (name: string) => name.replaceAll('-', ' ').replace(/^./, (c) => c.toUpperCase())

export const planPaperForm = form({
  template: choice(
    Object.fromEntries(TEMPLATES.filter((t) => t.about === 'plan').map((t) => [t.name, label(t.name)])),
    { label: 'What kind of paper is it?', name: 'the kind of paper' },
  ),
  theme_id: words({ label: 'Which part of the plan is it about?', name: 'the part of the plan', max: 60 }),
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
