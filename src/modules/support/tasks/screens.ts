import { formPage, html } from '#platform/design-system/index.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { dueTag } from '../cases/due.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { addTask } from './add-task.ts'
import { endTask, openTask } from './end-task.ts'
import { endTaskForm, taskForm } from './form.ts'

export const taskScreens = [
  screen('/cases/:case_id/tasks/add', {
    action: 'add a task',
    roles: CASEWORK_ROLES,
    form: taskForm,
    draft: true,
    start: () => ({ due_in: '1' }) as const,
    show: async (ctx, { case_id }, form) => {
      const { aside } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Add a task',
          aside,
          submit: 'Add the task',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
        },
        html`${field(form.what)}${field(form.due_in)}${field(form.due_on)}`,
      )
    },
    save: async (ctx, { case_id }, task) => {
      await addTask(ctx, await getCase(ctx, case_id), task)
      return goTo(`/cases/${case_id}`, 'Task added')
    },
  }),
  screen('/cases/:case_id/tasks/:task_id/complete', {
    action: 'end a task',
    roles: CASEWORK_ROLES,
    form: endTaskForm,
    show: async (ctx, { case_id, task_id }, form) => {
      const { theCase, aside } = await openPage(ctx, case_id)
      const task = openTask(theCase, task_id)
      return formPage(
        {
          title: 'End a task',
          aside,
          submit: 'Save',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
          before: html`<p class="govuk-body"><strong>${task.what}</strong> ${dueTag(task.due_on, ctx.today)}</p>`,
        },
        html`${field(form.ended_as)}`,
      )
    },
    save: async (ctx, { case_id, task_id }, { ended_as }) => {
      await endTask(ctx, await getCase(ctx, case_id), task_id, ended_as)
      return goTo(`/cases/${case_id}`, ended_as === 'done' ? 'Task done' : 'Task taken off the list')
    },
  }),
]
