import { html, link, page } from '#platform/design-system/index.ts'
import type { Ctx } from '#platform/act.ts'
import { Invalid } from '#platform/errors.ts'
import { route, type Roles, type Route } from '#platform/http/screen.ts'

type Way = { href: string; text: string }
type Does = {
  action: string
  roles: Roles
  /** What is done; returns where it leads. `sent` has what the button sent with it. */
  take: (ctx: Ctx, id: string, sent: Record<string, string | string[]>) => Promise<string>
  said: string
  /** Where what stands in the way can be put right: offered when it is refused. */
  ways: (id: string) => readonly Way[]
}

/** A button that does one thing, with no form of its own. Refused, it says why, and leads to where that is put right. */
export const oneButton = (url: string, { action, roles, take, said, ways }: Does): Route =>
  route({
    method: 'POST',
    url,
    action,
    roles,
    handle: async (c, { act, body, goTo, render }) => {
      const sent = await body()
      const [id = ''] = Object.values(c.req.param() as Record<string, string>)
      try {
        return goTo(await act((ctx) => take(ctx, id, sent)), said)
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return render(refusedPage(Object.values(error.messages), ways(id)), { status: 422 })
      }
    },
  })

const refusedPage = (messages: readonly string[], ways: readonly Way[]) =>
  page(
    { title: 'That could not be done' },
    html`${messages.map((message) => html`<p class="govuk-body">${message}</p>`)}
    <p class="govuk-body">Nothing was changed.</p>
    <ul class="govuk-list">${ways.map(({ href, text }) => html`<li>${link(text, href)}</li>`)}</ul>`,
  )

/** Where somebody puts right what keeps a paper from its next step. */
export const waysOfPaper = (paper_id: string): Way[] => [
  { href: `/papers/${paper_id}`, text: 'The paper' },
  { href: `/papers/${paper_id}/review`, text: 'Review: comments and its way so far' },
  { href: `/papers/${paper_id}/checks`, text: 'Check before publishing' },
]
