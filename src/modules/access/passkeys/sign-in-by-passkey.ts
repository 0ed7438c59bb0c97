import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server'
import type { Context } from 'hono'
import { found } from '#platform/errors.ts'
import { notDone, route, type Route, type RouteTools } from '#platform/http/screen.ts'
import { asMember, atTheDoor, atTheDoorOf, type DoorOptions } from '../accounts/at-the-door.ts'
import { listAreas } from '../areas/area-actors.ts'
import { beginAttempt, endAttempt } from '../attempts/begin-attempt.ts'
import { whereFrom } from '../attempts/where-from.ts'
import { finishSignIn } from '../sign-in/finish-sign-in.ts'
import { endStep, giveStep, openStep, readStep, shownStep } from '../sign-in/steps.ts'
import { readUserHandle, siteOf } from './passkey-rules.ts'

const NOT_KNOWN = 'That passkey is not known here, or was removed. Sign in another way'

/** Signing in by passkey: the browser asks for a challenge, and sends back what the authenticator made of it. */
export const passkeySignInRoutes = (options: DoorOptions): Route[] => [
  route({
    method: 'POST',
    url: '/sign-in/passkey/options',
    action: 'ask to sign in by passkey',
    roles: 'anyone',
    handle: async (c, tools) => {
      await tools.body()
      const { pools, act, origin } = options
      // Whose passkey it is, and of which area, is not known yet: the first area keeps the challenge.
      const door = await atTheDoor(pools, found((await listAreas(pools))[0]).code)
      const { rpID } = siteOf(origin)
      const asked = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
      const token = await act(door, tools.visit, (ctx) =>
        openStep(ctx, 'passkey', { challenge: asked.challenge }),
      )
      giveStep(c, origin, door.area_id, token)
      return c.json(asked)
    },
  }),
  route({
    method: 'POST',
    url: '/sign-in/passkey',
    action: 'sign in by passkey',
    roles: 'anyone',
    handle: (c, tools) => signIn(c, tools, options),
  }),
]

async function signIn(c: Context, tools: RouteTools, options: DoorOptions): Promise<Response> {
  const { pools, act } = options
  const body = await tools.body()
  const challenge = await takeChallenge(c, tools, options)
  const answer = readAnswer(body.answer) as AuthenticationResponseJSON | undefined
  const who = readUserHandle(answer?.response?.userHandle)
  const door = who && (await atTheDoorOf(pools, who.area_id))
  if (!challenge || !answer || !who || !door) return tools.goTo('/sign-in', notDone(NOT_KNOWN))

  const attempt_id = await act(door, tools.visit, (ctx) =>
    beginAttempt(ctx, 'passkey', whereFrom(c, options)),
  )
  if (!attempt_id)
    return tools.goTo('/sign-in', notDone('There were too many attempts. Wait 15 minutes, then try again'))
  const member = asMember(door, who.member_id)
  const right = await act(member, tools.visit, async (ctx) => {
    const kept = await ctx.db
      .selectFrom('access.passkey as k')
      .innerJoin('access.member as m', (join) =>
        join.onRef('m.area_id', '=', 'k.area_id').onRef('m.member_id', '=', 'k.member_id'),
      )
      .select(['k.passkey_id', 'k.public_key', 'k.counter', 'k.credential_id'])
      .where('k.credential_id', '=', answer.id)
      .where('m.left_at', 'is', null)
      .forUpdate('k')
      .executeTakeFirst()
    if (!kept) return false
    const counter = await newCounter(answer, challenge, kept, options.origin)
    if (counter === undefined) return false
    await ctx.db
      .updateTable('access.passkey')
      .set({ counter, last_used_at: ctx.now })
      .where('passkey_id', '=', kept.passkey_id)
      .execute()
    return true
  })
  if (!right) {
    await act(door, tools.visit, (ctx) => endAttempt(ctx, attempt_id, 'wrong'))
    return tools.goTo('/sign-in', notDone(NOT_KNOWN))
  }
  const { member_id } = who
  return finishSignIn(c, tools, options, {
    door,
    member_id,
    attempt_id,
    signed_in_by: 'passkey',
    next: typeof body.next === 'string' ? body.next : '/',
  })
}

/** The challenge this browser was given: good for one answer. */
export async function takeChallenge(
  c: Context,
  tools: RouteTools,
  options: DoorOptions,
  kind: 'passkey' | 'new-passkey' = 'passkey',
): Promise<string | undefined> {
  const shown = await shownStep(c, options)
  if (!shown) return undefined
  return options.act(shown.door, tools.visit, async (ctx) => {
    const step = await readStep<{ challenge: string }>(ctx, kind, shown.token)
    return step && (await endStep(ctx, step)) ? step.content.challenge : undefined
  })
}

/** What the browser sent as JSON; undefined when it is none. */
export function readAnswer(sent: unknown): object | undefined {
  try {
    const answer: unknown = JSON.parse(typeof sent === 'string' ? sent : '')
    return typeof answer === 'object' && answer !== null ? answer : undefined
  } catch {
    return undefined
  }
}

async function newCounter(
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
  kept: { credential_id: string; public_key: Buffer; counter: number },
  origin: string,
): Promise<number | undefined> {
  const { rpID, expectedOrigin } = siteOf(origin)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: { id: kept.credential_id, publicKey: new Uint8Array(kept.public_key), counter: kept.counter },
  }).catch(() => undefined) // a malformed or forged answer throws: it is a wrong answer, no defect
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined
}
