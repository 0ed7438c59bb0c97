import { goTo, screen } from '#platform/http/screen.ts'
import { getItem, getMeeting, listMeetings } from '../meetings/queries.ts'
import { OFFICE } from '../words.ts'
import { sendToPanel } from './covering-note.ts'
import { actionForm, decisionForm, progressForm, toPanelForm } from './form.ts'
import { actionPage, correctDecisionPage, decisionPage, progressPage, toPanelPage } from './forms.page.ts'
import { getAction, getDecision } from './queries.ts'
import { correctDecision, recordAction, recordDecision, tellProgress } from './record-decision.ts'

export const decisionScreens = [
  screen('/agenda-items/:agenda_item_id/decision', {
    action: 'record a decision of a meeting',
    roles: OFFICE,
    form: decisionForm,
    start: async (ctx, { agenda_item_id }) => ({
      decided_by: 'The Commissioner',
      is_public: (await getItem(ctx, agenda_item_id)).is_public,
    }),
    show: async (ctx, { agenda_item_id }, form) => decisionPage(await getItem(ctx, agenda_item_id), form),
    save: async (ctx, { agenda_item_id }, values) =>
      goTo(`/meetings/${await recordDecision(ctx, agenda_item_id, values)}`, 'Decision recorded'),
  }),
  screen('/decisions/:decision_id/correct', {
    action: 'correct a decision of a meeting',
    roles: OFFICE,
    form: decisionForm,
    start: async (ctx, { decision_id }) => {
      const { words, decided_by, is_public } = await getDecision(ctx, decision_id)
      return { words, decided_by, is_public }
    },
    show: async (ctx, { decision_id }, form) => {
      const { agenda_item_id } = await getDecision(ctx, decision_id)
      return correctDecisionPage(await getItem(ctx, agenda_item_id), form)
    },
    save: async (ctx, { decision_id }, values) =>
      goTo(`/meetings/${await correctDecision(ctx, decision_id, values)}`, 'Decision corrected'),
  }),
  screen('/agenda-items/:agenda_item_id/action', {
    action: 'record an action of a meeting',
    roles: OFFICE,
    form: actionForm,
    show: async (ctx, { agenda_item_id }, form) => actionPage(await getItem(ctx, agenda_item_id), form),
    save: async (ctx, { agenda_item_id }, values) =>
      goTo(`/meetings/${await recordAction(ctx, agenda_item_id, values)}`, 'Action recorded'),
  }),
  screen('/meeting-actions/:meeting_action_id/progress', {
    action: 'tell what became of an action',
    roles: OFFICE,
    form: progressForm,
    show: async (ctx, { meeting_action_id }, form) =>
      progressPage(await getAction(ctx, meeting_action_id), form),
    save: async (ctx, { meeting_action_id }, values) =>
      goTo(`/meetings/${await tellProgress(ctx, meeting_action_id, values)}`, 'Kept'),
  }),
  screen('/agenda-items/:agenda_item_id/to-panel', {
    action: 'send a paper on to the Panel',
    roles: OFFICE,
    form: toPanelForm,
    show: async (ctx, { agenda_item_id }, form) => {
      const item = await getItem(ctx, agenda_item_id)
      const { meets_on } = await getMeeting(ctx, item.meeting_id)
      const panel = (await listMeetings(ctx)).filter((one) => one.is_panel && one.meets_on >= meets_on)
      return toPanelPage(item, panel, form)
    },
    save: async (ctx, { agenda_item_id }, values) =>
      goTo(`/papers/${await sendToPanel(ctx, agenda_item_id, values)}`, 'Covering note written'),
  }),
]
