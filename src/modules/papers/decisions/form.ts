import { choice, day, form, words, yesNo } from '#platform/forms/index.ts'

export const decisionForm = form({
  words: words({ label: 'What was decided?', name: 'what was decided', max: 4000, rows: 5 }),
  decided_by: words({
    label: 'Who decided it?',
    name: 'who decided it',
    hint: 'The office, not the person: for example, the Commissioner',
    max: 100,
  }),
  is_public: yesNo({
    label: 'Is the decision public?',
    name: 'whether the decision is public',
    inline: true,
  }),
})

export const actionForm = form({
  words: words({ label: 'What is to be done?', name: 'what is to be done', max: 1000, rows: 3 }),
  owner: words({ label: 'Who does it?', name: 'who does it', max: 100 }),
  due_on: day({ label: 'By when?', name: 'by when' }),
})

export const progressForm = form({
  words: words({ label: 'What became of it?', name: 'what became of it', max: 2000, rows: 4 }),
  is_done: yesNo({ label: 'Is it done?', name: 'whether it is done', inline: true }),
})

export const toPanelForm = form({
  meeting_id: words({ label: 'To which meeting of the Panel?', name: 'the meeting', max: 60 }),
  asked: choice(
    {
      note: 'To note the decision',
      consider: 'To consider it and report',
    } as const,
    { label: 'What is the Panel asked to do?', name: 'what the Panel is asked to do' },
  ),
})
