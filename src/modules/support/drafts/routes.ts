import { route } from '#platform/http/screen.ts'
import { textOf } from '#platform/forms/field.ts'
import { CASEWORK_ROLES } from '../words.ts'
import { dropDraft, keepDraft } from './keep-draft.ts'

/** Where a form sends what is typed so far: the script as it is typed, the button "Save draft" when it is pressed. */
export const draftRoutes = [
  route({
    method: 'POST',
    url: '/drafts',
    action: 'keep a draft',
    roles: CASEWORK_ROLES,
    handle: async (c, tools) => {
      const body = await tools.body()
      const url = textOf(body._url)
      await tools.act((ctx) => keepDraft(ctx, url, body))
      if (c.req.header('accept') === 'application/json') return c.body(null, 204)
      return tools.goTo(url, 'Draft saved')
    },
  }),
  route({
    method: 'POST',
    url: '/drafts/discard',
    action: 'discard a draft',
    roles: CASEWORK_ROLES,
    handle: async (_, tools) => {
      const url = textOf((await tools.body())._url)
      await tools.act((ctx) => dropDraft(ctx, url))
      return tools.goTo(/^\/[\w-]+(\/[\w-]+)*$/.test(url) ? url : '/my-day', 'Draft discarded')
    },
  }),
]
