import { FIGURE_READERS } from '#access'
import { hasRole, type Ctx } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { getDeliverable } from '../deliverables/queries.ts'
import { getPlan } from '../plans/queries.ts'
import { PLAN_WRITERS } from '../words.ts'
import { answerPage, requestsPage, writePage } from './answer.page.ts'
import {
  type AboutPeriod,
  figureChoices,
  type FigureSource,
  findFigures,
  type SourcedFigure,
} from './figures-in-text.ts'
import { answerForm, updateForm } from './form.ts'
import { answersTo, getRequest, listMyRequests, listUpdates } from './queries.ts'
import { answerRequest, periodFor, sourcedFor, writeUpdate } from './write-update.ts'

/** The text after the button "Put the figure in": the figure's name stands at its end, in braces. */
const withFigure = ({
  words,
  figure,
  then,
}: {
  words: string
  figure: string | null
  then: string | null
}) => (then === 'insert' && figure ? `${words} {{ ${figure} }}` : words)

export const updateScreens = (source: FigureSource) => {
  const editing = async (
    ctx: Ctx,
    text: string | undefined,
    about: AboutPeriod,
    sourced: readonly SourcedFigure[],
  ) => ({
    choices: figureChoices(source.measures, about, sourced),
    preview: text ? await findFigures(ctx, source, text, about, sourced) : undefined,
    plain: !hasRole(ctx.actor, FIGURE_READERS),
  })
  const answering = async (ctx: Ctx, update_request_id: string, text?: string) => {
    const asked = await getRequest(ctx, update_request_id)
    const about = { from: asked.period_from, to: asked.period_to, year_from: asked.year_from }
    return {
      asked,
      editing: await editing(ctx, text, about, await sourcedFor(ctx, asked.deliverable_id)),
      sent: await answersTo(ctx, update_request_id),
    }
  }
  const writing = async (ctx: Ctx, deliverable_id: string, text?: string) => {
    const one = await getDeliverable(ctx, deliverable_id)
    const { about } = await periodFor(ctx, deliverable_id, ctx.today)
    const updates = await listUpdates(ctx, deliverable_id)
    return { one, updates, editing: await editing(ctx, text, about, await sourcedFor(ctx, deliverable_id)) }
  }
  return [
    screen('/update-requests', {
      action: 'see the updates you are asked for',
      roles: 'everyone',
      show: async (ctx) => requestsPage(await listMyRequests(ctx), ctx.today),
    }),
    screen('/update-requests/:update_request_id', {
      action: 'answer a request for an update',
      roles: 'everyone',
      form: answerForm,
      show: async (ctx, { update_request_id }, form) => {
        const { asked, editing: shown, sent } = await answering(ctx, update_request_id)
        return answerPage(asked, form, shown, sent)
      },
      save: async (ctx, { update_request_id }, values) => {
        if (values.then) {
          const words = withFigure(values)
          const { asked, editing: shown, sent } = await answering(ctx, update_request_id, words)
          return answerPage(
            asked,
            answerForm.fill({ values: { ...values, words, figure: null } }),
            shown,
            sent,
          )
        }
        await answerRequest(ctx, source, update_request_id, values)
        return goTo('/update-requests', 'Sent. Thank you.')
      },
    }),
    screen('/deliverables/:deliverable_id/updates/write', {
      action: 'write an update',
      roles: PLAN_WRITERS,
      form: updateForm,
      start: (ctx) => ({ dated_on: ctx.today }),
      show: async (ctx, { deliverable_id }, form) => {
        const { one, updates, editing: shown } = await writing(ctx, deliverable_id)
        return writePage(await getPlan(ctx, one.plan_id), one, form, updates, shown)
      },
      save: async (ctx, { deliverable_id }, values) => {
        if (values.then) {
          const words = withFigure(values)
          const { one, updates, editing: shown } = await writing(ctx, deliverable_id, words)
          return writePage(
            await getPlan(ctx, one.plan_id),
            one,
            updateForm.fill({ values: { ...values, words, figure: null } }),
            updates,
            shown,
          )
        }
        await writeUpdate(ctx, source, deliverable_id, values)
        return goTo(`/deliverables/${deliverable_id}`, 'Kept')
      },
    }),
  ]
}
