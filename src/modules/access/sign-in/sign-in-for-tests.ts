import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import { newId } from '#platform/act.ts'
import { testApp } from '../../../testing/cast.ts'
import { visitor, wordsOf } from '../../../testing/visitor.ts'
import { showOrganisation } from '../accounts/account-keys.ts'
import { inviteMember } from '../first-sign-in/invite-member.ts'

export const PASSWORD = 'violin gravel teapot'

/** What is typed on the sign-in page. */
export const typed = (email: string, password = PASSWORD) => ({ area: 'nottinghamshire', email, password })

/** The key that a page shows for an authenticator app, in base 32. */
export const shownKey = (text: string) => /app-code">([A-Z2-7 ]+)</.exec(text)?.[1]?.replaceAll(' ', '') ?? ''

/** The whole app with a clock that tests move, browsers that nobody is signed in to, and members who sign in for the first time. */
export async function signInTest() {
  let now = new Date()
  const t = await testApp({ clock: () => now })
  let addresses = 0
  const browser = (address = `192.0.2.${++addresses}`) => visitor(t.app, { address })
  const codeOf = (key: string) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: now.getTime() })

  /** The code that an administrator would hand over. */
  async function codeFor(name: string) {
    const someone = await t.as(name)
    const { actor_id: member_id, organisation_id } = someone.actor
    return someone.act(async (ctx) => {
      await showOrganisation(ctx, organisation_id)
      return (await inviteMember(ctx, t.secret, { member_id, organisation_id })).code
    })
  }

  /** Somebody signs in for the first time: their browser, the app's key, the code used and the recovery codes. */
  async function firstSignIn(name: string) {
    const code = await codeFor(name)
    const b = browser()
    await b.get('/first-sign-in')
    await b.post('/first-sign-in', { code: code.toUpperCase() })
    const app = await b.post('/first-sign-in/password', { password: PASSWORD, again: PASSWORD })
    const key = shownKey(app.text)
    const codes = await b.post('/first-sign-in/app', { code: codeOf(key) })
    assert.match(wordsOf(codes.text), /You are signed in/)
    return { b, key, code, codes: [...codes.text.matchAll(/app-code">([a-z\d-]+)</g)].map((m) => m[1]!) }
  }

  return {
    t,
    browser,
    codeOf,
    firstSignIn,
    later: (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000)),
    /** Every attempt that was kept, in order. */
    attempts: async () =>
      t.act(await t.area(), { visit_id: newId(), query: {} }, (ctx) =>
        ctx.db
          .selectFrom('access.sign_in_attempt')
          .selectAll()
          .orderBy('attempted_at')
          .orderBy('attempt_id')
          .execute(),
      ),
  }
}
