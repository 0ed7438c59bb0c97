import {
  button,
  dataTable,
  details,
  html,
  insetText,
  lines,
  link,
  page,
  postForm,
  statusTag,
  summary,
} from '#platform/design-system/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { Decision, MeetingAction } from '../decisions/queries.ts'
import { statusOf } from '../drafts/list.page.ts'
import { groundInWords } from '../words.ts'
import type { Item, Meeting, takenOnTo } from './queries.ts'

type Look = {
  meeting: Meeting
  items: readonly Item[]
  decisions: readonly Decision[]
  actions: readonly MeetingAction[]
  earlier: readonly MeetingAction[]
  taken_on: Awaited<ReturnType<typeof takenOnTo>>
  /** The published agenda, if it is, and whether there is more to publish since. */
  published: { address: string; is_behind: boolean } | undefined
  area_code: string
  today: string
}

/** A meeting: what earlier ones left to do, its agenda with what was decided on each item, and what is still missing before it. */
export const meetingPage = (look: Look) => {
  const { meeting, items, earlier, today, published } = look
  const held = meeting.meets_on <= today
  return page(
    { title: meeting.board_name, caption: dayInWords(meeting.meets_on), back: '/meetings', width: 'full' },
    html`
    ${summary([
      { key: 'Date', value: dayInWords(meeting.meets_on) },
      { key: 'Time and place', value: [meeting.starts_at, meeting.place].filter(Boolean).join(', ') },
      { key: 'Papers due', value: dayInWords(meeting.papers_due_on) },
      {
        key: 'Public page',
        value: published
          ? link(
              'The agenda as the public reads it',
              `/published/${look.area_code}/meetings/${published.address}`,
            )
          : 'Not published',
      },
    ])}
    <p class="govuk-body">${link('Change the date, time or place', `/meetings/${meeting.meeting_id}/change`)}</p>
    ${published?.is_behind ? insetText({ text: 'The agenda or its decisions have changed since they were published: the public does not read that until you publish them again, at the end of this page.' }) : ''}
    ${held ? '' : missing(look)}
    ${earlier.length === 0 ? '' : html`<h2 class="govuk-heading-m">Actions from earlier meetings</h2>${actionsTable(earlier, 'Actions from earlier meetings', today)}`}
    <h2 class="govuk-heading-m">Agenda</h2>
    ${items.length === 0 ? html`<p class="govuk-body">There is nothing on the agenda yet.</p>` : items.map((item) => itemHtml(look, item, held))}
    ${button({ text: 'Add an item', href: `/meetings/${meeting.meeting_id}/items/add`, classes: 'govuk-button--secondary' })}
    ${items.length > 0 ? postForm({ action: `/meetings/${meeting.meeting_id}/publish`, submit: published ? 'Publish the agenda and decisions again' : 'Publish the agenda' }) : ''}`,
  )
}

/** Papers that are not where they should be by now. */
const missing = ({ items, meeting, today }: Look) => {
  const late = items.filter((item) => item.paper_id && !item.paper_signed_at)
  if (late.length === 0) return ''
  return insetText({
    html: html`<p class="govuk-body">${late.length === 1 ? 'One paper is' : `${late.length} papers are`} not signed off${today > meeting.papers_due_on ? ', and papers were due' : '. Papers are due'} on ${dayInWords(meeting.papers_due_on)}.</p>`,
  })
}

/** A paper that was signed off before its meeting was moved names the other day. */
const signedForAnother = ({ meets_on }: Meeting, { paper_signed_at, paper_meeting_on }: Item) =>
  paper_signed_at && paper_meeting_on && paper_meeting_on !== meets_on
    ? html`<p class="govuk-body">It was signed off for a meeting on ${dayInWords(paper_meeting_on)}: its front sheet says so until it is corrected.</p>`
    : ''

const itemHtml = (look: Look, item: Item, held: boolean) => {
  const { meeting, decisions, actions, taken_on, today, area_code } = look
  const mine = decisions.filter((one) => one.agenda_item_id === item.agenda_item_id)
  const agreed = actions.filter((one) => one.agenda_item_id === item.agenda_item_id)
  const at = `/agenda-items/${item.agenda_item_id}`
  const which = `item ${item.number}`
  return html`
  <section class="govuk-!-margin-bottom-7">
    <h3 class="govuk-heading-s">${item.number}. ${item.title}</h3>
    ${item.is_public ? '' : html`<p class="govuk-body">${statusTag('Not for publication', 'attention')} ${groundInWords(item.ground ?? '')}. ${item.because}</p>`}
    ${
      item.paper_id
        ? html`<p class="govuk-body">${link(item.paper_title ?? 'Its paper', `/papers/${item.paper_id}`)} ${statusOf({ step: item.paper_step, signed_at: item.paper_signed_at, published: item.address !== null })}
      ${item.address ? link('As the public reads it', `/published/${area_code}/papers/${item.address}`, { hidden: which }) : ''}</p>`
        : html`<p class="govuk-body">No paper.</p>`
    }
    ${signedForAnother(meeting, item)}
    ${mine.map((one) => html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>Decided by ${one.decided_by}${one.is_public ? '' : ' (not public)'}:</strong></p>${lines(one.words)}${one.said_before ? details({ summaryText: 'What it said before it was corrected', html: lines(one.said_before) }) : ''}<p class="govuk-body">${link('Correct this decision', `/decisions/${one.decision_id}/correct`, { hidden: `on ${which}` })}</p>`)}
    ${taken_on.filter((one) => one.follows === item.agenda_item_id).map((one) => html`<p class="govuk-body">Sent on: item ${one.number} of the ${link(`${one.board_name}, ${dayInWords(one.meets_on)}`, `/meetings/${one.meeting_id}`)}.</p>`)}
    ${agreed.length === 0 ? '' : actionsTable(agreed, `Actions of ${which}`, today)}
    <p class="govuk-body">${link('Change', `${at}/change`, { hidden: which })}
      ${held ? html`· ${link('Record a decision', `${at}/decision`, { hidden: `on ${which}` })} · ${link('Record an action', `${at}/action`, { hidden: `on ${which}` })}` : ''}
      ${held && item.paper_id && mine.length > 0 ? html`· ${link('Send on to the Panel', `${at}/to-panel`, { hidden: which })}` : ''}</p>
  </section>`
}

const actionsTable = (actions: readonly MeetingAction[], caption: string, today: string) =>
  dataTable({
    caption,
    captionHidden: true,
    rows: actions,
    columns: [
      { heading: 'Action', cell: (one) => one.words },
      { heading: 'Who', cell: (one) => one.owner },
      { heading: 'Due', cell: (one) => dayInWords(one.due_on) },
      {
        heading: 'How it stands',
        cell: (
          one,
        ) => html`${one.is_done ? statusTag('Done', 'good') : one.due_on < today ? statusTag('Overdue', 'urgent') : statusTag('Open', 'waiting')}
          ${one.said ? html`${one.said} (${dayInWords(one.said_on ?? one.due_on)})` : ''}
          ${one.is_done ? '' : link('Tell what became of it', `/meeting-actions/${one.meeting_action_id}/progress`)}`,
      },
    ],
  })
