import { Invalid, refuse } from '#platform/errors.ts'
import type { Body } from '#platform/forms/index.ts'
import { route, screen } from '#platform/http/screen.ts'
import { PLAN_WRITERS } from '../words.ts'
import { importForm } from './form.ts'
import { getImport, keepImport, reviewPaper } from './keep-import.ts'
import { readDocx } from './read-docx.ts'
import { readPlanText } from './read-plan-text.ts'
import { importPage, reviewPage } from './review.page.ts'

export const importScreens = [
  screen('/plan-imports/start', {
    action: 'read a paper in',
    roles: PLAN_WRITERS,
    form: importForm,
    show: (_, __, form) => importPage(form),
  }),
  route({
    method: 'POST',
    url: '/plan-imports/start',
    action: 'read a paper in',
    roles: PLAN_WRITERS,
    handle: async (_, { act, body, goTo, render }) => {
      const sent = (await body()) as Body & { file?: unknown }
      try {
        const { name, text } = importForm.read(sent, '')
        const file = sent.file
        const source =
          file instanceof File && file.size > 0 ? readDocx(new Uint8Array(await file.arrayBuffer())) : text
        if (!source) refuse('text', 'Choose a Word file, or paste the text of the paper')
        return goTo(`/plan-imports/${await act((ctx) => reviewPaper(ctx, name, source))}`)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        const { messages } = error
        const page = importPage(importForm.fill({ body: sent, messages }), messages.file)
        return render(page, { status: 422, errors: messages, fields: importForm.fields })
      }
    },
  }),
  screen('/plan-imports/:plan_import_id', {
    action: 'review what was read from a paper',
    roles: PLAN_WRITERS,
    show: async (ctx, { plan_import_id }) => {
      const review = await getImport(ctx, plan_import_id)
      return reviewPage(review, readPlanText(review.source_text))
    },
  }),
  route({
    method: 'POST',
    url: '/plan-imports/:plan_import_id/keep',
    action: 'keep what was read from a paper',
    roles: PLAN_WRITERS,
    handle: async (c, { act, body, goTo }) => {
      await body()
      const plan_import_id = c.req.param('plan_import_id') ?? ''
      try {
        const cycle_id = await act((ctx) => keepImport(ctx, plan_import_id))
        return goTo(`/plan-cycles/${cycle_id}`, 'Kept. Each record says where it was read from.')
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return goTo(`/plan-imports/${plan_import_id}`, Object.values(error.messages).join(' '))
      }
    },
  }),
]
