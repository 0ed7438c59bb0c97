import { goTo, screen } from '#platform/http/screen.ts'
import { getPaper } from '../drafts/queries.ts'
import { OFFICE } from '../words.ts'
import { publishForm, tellForm, withdrawForm } from './form.ts'
import { publicVersionPage, publishPage, tellPage, withdrawPage } from './public-version.page.ts'
import { obstacles, publishPaper } from './publish-paper.ts'
import { toPublish } from './queries.ts'
import { tellRestatement, untoldOf, untoldRestatements } from './tell-restatement.ts'
import { withdrawPublication } from './withdraw-publication.ts'

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
    show: async (ctx, { paper_id }, form) => {
      const ready = await toPublish(ctx, paper_id)
      return publishPage(ready, await obstacles(ctx, ready), form)
    },
    save: async (ctx, { paper_id }, { read, because }) => {
      await publishPaper(ctx, paper_id, { read: read ?? '', because })
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
    save: async (ctx, { paper_id }, values) => {
      await withdrawPublication(ctx, paper_id, values)
      return goTo(`/papers/${paper_id}/public-version`, 'Withdrawn')
    },
  }),
]
