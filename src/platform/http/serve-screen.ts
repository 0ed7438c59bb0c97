import type { Context } from 'hono'
import type { Actor } from '../act.ts'
import { CSRF_FIELD } from '../design-system/index.ts'
import { Invalid, NotAllowed } from '../errors.ts'
import type { Body } from '../forms/index.ts'
import type { HttpOptions } from './app.ts'
import { readForm } from './read-form.ts'
import type { Render } from './render.ts'
import type { Answer, Screen } from './screen.ts'
import { isFormToken, say, type Shown } from './session-cookie.ts'
import { whoCame } from './who-came.ts'

type Filler = {
  fill: (content?: { body?: Body; values?: object; messages?: Record<string, string> }) => never
  read: (body: Body, today: string) => never
  fields: Record<string, unknown>
}

/**
 * GET: visit, roles, one transaction that can change nothing, `show`. POST: the same, then `form.read`, `save` and a redirect; refused, the same page
 * comes back with 422, what was typed, the summary and the messages.
 */
export async function serveScreen(
  c: Context,
  screen: Screen,
  options: HttpOptions,
  render: Render,
): Promise<Response> {
  const came = await whoCame(c, screen, options)
  if (!came?.actor) return c.redirect(`${options.signInUrl}?next=${encodeURIComponent(c.req.path)}`, 303)
  const { actor, shown, visit } = came
  const params = c.req.param() as Record<string, string>
  const form = screen.form as unknown as Filler | undefined
  const respond = (answer: Answer, extra: { status?: number; errors?: Record<string, string> } = {}) =>
    toResponse(c, answer, options, render, {
      actor,
      shown,
      ...extra,
      ...(form ? { fields: form.fields } : {}),
    })

  const reading = { ...visit, reads: true }
  if (c.req.method !== 'POST') {
    return respond(
      await options.act(actor, reading, async (ctx) => {
        const values = await screen.start?.(ctx, params)
        return screen.show(ctx, params, (form?.fill(values ? { values } : {}) ?? {}) as never)
      }),
    )
  }
  const body = await readForm(c)
  if (!isFormToken(options.secret, shown, body[CSRF_FIELD]))
    throw new NotAllowed('This form was not sent from its own page')
  try {
    return respond(
      await options.act(actor, screen.asks ? reading : visit, async (ctx) =>
        screen.save!(ctx, params, (form ? form.read(body, ctx.today) : body) as never),
      ),
    )
  } catch (error) {
    if (!(error instanceof Invalid) || !form) throw error
    const { messages } = error
    const again = await options.act(actor, reading, async (ctx) =>
      screen.show(ctx, params, form.fill({ body, messages })),
    )
    return respond(again, { status: 422, errors: messages })
  }
}

type Extra = {
  status?: number
  errors?: Record<string, string>
  actor: Actor
  shown: Shown | undefined
  fields?: Record<string, unknown>
}

function toResponse(
  c: Context,
  answer: Answer,
  options: HttpOptions,
  render: Render,
  extra: Extra,
): Response {
  if (answer instanceof Response) return answer
  if (answer.kind === 'page') return render(c, answer, { ...extra, onlyPage: true })
  if (answer.said) say(c, options.origin, answer.said)
  return c.redirect(answer.url, 303)
}
