import { goTo, screen } from '#platform/http/screen.ts'
import { actionsBefore, actionsOf, decisionsOf } from '../decisions/queries.ts'
import { listPapers } from '../drafts/queries.ts'
import { oneButton } from '../one-button.ts'
import { OFFICE } from '../words.ts'
import { changeMeeting } from './change-meeting.ts'
import { boardForm, itemForm, meetingForm } from './form.ts'
import { addBoard, addItem, addMeeting, changeItem, removeItem } from './keep-meeting.ts'
import { boardPage, changeMeetingPage, dateOfMeetingPage, itemPage, meetingsPage } from './list.page.ts'
import { meetingPage } from './meeting.page.ts'
import { publishedAgendaOf, publishMeeting } from '../agendas/publish-meeting.ts'
import { getBoard, getItem, getMeeting, listBoards, listItems, listMeetings, takenOnTo } from './queries.ts'

export const meetingScreens = [
  screen('/meetings', {
    action: 'see the meetings',
    roles: OFFICE,
    show: async (ctx) => meetingsPage(await listBoards(ctx), await listMeetings(ctx), ctx.today),
  }),
  screen('/boards/add', {
    action: 'add a board',
    roles: OFFICE,
    form: boardForm,
    start: () => ({ is_panel: false }),
    show: (_, __, form) => boardPage(form),
    save: async (ctx, _, values) =>
      goTo(`/boards/${await addBoard(ctx, values)}/meetings/add`, 'Board added: now add its next date'),
  }),
  screen('/boards/:board_id/meetings/add', {
    action: 'add a date of a meeting',
    roles: OFFICE,
    form: meetingForm,
    show: async (ctx, { board_id }, form) => dateOfMeetingPage(await getBoard(ctx, board_id), form),
    save: async (ctx, { board_id }, values) =>
      goTo(`/meetings/${await addMeeting(ctx, board_id, values)}`, 'Meeting added'),
  }),
  screen('/meetings/:meeting_id', {
    action: 'see a meeting',
    roles: OFFICE,
    show: async (ctx, { meeting_id }) => {
      const meeting = await getMeeting(ctx, meeting_id)
      return meetingPage({
        meeting,
        items: await listItems(ctx, meeting_id),
        decisions: await decisionsOf(ctx, meeting_id),
        actions: await actionsOf(ctx, meeting_id),
        taken_on: await takenOnTo(ctx, meeting_id),
        earlier: await actionsBefore(ctx, meeting),
        published: await publishedAgendaOf(ctx, meeting_id),
        area_code: ctx.actor.area_code,
        today: ctx.today,
      })
    },
  }),
  screen('/meetings/:meeting_id/change', {
    action: 'change a meeting',
    roles: OFFICE,
    form: meetingForm,
    start: async (ctx, { meeting_id }) => {
      const { meets_on, papers_due_on, starts_at, place } = await getMeeting(ctx, meeting_id)
      return { meets_on, papers_due_on, starts_at, place }
    },
    show: async (ctx, { meeting_id }, form) => changeMeetingPage(await getMeeting(ctx, meeting_id), form),
    save: async (ctx, { meeting_id }, values) => {
      await changeMeeting(ctx, meeting_id, values)
      return goTo(`/meetings/${meeting_id}`, 'Meeting changed')
    },
  }),
  screen('/meetings/:meeting_id/items/add', {
    action: 'add an item to an agenda',
    roles: OFFICE,
    form: itemForm,
    start: async (ctx, { meeting_id }) => ({
      number: Math.max(0, ...(await listItems(ctx, meeting_id)).map(({ number }) => number)) + 1,
      is_public: true,
    }),
    show: async (ctx, { meeting_id }, form) =>
      itemPage('Add an item', await getMeeting(ctx, meeting_id), await listPapers(ctx), form),
    save: async (ctx, { meeting_id }, values) => {
      await addItem(ctx, meeting_id, values)
      return goTo(`/meetings/${meeting_id}`, 'Item added')
    },
  }),
  screen('/agenda-items/:agenda_item_id/change', {
    action: 'change an item of an agenda',
    roles: OFFICE,
    form: itemForm,
    start: async (ctx, { agenda_item_id }) => {
      const { number, title, paper_id, is_public, ground, because } = await getItem(ctx, agenda_item_id)
      return { number, title, paper_id, is_public, ground: ground as never, because }
    },
    show: async (ctx, { agenda_item_id }, form) => {
      const { meeting_id } = await getItem(ctx, agenda_item_id)
      const remove = `/agenda-items/${agenda_item_id}/remove`
      return itemPage(
        'Change an item',
        await getMeeting(ctx, meeting_id),
        await listPapers(ctx),
        form,
        remove,
      )
    },
    save: async (ctx, { agenda_item_id }, values) =>
      goTo(`/meetings/${await changeItem(ctx, agenda_item_id, values)}`, 'Item changed'),
  }),
  oneButton('/agenda-items/:agenda_item_id/remove', {
    action: 'take an item off an agenda',
    roles: OFFICE,
    take: async (ctx, agenda_item_id) => `/meetings/${await removeItem(ctx, agenda_item_id)}`,
    said: 'Taken off the agenda',
    ways: (agenda_item_id) => [
      { href: `/agenda-items/${agenda_item_id}/change`, text: 'The item' },
      { href: '/meetings', text: 'Meetings' },
    ],
  }),
  oneButton('/meetings/:meeting_id/publish', {
    action: 'publish an agenda',
    roles: OFFICE,
    take: async (ctx, meeting_id) => {
      await publishMeeting(ctx, meeting_id)
      return `/meetings/${meeting_id}`
    },
    said: 'Agenda published',
    ways: (meeting_id) => [{ href: `/meetings/${meeting_id}`, text: 'The meeting' }],
  }),
]
