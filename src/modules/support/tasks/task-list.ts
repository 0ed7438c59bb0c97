import { dataTable, html, link, type Html } from '#platform/design-system/index.ts'
import { dueTag } from '../cases/due.ts'
import type { OpenTask } from '../cases/get-case.ts'
import { taskHref } from '../cases/next-action.ts'

/** What is to be done in a case, the soonest first; each leads to where it is done. */
export const taskList = (case_id: string, tasks: readonly OpenTask[], today: string): Html =>
  html`<h2 class="govuk-heading-m">To do</h2>
  ${dataTable({
    caption: 'Open tasks',
    captionHidden: true,
    columns: [
      { heading: 'What', cell: (task) => link(task.what, taskHref(case_id, task)) },
      { heading: 'Due', cell: (task) => dueTag(task.due_on, today) },
    ],
    rows: tasks,
    empty: html`Nothing is waiting. ${link('Plan the next action', `/cases/${case_id}/actions/plan`)}`,
  })}`
