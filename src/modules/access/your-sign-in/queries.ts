import type { Ctx } from '#platform/act.ts'
import { ownEmail } from '../accounts/own-account.ts'
import { listPasskeys } from '../passkeys/add-passkey.ts'
import { countRecoveryCodes } from '../second-step/recovery-codes.ts'
import { hasAuthenticator } from '../second-step/totp.ts'

const IDLE_MINUTES = 30

/** How the acting member signs in, and where they are signed in now. */
export async function getYourSignIn(ctx: Ctx) {
  const has_password = await ctx.db
    .selectFrom('access.password')
    .select('set_at')
    .where('member_id', '=', ctx.actor.actor_id)
    .executeTakeFirst()
  return {
    email: await ownEmail(ctx),
    password_set_at: has_password?.set_at,
    has_authenticator: await hasAuthenticator(ctx),
    recovery_codes: await countRecoveryCodes(ctx),
    passkeys: await listPasskeys(ctx),
    sessions: await listSessions(ctx),
    attempts: await listAttempts(ctx),
    teams: await listYourTeams(ctx),
  }
}

/** The acting member's sessions that are still open, the latest first. */
export async function listSessions(ctx: Ctx) {
  return ctx.db
    .selectFrom('access.session')
    .select(['session_id', 'signed_in_by', 'opened_at', 'last_seen_at'])
    .where('area_id', '=', ctx.actor.area_id)
    .where('member_id', '=', ctx.actor.actor_id)
    .where('revoked_at', 'is', null)
    .where('ends_at', '>', ctx.now)
    .where('last_seen_at', '>', new Date(ctx.now.getTime() - IDLE_MINUTES * 60_000))
    .orderBy('last_seen_at', 'desc')
    .execute()
}

/** The last attempts to sign in as the acting member: wrong ones that they do not remember are a sign that somebody tries. */
async function listAttempts(ctx: Ctx) {
  return ctx.db
    .selectFrom('access.sign_in_attempt')
    .select(['attempt_id', 'attempted_at', 'method', 'outcome'])
    .where('member_id', '=', ctx.actor.actor_id)
    .where('outcome', 'in', ['wrong', 'succeeded'])
    .orderBy('attempted_at', 'desc')
    .limit(10)
    .execute()
}

/** The teams that the acting member is in now: what these hold is what they see. */
async function listYourTeams(ctx: Ctx) {
  return ctx.db
    .selectFrom('access.membership as m')
    .innerJoin('access.team as t', (join) =>
      join.onRef('t.area_id', '=', 'm.area_id').onRef('t.team_id', '=', 'm.team_id'),
    )
    .select(['t.name', 'm.break_glass', 'm.ends_at'])
    .where('m.member_id', '=', ctx.actor.actor_id)
    .where((is) => is.or([is('m.ends_at', 'is', null), is('m.ends_at', '>', ctx.now)]))
    .orderBy('t.name')
    .execute()
}
