import { button, dataTable, formPage, html, link, page, postForm } from '#platform/design-system/index.ts'
import { chooseOne, field, type FilledForm } from '#platform/forms/index.ts'
import { dayInWords } from '#platform/words/dates.ts'
import type { boardForm, itemForm, meetingForm } from './form.ts'
import type { Board, Meeting } from './queries.ts'

/** Every meeting, the latest first, under the boards there are. */
export const meetingsPage = (boards: readonly Board[], meetings: readonly Meeting[], today: string) =>
  page(
    { title: 'Meetings', width: 'full' },
    html`
    <p class="govuk-body">${link('What the public sees', '/published')}</p>
    ${boards.length === 0 ? html`<p class="govuk-body">Say first which meetings your office has.</p>` : ''}
    ${button({ text: 'Add a board', href: '/boards/add', ...(boards.length > 0 ? { classes: 'govuk-button--secondary' } : {}) })}
    ${boards.length > 0 ? html`<ul class="govuk-list">${boards.map(({ board_id, name }) => html`<li>${link(`Add a date of the ${name}`, `/boards/${board_id}/meetings/add`)}</li>`)}</ul>` : ''}
    ${dataTable({
      caption: 'Meetings, the latest first',
      rows: meetings,
      empty: 'There is no meeting yet.',
      columns: [
        {
          heading: 'Date',
          cell: (one) =>
            link(dayInWords(one.meets_on), `/meetings/${one.meeting_id}`, { hidden: one.board_name }),
        },
        { heading: 'Meeting', cell: (one) => one.board_name },
        {
          heading: 'Papers due',
          cell: (one) => (one.meets_on < today ? 'Held' : dayInWords(one.papers_due_on)),
        },
      ],
    })}`,
  )

export const boardPage = (form: FilledForm<typeof boardForm>) =>
  formPage(
    { title: 'Add a board', back: '/meetings', submit: 'Add' },
    html`${field(form.name)} ${field(form.is_panel)}`,
  )

export const dateOfMeetingPage = (board: Board, form: FilledForm<typeof meetingForm>) =>
  formPage(
    { title: 'Add a date', caption: board.name, back: '/meetings', submit: 'Add' },
    html`${field(form.meets_on)} ${field(form.papers_due_on)} ${field(form.starts_at)} ${field(form.place)}`,
  )

export const changeMeetingPage = (meeting: Meeting, form: FilledForm<typeof meetingForm>) =>
  formPage(
    {
      title: 'Change a meeting',
      caption: `${meeting.board_name}, ${dayInWords(meeting.meets_on)}`,
      back: `/meetings/${meeting.meeting_id}`,
      before: html`<p class="govuk-body">Papers that are not signed off name the new date by themselves. What the public reads stays at its address, and says which day it was moved from.</p>`,
    },
    html`${field(form.meets_on)} ${field(form.papers_due_on)} ${field(form.starts_at)} ${field(form.place)}`,
  )

export const itemPage = (
  title: string,
  meeting: Meeting,
  papers: readonly { paper_id: string; title: string; meeting_on: string }[],
  form: FilledForm<typeof itemForm>,
  remove?: string,
) =>
  formPage(
    {
      title,
      caption: `${meeting.board_name}, ${dayInWords(meeting.meets_on)}`,
      back: `/meetings/${meeting.meeting_id}`,
      after: remove && postForm({ action: remove, submit: 'Take this item off the agenda', quiet: true }),
    },
    html`${field(form.number)} ${field(form.title)}
    ${chooseOne(
      form.paper_id,
      papers.map(({ paper_id, title, meeting_on }) => ({
        value: paper_id,
        text: `${title} (${dayInWords(meeting_on)})`,
      })),
      'No paper',
    )}
    ${field(form.is_public)} ${field(form.ground)} ${field(form.because)}`,
  )
