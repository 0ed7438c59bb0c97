import { formPage, html, link, page } from '#platform/design-system/index.ts'
import { isId } from '#platform/act.ts'
import { field } from '#platform/forms/index.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { isCodeOf, SUPPORT_TYPES } from '#reference'
import { caseRecord } from '../cases/case-record.ts'
import { caseTop } from '../cases/case-top.ts'
import { getCase } from '../cases/get-case.ts'
import { openPage } from '../cases/open-page.ts'
import { needsSummary } from '../needs/needs-summary.ts'
import type { SupportSlots } from '../slots.ts'
import { taskList } from '../tasks/task-list.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { doneSummary } from './done-summary.ts'
import { actionForm, planForm } from './form.ts'
import { planAction } from './plan-action.ts'
import { recordAction } from './record-action.ts'

export const planScreens = (slots: SupportSlots) => [
  screen('/cases/:case_id/plan', {
    action: 'read needs and plan',
    roles: CASEWORK_ROLES,
    show: async (ctx, { case_id }) => {
      const theCase = await caseRecord(ctx, case_id)
      const { aside } = await caseTop(ctx, theCase, { here: '/plan', tabs: slots.caseTabs ?? [] })
      const open = !theCase.closure
      const also = (text: string, path: string) =>
        open ? html`<p class="govuk-body">${link(text, `/cases/${case_id}/${path}`)}</p>` : null
      return page(
        { title: 'Needs and plan', aside },
        html`
        ${needsSummary(theCase)}
        ${also('Record needs', 'needs/record')}
        ${open ? taskList(case_id, theCase.tasks, ctx.today) : null}
        ${also('Plan an action', 'actions/plan')}
        ${doneSummary(theCase)}
        ${also('Record an action', 'actions/record')}`,
      )
    },
  }),
  screen('/cases/:case_id/actions/plan', {
    action: 'plan an action',
    roles: CASEWORK_ROLES,
    form: planForm,
    draft: true,
    show: async (ctx, { case_id }, form) => {
      const { aside } = await openPage(ctx, case_id)
      return formPage(
        {
          title: 'Plan an action',
          aside,
          submit: 'Add to the plan',
          secondary: { text: 'Cancel', href: `/cases/${case_id}/plan` },
        },
        html`${field(form.type)}${field(form.what)}${field(form.due_on)}`,
      )
    },
    save: async (ctx, { case_id }, planned) => {
      await planAction(ctx, await getCase(ctx, case_id), planned)
      return goTo(`/cases/${case_id}/plan`, 'Added to the plan')
    },
  }),
  screen('/cases/:case_id/actions/record', {
    action: 'record an action',
    roles: CASEWORK_ROLES,
    form: actionForm,
    draft: true,
    start: async (ctx, { case_id }) => {
      const planned = (await getCase(ctx, case_id)).tasks.find((task) => task.task_id === ctx.query.task)
      const type = planned?.type ?? ''
      return { acted_on: ctx.today, ...(isCodeOf(SUPPORT_TYPES, type) ? { type } : {}) }
    },
    show: async (ctx, { case_id }, form) => {
      const { theCase, aside } = await openPage(ctx, case_id)
      const planned = theCase.tasks.find((task) => task.task_id === ctx.query.task)
      return formPage(
        {
          title: 'Record an action',
          aside,
          submit: 'Save the action',
          secondary: { text: 'Cancel', href: `/cases/${case_id}` },
          ...(planned
            ? {
                before: html`<p class="govuk-body">From the plan: <strong>${planned.what}</strong>. Saving ends it as done.</p>`,
              }
            : {}),
        },
        html`${field(form.type)}${field(form.quantity)}${field(form.outcome)}
        <div class="app-scores__pair">${field(form.minutes)}${field(form.channel)}</div>${field(form.acted_on)}`,
      )
    },
    save: async (ctx, { case_id }, done) => {
      const { task } = ctx.query
      await recordAction(ctx, await getCase(ctx, case_id), done, task && isId(task) ? task : undefined)
      return goTo(`/cases/${case_id}`, 'Action recorded')
    },
  }),
]
