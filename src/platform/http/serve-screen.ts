import type { Context } from 'hono'
import { type Actor, type Ctx, newId } from '../act.ts'
import { CSRF_FIELD, SEEN_FIELD, type Frame, type Page } from '../design-system/index.ts'
import { Invalid, NotAllowed, NotFound, NotOwnPage } from '../errors.ts'
import { type Body, seenOf, textOf, withChangesOfOthers, withoutSecrets } from '../forms/index.ts'
import { momentInWords } from '../words/dates.ts'
import type { HttpOptions } from './app.ts'
import { readForm } from './read-form.ts'
import type { Render } from './render.ts'
import { saveOnce, sendingKey, SentBefore } from './save-once.ts'
import type { Answer, Screen } from './screen.ts'
import { giveUnsent, isFormToken, isUnsent, say, type Shown } from './session-cookie.ts'
import { isTokenLike, SIGNED_IN_AGAIN } from './signed-in-again.ts'
import { signInFirst } from './sign-in-first.ts'
import { whoCame } from './who-came.ts'

type Filler = {
  fill: (content?: { body?: Body; values?: object; messages?: Record<string, string> }) => never
  read: (body: Body, today: string) => Record<string, unknown>
  fields: Record<string, unknown>
}

/**
 * GET: visit, roles, one transaction that can change nothing, `show`. POST: the same, then `form.read`, `save` and a redirect; refused, the same page
 * comes back with 422, what was typed, the summary and the messages. What was typed is not lost when the session ended meanwhile, when somebody
 * signed in anew or when saving failed; the same form sent twice is saved once; and nobody saves over what somebody else saved meanwhile.
 */
export async function serveScreen(
  c: Context,
  screen: Screen,
  options: HttpOptions,
  render: Render,
): Promise<Response> {
  const came = await whoCame(c, screen, options)
  if (!came?.actor) return signInFirst(c, screen.asks ? undefined : screen.form?.fields, options)
  const { actor, shown, visit } = came
  const params = c.req.param() as Record<string, string>
  const form = screen.form as unknown as Filler | undefined
  const typing = form && !screen.asks ? options.typing : undefined
  const { path } = c.req
  const mayWait = typing && (screen.draft || isUnsent(c, options.origin, path))
  const page: Pick<Frame, 'once' | 'seen' | 'draft'> = { once: newId() }
  const respond = (answer: Answer, extra: { status?: number; errors?: Record<string, string> } = {}) =>
    toResponse(c, answer, options, render, {
      actor,
      shown,
      ...extra,
      ...(form ? { fields: form.fields } : {}),
      frame: page,
    })
  const draftOf = (restored?: Date) =>
    typing && {
      url: path,
      discard: `${typing.url}/discard`,
      ...(screen.draft ? { keep: typing.url } : {}),
      ...(restored ? { restored: momentInWords(restored) } : {}),
    }

  const reading = { ...visit, reads: true }
  const { method } = c.req
  if (method !== 'POST')
    return respond(
      await options.act(actor, reading, async (ctx) => {
        const values = await screen.start?.(ctx, params)
        const waits = mayWait ? await typing.find(ctx, path) : undefined
        const before = textOf(waits?.fields[SEEN_FIELD])
        Object.assign(page, {
          draft: draftOf(waits?.saved_at),
          ...(screen.stored && form ? { seen: before || seenOf(form as never, values) } : {}),
        })
        const content = waits ? { body: waits.fields } : values ? { values } : {}
        return screen.show(ctx, params, (form?.fill(content) ?? {}) as never)
      }),
    )

  const body = await readForm(c)
  let seen = textOf(body[SEEN_FIELD])
  const showAgain = async (messages: Record<string, string>) => {
    Object.assign(page, { draft: draftOf(), ...(seen ? { seen } : {}) })
    const again = await options.act(actor, reading, async (ctx) =>
      screen.show(ctx, params, form!.fill({ body, messages })),
    )
    return respond(again, { status: 422, errors: messages })
  }
  if (!isFormToken(options.secret, shown, body[CSRF_FIELD])) {
    // A token of an earlier session of the same browser: whoever typed it is asked again, and nothing is lost.
    if (form && isTokenLike(body[CSRF_FIELD])) return showAgain({ '': SIGNED_IN_AGAIN })
    throw new NotOwnPage()
  }
  // A file is not among what was read here, so that two files would look like one sending.
  const hasFile = c.req.header('content-type')?.startsWith('multipart/')
  const key = typing && !hasFile ? sendingKey(path, body) : undefined
  try {
    return respond(
      await options.act(actor, screen.asks ? reading : visit, (ctx) =>
        saveOnce(ctx, typing, key, async () => {
          const values = form ? await read(ctx) : body
          const answer = await screen.save!(ctx, params, values as never)
          if (mayWait && !isPage(answer)) await typing.drop(ctx, path)
          if (mayWait && isPage(answer) && !answer.begins) await typing.keep(ctx, path, kept())
          if (isPage(answer)) Object.assign(page, { draft: draftOf() })
          return answer
        }),
      ),
    )
  } catch (error) {
    const before =
      typing && key && (await options.act(actor, reading, (ctx) => typing.answerBefore(ctx, key)))
    if (before) return respond(before)
    // Whoever is refused may have to look something up on another page first.
    if (typing && (isDefect(error) || (screen.draft && error instanceof Invalid))) await keepTyped()
    if (error instanceof Invalid && form) return showAgain(error.messages)
    throw error
  }

  async function read(ctx: Ctx): Promise<object> {
    const values = form!.read(body, ctx.today)
    if (!screen.stored || !seen) return values
    const now = await screen.start?.(ctx, params)
    const both = withChangesOfOthers(form as never, seen, body, values, now)
    seen = both.seen
    if (Object.keys(both.messages).length > 0) throw new Invalid(both.messages)
    return both.values
  }

  function kept(): Body {
    return withoutSecrets(body, form!.fields as never)
  }

  async function keepTyped() {
    await options
      .act(actor, visit, (ctx) => typing!.keep(ctx, path, kept()))
      .then(() => giveUnsent(c, options.origin, path))
      .catch(() => {})
  }
}

/** Nothing is saved yet: there is something to decide first. */
const isPage = (answer: Answer): answer is Page => 'kind' in answer && answer.kind === 'page'
/** Nothing that was told to whoever sent it: a fault of ours, or of the database. */
const isDefect = (error: unknown) =>
  ![SentBefore, NotFound, NotAllowed, Invalid].some((told) => error instanceof told)

type Extra = {
  status?: number
  errors?: Record<string, string>
  actor: Actor
  shown: Shown | undefined
  fields?: Record<string, unknown>
  frame: Pick<Frame, 'once' | 'seen' | 'draft'>
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
