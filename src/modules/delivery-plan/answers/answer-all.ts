import { FIGURE_READERS } from '#access'
import { type Actor, type Ctx, hasRole } from '#platform/act.ts'
import { Invalid, refuse } from '#platform/errors.ts'
import type { Body } from '#platform/forms/index.ts'
import { route, type Route } from '#platform/http/screen.ts'
import { plural } from '#platform/words/plurals.ts'
import { levelWords } from '../level-words.ts'
import { answerAllPage, fieldsOf, type Typed } from './answer-all.page.ts'
import type { FigureSource } from '../updates/figures-in-text.ts'
import { answerForm } from '../updates/form.ts'
import { listMyRequests, type Request } from '../updates/queries.ts'
import { answerRequest } from '../updates/write-update.ts'

const ACTION = 'answer all requests for updates'

/** One page on which somebody answers everything that they are asked and have not answered. */
export const answerAllRoutes = (source: FigureSource): Route[] => {
  const plain = (actor: Actor | undefined) => !actor || !hasRole(actor, FIGURE_READERS)
  return [
    route({
      method: 'GET',
      url: '/update-requests/all',
      action: ACTION,
      roles: 'everyone',
      handle: async (_, { act, actor, render, unsent }) => {
        const requests = await act(waitingFor)
        const sent = (await unsent()) ?? {}
        const typed = typedIn(requests, sent)
        const page = { typed, messages: {}, plain: plain(actor), not_sent: noLongerAsked(requests, sent) }
        return render(answerAllPage(requests, page))
      },
    }),
    route({
      method: 'POST',
      url: '/update-requests/all',
      action: ACTION,
      roles: 'everyone',
      keeps: true,
      handle: async (_, { act, actor, body, goTo, render }) => {
        const sent = await body()
        const requests = await act(waitingFor)
        try {
          const count = await act((ctx) => answerAll(ctx, source, requests, sent))
          const { one, many } = levelWords(requests[0]?.level_words ?? {}).update
          return goTo('/update-requests', `${plural(count, one, many)} sent. Thank you.`)
        } catch (error) {
          if (!(error instanceof Invalid)) throw error
          const { messages } = error
          const fields = Object.fromEntries(
            Object.keys(messages).map((name) => [name, answerForm.fields.words]),
          )
          const page = answerAllPage(requests, {
            typed: typedIn(requests, sent),
            messages,
            plain: plain(actor),
            not_sent: noLongerAsked(requests, sent),
          })
          return render(page, { status: 422, errors: messages, fields })
        }
      },
    }),
  ]
}

const waitingFor = async (ctx: Ctx): Promise<Request[]> =>
  (await listMyRequests(ctx)).filter(({ answered_at }) => !answered_at)

const typedIn = (requests: readonly Request[], sent: Body): Typed =>
  Object.fromEntries(
    requests.map(({ update_request_id }) => {
      const names = fieldsOf(update_request_id)
      return [
        update_request_id,
        { words: [sent[names.words]].flat()[0] ?? '', suggests: [sent[names.suggests]].flat()[0] ?? '' },
      ]
    }),
  )

/** What was written for requests that wait no more: somebody answered first, or the cycle was closed while the page was open. */
const noLongerAsked = (requests: readonly Request[], sent: Body): string[] => {
  const waiting = new Set<string>(requests.map(({ update_request_id }) => fieldsOf(update_request_id).words))
  return Object.entries(sent)
    .filter(([name]) => name.startsWith(fieldsOf('').words) && !waiting.has(name))
    .map(([, words]) => ([words].flat()[0] ?? '').trim())
    .filter(Boolean)
}

/**
 * Answers each of these requests for which something is written, all or none: each a dated record of its own. Returns how many. Refuses where
 * nothing is written, what was written for a request that waits no more, a colour without words, and each answer that cannot be kept, by its
 * own field.
 */
async function answerAll(
  ctx: Ctx,
  source: FigureSource,
  requests: readonly Request[],
  sent: Body,
): Promise<number> {
  if (noLongerAsked(requests, sent).length > 0)
    refuse(
      '',
      'Nothing was sent: some of this was answered or closed meanwhile. Read it below, and send the rest.',
    )
  const messages: Record<string, string> = {}
  const answers = Object.entries(typedIn(requests, sent))
  const typed = answers.filter(([, { words }]) => words.trim() !== '')
  for (const [update_request_id, { words, suggests }] of answers)
    if (words.trim() === '' && suggests !== '')
      messages[fieldsOf(update_request_id).words] = 'Write what the colour rests on, or take the colour back'
  for (const [update_request_id, said] of typed)
    try {
      await answerRequest(ctx, source, update_request_id, answerForm.read(said, ctx.today))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      messages[fieldsOf(update_request_id).words] = Object.values(error.messages).join(' ')
    }
  const [first] = requests
  if (typed.length === 0 && first && Object.keys(messages).length === 0) {
    const { update } = levelWords(first.level_words)
    messages[fieldsOf(first.update_request_id).words] = `Write at least one ${update.one} before you send`
  }
  if (Object.keys(messages).length > 0) throw new Invalid(messages)
  return typed.length
}
