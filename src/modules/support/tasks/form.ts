import { choice, day, form, words, type ValuesOf } from '#platform/forms/index.ts'

export const taskForm = form({
  what: words({ label: 'What needs to be done?', name: 'what needs to be done', max: 200 }),
  due_in: choice(
    {
      '0': 'Today',
      '1': 'Next working day',
      '2': 'In 2 working days',
      '5': 'In 5 working days',
      '10': 'In 10 working days',
      day: 'On a day that I choose',
    },
    { label: 'By when?', name: 'by when' },
  ),
  due_on: day({ label: 'Which day?', name: 'the day', mustBeFuture: true, optional: true }),
})
export type TaskToAdd = ValuesOf<typeof taskForm>

export const endTaskForm = form({
  ended_as: choice(
    { done: 'It is done', 'not-needed': 'It is not needed any more' },
    { label: 'What became of it?', name: 'what became of it' },
  ),
})
