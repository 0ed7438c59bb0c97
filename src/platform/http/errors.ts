import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { html, page, type Page } from '../design-system/index.ts'
import { Invalid, NotAllowed, NotFound, NotOwnPage } from '../errors.ts'
import type { Render, RenderOptions } from './render.ts'

const notFoundPage = () =>
  page(
    { title: 'Page not found' },
    html`<p class="govuk-body">If you typed the address, check it is right.</p>
    <p class="govuk-body">If you followed a link, the record may be held by a team that you are not in, or may never have been here.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  )

const otherMethodPage = () =>
  page(
    { title: 'This address does not do that' },
    html`<p class="govuk-body">Nothing was changed. Go back to the page you came from and try again.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  )

const notAllowedPage = () =>
  page(
    { title: 'Your role does not include this' },
    html`<p class="govuk-body">Nothing was changed. If you need this for your work, ask your team manager.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  )

const notOwnPage = () =>
  page(
    { title: 'Open the page again' },
    html`<p class="govuk-body">You signed in again after that page was opened, so nothing was changed. Open it again, then do what you meant to do.</p>
    <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`,
  )

const invalidPage = (messages: Record<string, string>) =>
  page(
    { title: 'That could not be done' },
    html`${Object.values(messages).map((message) => html`<p class="govuk-body">${message}</p>`)}
    <p class="govuk-body">Nothing was changed. Go back and try again.</p>`,
  )

const tooLargePage = () =>
  page(
    { title: 'That is too large' },
    html`<p class="govuk-body">Nothing was changed. Shorten what you sent and try again.</p>`,
  )

const defectPage = (visit_id: string) =>
  page(
    { title: 'Sorry, something went wrong' },
    html`<p class="govuk-body">Nothing was changed. Try again in a few minutes. If you were filling in a form, what you typed is there when you open it again.</p>
    ${visit_id ? html`<p class="govuk-body">If it happens again, tell whoever looks after Waymark this number: <strong>${visit_id}</strong></p>` : ''}`,
  )

const UNREADABLE = 'What was sent broke off or could not be read'

const wantsJson = (c: Context) =>
  c.req.path.startsWith('/api/') || c.req.header('accept') === 'application/json'

/** The answer to something refused or broken: the same for "not there" and "not there for you"; a defect is logged by visit id only. */
export function answerTo(error: Error, c: Context, render: Render, { log }: { log: Logger }): Response {
  const context = (c.get('whoCame') ?? {}) as RenderOptions & { visit_id?: string }
  const visit_id = context.visit_id ?? ''
  const say = (status: number, page: Page, words: object) =>
    wantsJson(c) ? c.json(words, status as 400) : render(c, page, { ...context, status })
  if (error instanceof NotFound) return say(404, notFoundPage(), { error: 'not found' })
  if (error instanceof NotOwnPage) return say(403, notOwnPage(), { error: error.message })
  if (error instanceof NotAllowed) return say(403, notAllowedPage(), { error: error.message })
  if (error instanceof Invalid)
    return say(422, invalidPage(error.messages), { error: 'refused', messages: error.messages })
  if (error instanceof HTTPException) {
    if (error.status === 413) return say(413, tooLargePage(), { error: 'too large' })
    if (error.status === 400) return say(400, invalidPage({ '': UNREADABLE }), { error: UNREADABLE })
    return say(error.status, notAllowedPage(), { error: 'refused' })
  }
  // Names of things only: a message from the database may hold somebody's name.
  const { code, table, constraint } = error as { code?: string; table?: string; constraint?: string }
  log.error(
    { visit_id, path: c.req.routePath, error: error.name, code, table, constraint, stack: placesOf(error) },
    'defect',
  )
  return say(500, defectPage(visit_id), { error: 'defect', visit_id })
}

const placesOf = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())

export const notFoundAnswer = (c: Context, render: Render): Response =>
  wantsJson(c)
    ? c.json({ error: 'not found' }, 404)
    : render(c, notFoundPage(), { ...(c.get('whoCame') as RenderOptions), status: 404 })

/** 405: the address is there for whoever came, by other methods. */
export function otherMethodAnswer(c: Context, render: Render, allowed: readonly string[]): Response {
  c.header('allow', allowed.join(', '))
  return wantsJson(c)
    ? c.json({ error: 'method not allowed' }, 405)
    : render(c, otherMethodPage(), { ...(c.get('whoCame') as RenderOptions), status: 405 })
}
