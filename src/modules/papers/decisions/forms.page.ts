import { formPage, html, insetText, lines } from '#platform/design-system/index.ts'
import { chooseOne, field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { Item, Meeting } from '../meetings/queries.ts'
import type { actionForm, decisionForm, progressForm, toPanelForm } from './form.ts'
import type { MeetingAction } from './queries.ts'

const about = (item: Item) => ({
  caption: `Item ${item.number}: ${item.title}`,
  back: `/meetings/${item.meeting_id}`,
})

export const decisionPage = (item: Item, form: FilledForm<typeof decisionForm>) =>
  formPage(
    { title: 'Record a decision', ...about(item), submit: 'Record it' },
    html`${field(form.words)} ${field(form.decided_by)} ${field(form.is_public)}`,
  )

export const correctDecisionPage = (item: Item, form: FilledForm<typeof decisionForm>) =>
  formPage(
    {
      title: 'Correct a decision',
      ...about(item),
      submit: 'Correct it',
      before: html`<p class="govuk-body">For what was recorded wrongly. What it said stays in the office. Where the agenda is published, the public reads neither until you publish it again.</p>`,
    },
    html`${field(form.words)} ${field(form.decided_by)} ${field(form.is_public)}`,
  )

export const actionPage = (item: Item, form: FilledForm<typeof actionForm>) =>
  formPage(
    { title: 'Record an action', ...about(item), submit: 'Record it' },
    html`${field(form.words)} ${field(form.owner)} ${field(form.due_on)}`,
  )

export const progressPage = (action: MeetingAction, form: FilledForm<typeof progressForm>) =>
  formPage(
    {
      title: 'What became of an action',
      caption: `Due ${dayInWords(action.due_on)}: ${action.owner}`,
      back: `/meetings/${action.meeting_id}`,
      before: insetText({ html: lines(action.words) }),
    },
    html`${field(form.words)} ${field(form.is_done)}`,
  )

export const toPanelPage = (item: Item, meetings: readonly Meeting[], form: FilledForm<typeof toPanelForm>) =>
  formPage(
    {
      title: 'Send on to the Panel',
      ...about(item),
      submit: 'Write the covering note',
      before: html`<p class="govuk-body">A covering note is written from the records: which paper, where it is published, its versions, and what was decided. It goes to review and sign-off like any paper.</p>`,
    },
    html`${chooseOne(
      form.meeting_id,
      meetings.map(({ meeting_id, board_name, meets_on }) => ({
        value: meeting_id,
        text: `${board_name}, ${dayInWords(meets_on)}`,
      })),
    )} ${field(form.asked)}`,
  )
