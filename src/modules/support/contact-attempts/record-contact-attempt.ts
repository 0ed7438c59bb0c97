import type { Ctx } from '#platform/act.ts'
import { safeContact, stopChannel, type SafeContact, type StopReason } from '#people'
import { refuse } from '#platform/errors.ts'
import { clockAt } from '#platform/words/dates.ts'
import { type CaseHead, getCaseToChange } from '../cases/get-case.ts'
import { refuseWhenClosed } from '../closure/refuse-when-closed.ts'
import type { NextContactStep } from './attempt-rules.ts'
import type { ContactAttempt } from './form.ts'
import { contactFacts, keepStep } from './keep-next-step.ts'

/** `route` is what the worker's page showed; none where no page did. */
type Attempted = Omit<ContactAttempt, 'route'> & Partial<Pick<ContactAttempt, 'route'>>
type Recorded = { next: NextContactStep | undefined; route_changed: boolean }

/**
 * Records an attempt to make contact, and works out the next step (domain 4.4). A support call that reached the person is counted as
 * an action, too. Says whether the way of contact was changed after the worker's page showed it. NotFound as getCase. Refuses a moment before the case was opened or after now, and a message by a channel that carries none.
 */
export async function recordContactAttempt(ctx: Ctx, case_id: string, attempt: Attempted): Promise<Recorded> {
  const [theCase, before] = await Promise.all([getCaseToChange(ctx, case_id), contactFacts(ctx, case_id)])
  refuseWhenClosed(theCase)
  const { held_by } = theCase
  const { result, channel, minutes, note, attempted_on, attempted_time } = attempt
  const attempted_at = inLondon(attempted_on, attempted_time)
  if (attempted_on < (theCase.returned_on ?? theCase.opened_on))
    refuse(
      'attempted_on',
      `The day must not be before the case was ${theCase.returned_on ? 'opened again' : 'opened'}`,
    )
  // A clock may be a little ahead; an attempt that is still to come is a slip of the pen.
  if (attempted_at.getTime() > ctx.now.getTime() + 5 * 60_000)
    refuse('attempted_time', 'The time must not be later than now')
  if (result === 'undelivered' && (channel === 'phone' || channel === 'face-to-face'))
    refuse(
      'result',
      'A call or a visit cannot be undelivered. Choose what happened, or another way of contact',
    )

  const counted = result === 'reached' && attempt.support_call === 'yes'
  // The step follows from what was there and this attempt, so that the rest is written in one round trip.
  const [next, route_changed] = await Promise.all([
    keepStep(ctx, before, { attempted_at, channel, result }),
    afterUse(ctx, theCase, attempt),
    ctx.db
      .insertInto('support.contact_attempt')
      .values({ case_id, held_by, attempted_at, channel, result, minutes, note })
      .execute(),
    counted &&
      ctx.db
        .insertInto('support.action')
        .values({ case_id, held_by, acted_on: attempted_on, type: SUPPORT_BY[channel], minutes, channel })
        .execute(),
  ])
  return { next, route_changed }
}

/** The call's route as a page shows it: which number, and whether a message may be left. */
export const routeShown = ({ channels: { call } }: SafeContact): string =>
  call.allowed ? `${call.record_id} ${call.may_leave_message ? 'message' : 'no message'}` : 'none'

/**
 * Domain 4.3: a route that reached somebody else, or nobody, or danger, is not used again until it has been looked at: the one that the worker
 * used, which need not be the one that is shown by now. Says whether it changed.
 */
async function afterUse(ctx: Ctx, theCase: CaseHead, attempt: Attempted): Promise<boolean> {
  const { result, channel, route } = attempt
  const because = STOPPED_BY[result]
  const door = DOORS[channel]
  const shown = channel === 'phone' ? (route ?? '') : ''
  if (!door || !(because || shown)) return false
  const contact = await safeContact(ctx, theCase.person_id, { sensitive: theCase.sensitive })
  const now = contact.channels[door]
  const used =
    contact.routes.find(({ record_id }) => shown.startsWith(record_id)) ?? (now.allowed ? now : null)
  if (because && used) await stopChannel(ctx, used.record_id, because)
  return shown !== '' && shown !== routeShown(contact)
}

const STOPPED_BY: Partial<Record<ContactAttempt['result'], StopReason>> = {
  'third-party': 'someone-else-answered',
  'wrong-number': 'wrong-number',
  unsafe: 'not-safe',
  undelivered: 'not-delivered',
}
const DOORS: Partial<Record<ContactAttempt['channel'], 'call' | 'text' | 'email'>> = {
  phone: 'call',
  sms: 'text',
  email: 'email',
}

const SUPPORT_BY = {
  phone: 'phone-support',
  'face-to-face': 'emotional-support',
  sms: 'information-advice',
  email: 'information-advice',
  letter: 'information-advice',
  'live-chat': 'emotional-support',
} as const

/** The moment of a day and 'hh:mm' by the clock of England and Wales. The hour that summer time repeats is taken as its first. */
export function inLondon(day: string, time: string): Date {
  const asIfUtc = new Date(`${day}T${time}:00Z`)
  const shown = new Date(`${clockAt(asIfUtc)}Z`)
  return new Date(asIfUtc.getTime() - (shown.getTime() - asIfUtc.getTime()))
}
