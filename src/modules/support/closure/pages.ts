import { formPage, html, insetText, link, type Html } from '#platform/design-system/index.ts'
import { field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { ReferralSender } from '#referrals'
import type { CaseHead } from '../cases/get-case.ts'
import { taskHref } from '../cases/next-action.ts'
import type { closeForm, returnForm } from './form.ts'
import { lastDayToReturn, returnsAsSameCase } from './six-months.ts'

/** Something to be met before a case closes, told by a higher module: "The last self-assessment is recorded". */
export type CloseCheck = { text: string; met: boolean; href?: string }

/** What is checked is said before the questions: open tasks, and what higher modules know. */
export const closePage = (
  theCase: CaseHead,
  checks: readonly CloseCheck[],
  sender: ReferralSender | undefined,
  form: FilledForm<typeof closeForm>,
  aside: Html,
) => {
  const open = theCase.tasks.filter((task) => !task.step)
  return formPage(
    {
      title: 'Close the case',
      aside,
      submit: 'Close the case',
      secondary: { text: 'Cancel', href: `/cases/${theCase.case_id}` },
      before: insetText({
        html: html`<ul class="govuk-list">
        <li>${open.length ? html`<strong>To do:</strong> ${open.length === 1 ? '1 task is open' : `${open.length} tasks are open`}: ${open.map((task, i) => html`${i ? ', ' : ''}${link(task.what, taskHref(theCase.case_id, task))}`)}` : 'Done: no task is open'}</li>
        ${sender ? html`<li>${whatIsTold(sender)}</li>` : null}
        ${checks.map((check) => html`<li>${check.met ? 'Done: ' : html`<strong>To do:</strong> `}${check.href && !check.met ? link(check.text, check.href) : check.text}</li>`)}
      </ul>`,
      }),
    },
    html`
    ${field(form.reason)}
    ${field(form.last_self_assessment)}
    ${open.length ? field(form.open_tasks) : null}
    ${field(form.note)}`,
  )
}

/** Who referred learns what the agreement with them allows, and the worker knows it before. */
const whatIsTold = ({ name, told_at_close }: ReferralSender) =>
  told_at_close === 'closed'
    ? `${name}, who referred them, will be told that the work has ended, and not why. If it ends for no contact, they are told that.`
    : told_at_close === 'no-contact'
      ? `${name}, who referred them, will be told only if they could not be reached.`
      : `${name}, who referred them, will be told nothing${told_at_close === null ? ': no agreement to share with them is in force' : ''}.`

const SAME_CASE =
  'Everything recorded stays with it: needs, plan, risk and timeline. First contact is to be made anew; attempts from before it closed do not count.'
const NEW_CASE =
  'The new case has the support chosen, why enhanced rights apply and whether it is sensitive from this one. Needs, risk and self-assessment are asked anew; this one stays as it is.'

/** Which of the two it will be is said before anything is typed. */
export const returnPage = (
  theCase: CaseHead,
  form: FilledForm<typeof returnForm>,
  today: string,
  aside: Html,
  goes_on: string | undefined,
) => {
  const { closed_on } = theCase.closure!
  const same = returnsAsSameCase(closed_on, today)
  return formPage(
    {
      title: 'Record a return',
      aside,
      submit: same ? 'Open the case again' : 'Open a new case',
      secondary: { text: 'Cancel', href: `/cases/${theCase.case_id}` },
      before: html`<p class="govuk-body">${
        same
          ? `The case was closed on ${dayInWords(closed_on)}. Until ${dayInWords(lastDayToReturn(closed_on))} they come back to it as the same case.`
          : `The case was closed on ${dayInWords(closed_on)}, more than six months ago: a new case is opened, linked to this one.`
      }</p><p class="govuk-body">${same ? SAME_CASE : NEW_CASE} ${same && goes_on ? `${goes_on} goes on working on it.` : 'It waits for somebody to take it.'}</p>`,
    },
    html`${field(form.returned_on)}${field(form.because)}`,
  )
}
