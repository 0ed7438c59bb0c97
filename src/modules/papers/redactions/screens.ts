import { goTo, screen } from '#platform/http/screen.ts'
import { toPublish } from '../publication/queries.ts'
import { citable } from '../reviews/paragraphs.ts'
import { oneButton } from '../one-button.ts'
import { OFFICE } from '../words.ts'
import { redactionForm } from './form.ts'
import { liftRedaction, redactPaper } from './redact-paper.ts'
import { redactionPage } from './redaction.page.ts'

export const redactionScreens = [
  screen('/papers/:paper_id/redactions/add', {
    action: 'redact a paper',
    roles: OFFICE,
    form: redactionForm,
    show: async (ctx, { paper_id }, form) => {
      const { paper, signed } = await toPublish(ctx, paper_id)
      return redactionPage(paper, citable(signed), form)
    },
    save: async (ctx, { paper_id }, values) => {
      await redactPaper(ctx, paper_id, values)
      return goTo(`/papers/${paper_id}/public-version`, 'Taken out of the public version')
    },
  }),
  oneButton('/redactions/:redaction_id/lift', {
    action: 'put back what was redacted',
    roles: OFFICE,
    take: async (ctx, redaction_id) => `/papers/${await liftRedaction(ctx, redaction_id)}/public-version`,
    said: 'Put back',
    ways: () => [{ href: '/papers', text: 'Papers' }],
  }),
]
