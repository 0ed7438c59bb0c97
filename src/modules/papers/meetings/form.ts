import { choice, day, form, wholeNumber, words, yesNo } from '#platform/forms/index.ts'
import { GROUNDS } from '../words.ts'

export const boardForm = form({
  name: words({
    label: 'What is the meeting called?',
    name: 'what the meeting is called',
    hint: 'For example, Strategic Resources and Performance Meeting',
    max: 100,
  }),
  is_panel: yesNo({
    label: 'Is it the Police and Crime Panel?',
    name: 'whether it is the Panel',
    hint: 'The Panel scrutinises the Commissioner. Papers with a decision go on to it with a covering note.',
    inline: true,
  }),
})

export const meetingForm = form({
  meets_on: day({ label: 'Date of the meeting', name: 'the date of the meeting' }),
  papers_due_on: day({ label: 'When are papers due?', name: 'when papers are due' }),
  starts_at: words({
    label: 'Time',
    name: 'the time',
    hint: 'For example, 10am',
    optional: true,
    max: 20,
  }),
  place: words({ label: 'Place', name: 'the place', optional: true, max: 200 }),
})

export const itemForm = form({
  number: wholeNumber({ label: 'Item number', name: 'the item number', least: 1, most: 99 }),
  title: words({
    label: 'Title on the agenda',
    name: 'the title',
    hint: 'The public sees this, even where the item is not public: name nobody.',
    max: 200,
  }),
  paper_id: words({ label: 'Paper', name: 'the paper', optional: true, max: 60 }),
  is_public: yesNo({ label: 'Is the item public?', name: 'whether the item is public', inline: true }),
  ground: choice(GROUNDS, {
    label: 'If it is not: on which ground?',
    name: 'the ground',
    hint: 'Exempt information, Schedule 12A to the Local Government Act 1972',
    optional: true,
    as: 'select',
  }),
  because: words({
    label: 'Why is the public interest in keeping it from the public?',
    name: 'why it is kept from the public',
    optional: true,
    max: 1000,
    rows: 3,
  }),
})
