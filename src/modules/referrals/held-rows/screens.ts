import { isId } from '#platform/act.ts'
import { Invalid } from '#platform/errors.ts'
import { goTo, notDone, route, screen } from '#platform/http/screen.ts'
import { INTAKE_ROLES } from '../words.ts'
import { askSender } from '../receipts/ask-sender.ts'
import { closeHeldRow } from './close-held-row.ts'
import { correctHeldRow, startOf } from './correct-held-row.ts'
import { decideAgain } from './decide-again.ts'
import { askForm, closeForm, correctForm } from './form.ts'
import { askPage, closePage, correctPage, heldRowPage, heldRowsPage, isHeldResult } from './pages.ts'
import { getHeldRow, listHeldRows, stepsOf } from './queries.ts'
import { releaseHeldRow } from './release-held-row.ts'

export const heldRowScreens = [
  screen('/held-rows', {
    action: 'see the rows that wait',
    roles: INTAKE_ROLES,
    show: async (ctx) => {
      const result = isHeldResult(ctx.query.result) ? ctx.query.result : undefined
      const after = ctx.query.after && isId(ctx.query.after) ? ctx.query.after : undefined
      return heldRowsPage(await listHeldRows(ctx, after, result), result)
    },
  }),
  screen('/held-rows/:held_row_id', {
    action: 'look at a held row',
    roles: INTAKE_ROLES,
    show: async (ctx, { held_row_id }) => {
      const row = await getHeldRow(ctx, held_row_id)
      const now = row.settled_as ? undefined : await decideAgain(ctx, row)
      return heldRowPage({ row, steps: await stepsOf(ctx, held_row_id), now: now?.decision })
    },
  }),
  screen('/held-rows/:held_row_id/correct', {
    action: 'put a held row right',
    roles: INTAKE_ROLES,
    form: correctForm,
    stored: true,
    start: async (ctx, { held_row_id }) => startOf(await getHeldRow(ctx, held_row_id)),
    show: async (ctx, { held_row_id }, form) => correctPage(await getHeldRow(ctx, held_row_id), form),
    save: async (ctx, { held_row_id }, corrected) => {
      await correctHeldRow(ctx, held_row_id, corrected)
      return goTo(`/held-rows/${held_row_id}`, 'The row is put right')
    },
  }),
  screen('/held-rows/:held_row_id/ask', {
    action: 'ask the sender about a held row',
    roles: INTAKE_ROLES,
    form: askForm,
    draft: true,
    show: async (ctx, { held_row_id }, form) => askPage(await getHeldRow(ctx, held_row_id), form),
    save: async (ctx, { held_row_id }, { question }) => {
      await askSender(ctx, held_row_id, question)
      return goTo(`/held-rows/${held_row_id}`, 'The question is sent')
    },
  }),
  screen('/held-rows/:held_row_id/close', {
    action: 'close a held row',
    roles: INTAKE_ROLES,
    form: closeForm,
    draft: true,
    show: async (ctx, { held_row_id }, form) => closePage(await getHeldRow(ctx, held_row_id), form),
    save: async (ctx, { held_row_id }, { because, note }) => {
      await closeHeldRow(ctx, held_row_id, because, note)
      return goTo('/held-rows', 'The row is closed')
    },
  }),
  route({
    method: 'POST',
    url: '/held-rows/:held_row_id/release',
    action: 'release a held row',
    roles: INTAKE_ROLES,
    handle: async (c, { act, body, goTo: to }) => {
      await body()
      const held_row_id = c.req.param('held_row_id')!
      try {
        return to(
          `/referrals/${await act((ctx) => releaseHeldRow(ctx, held_row_id))}`,
          'Released: it is a referral now',
        )
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return to(`/held-rows/${held_row_id}`, notDone(error.message))
      }
    },
  }),
]
