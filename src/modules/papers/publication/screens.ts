import { goTo, route, screen } from '#platform/http/screen.ts'
import { getPaper } from '../drafts/queries.ts'
import { citable } from '../reviews/paragraphs.ts'
import { OFFICE } from '../words.ts'
import { publishForm, redactionForm, tellForm, withdrawForm } from './form.ts'
import {
  publicVersionPage,
  publishPage,
  redactionPage,
  tellPage,
  withdrawPage,
} from './public-version.page.ts'
import { obstacles, publishPaper, withdrawPublication } from './publish-paper.ts'
import { toPublish } from './queries.ts'
import { liftRedaction, redactPaper } from './redact-paper.ts'
import { tellRestatement, untoldOf, untoldRestatements } from './tell-restatement.ts'

export const publicationScreens = [
  screen('/papers/:paper_id/public-version', {
    action: 'see the public version of a paper',
    roles: OFFICE,
    show: async (ctx, { paper_id }) => {
      const ready = await toPublish(ctx, paper_id)
      return publicVersionPage(
        ready,
        await obstacles(ctx, ready),
        await untoldRestatements(ctx, paper_id),
        ctx.actor.area_code,
      )
    },
  }),
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
  route({
    method: 'POST',
    url: '/redactions/:redaction_id/lift',
    action: 'put back what was redacted',
    roles: OFFICE,
    handle: async (c, { act, body, goTo }) => {
      await body()
      const paper_id = await act((ctx) => liftRedaction(ctx, c.req.param('redaction_id') ?? ''))
      return goTo(`/papers/${paper_id}/public-version`, 'Put back')
    },
  }),
  screen('/papers/:paper_id/publish', {
    action: 'publish a paper',
    roles: OFFICE,
    form: publishForm,
    start: async (ctx, { paper_id }) => {
      const correction = await ctx.db
        .selectFrom('papers.correction')
        .select('because')
        .where('paper_id', '=', paper_id)
        .executeTakeFirst()
      return { because: correction?.because ?? null }
    },
    show: async (ctx, { paper_id }, form) => publishPage(await toPublish(ctx, paper_id), form),
    save: async (ctx, { paper_id }, { because }) => {
      await publishPaper(ctx, paper_id, because)
      return goTo(`/papers/${paper_id}/public-version`, 'Published')
    },
  }),
  screen('/papers/:paper_id/restatements/:figure', {
    action: 'tell the public that a figure changed',
    roles: OFFICE,
    form: tellForm,
    show: async (ctx, { paper_id, figure }, form) =>
      tellPage(await getPaper(ctx, paper_id), await untoldOf(ctx, paper_id, figure), form),
    save: async (ctx, { paper_id, figure }, { because }) => {
      await tellRestatement(ctx, paper_id, figure, because)
      return goTo(`/papers/${paper_id}/public-version`, 'The public is told')
    },
  }),
  screen('/papers/:paper_id/withdraw', {
    action: 'withdraw a publication',
    roles: OFFICE,
    form: withdrawForm,
    show: async (ctx, { paper_id }, form) => withdrawPage(await toPublish(ctx, paper_id), form),
    save: async (ctx, { paper_id }, { version, because }) => {
      await withdrawPublication(ctx, paper_id, because, version)
      return goTo(`/papers/${paper_id}/public-version`, 'Withdrawn')
    },
  }),
]
