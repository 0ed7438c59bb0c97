import { dayInWords } from '#platform/words/dates.ts'
import { readPhone } from '../matching/record/contact.ts'
import type { Channel, KnownAddress, KnownMethod, Refused, Route, WhoIsContacted } from './words.ts'
import { STOP_REASONS } from './words.ts'

/**
 * Every way to reach a person, each allowed (with the value and how to use it) or refused (with the reason, and no value).
 * Domain 4.3, in this order: stopped until reviewed; said to be unsafe; sensitive and not known to be safe; suspect at the
 * address; messages not agreed. `elsewhere` is what records linked with this one call unsafe. A refused route never carries its value, whatever else is true of it.
 */
export function judgeRoutes(
  who: WhoIsContacted,
  methods: readonly KnownMethod[],
  addresses: readonly KnownAddress[],
  elsewhere: readonly KnownMethod[] = [],
): Route[] {
  return [
    ...methods.flatMap((method) =>
      channelsOf(method.kind).map((channel) =>
        judgeMethod(who, method, channel, sameValue(method, [...methods, ...elsewhere])),
      ),
    ),
    ...addresses.flatMap((address) =>
      (['letter', 'visit'] as const).map((channel) => judgeAddress(who, address, channel)),
    ),
  ]
}

const channelsOf = (kind: KnownMethod['kind']): readonly ('call' | 'text' | 'email')[] =>
  kind === 'email' ? ['email'] : kind === 'mobile' ? ['call', 'text'] : ['call']

function judgeMethod(
  who: WhoIsContacted,
  method: KnownMethod,
  channel: 'call' | 'text' | 'email',
  same: readonly KnownMethod[],
): Route {
  const { contact_method_id, kind } = method
  const route = { channel, record_id: contact_method_id, kind }
  const what = `this ${kind === 'email' ? 'email address' : 'number'}`
  // A number that is recorded twice is as safe as the worst that is said of it.
  const because = same.map((one) => stopped(one) ?? unsafe(who, one.safe, what)).find(Boolean)
  if (because) return refused(route, because)
  const messages = method.message_ok === 'yes'
  // Without agreement a message says nothing but "please call"; for a sensitive case it never names the service either.
  const neutral_only = !messages || who.sensitive
  const withhold_caller_id = channel === 'call' && (who.sensitive || method.withhold_caller_id)
  const how = [
    withhold_caller_id && 'Withhold your number',
    who.code_word && channel === 'call' && 'Ask for the code word before you say who you are',
    method.hours && sentence(method.hours),
    method.shared_with && `Also seen or answered by: ${method.shared_with}`,
    method.safe === 'unknown' && 'Nobody has asked whether it is safe: ask first',
    channel === 'call' && !messages && 'Do not leave a voicemail or a message with anyone',
    channel === 'call' && messages && who.sensitive && 'A message must not name the service',
    channel === 'text' && neutral_only && 'Only the neutral text: no service name, no link',
    channel === 'email' && neutral_only && 'Only the neutral email: no service name in the subject',
    method.review_on &&
      method.review_on <= who.today &&
      `Ask again whether this is safe: due ${dayInWords(method.review_on)}`,
    method.notes,
  ].filter((line): line is string => !!line)
  return {
    ...route,
    allowed: true,
    value: method.value,
    known_safe: method.safe === 'yes',
    how,
    neutral_only,
    withhold_caller_id,
    may_leave_message: messages,
  }
}

function judgeAddress(who: WhoIsContacted, address: KnownAddress, channel: 'letter' | 'visit'): Route {
  const route = { channel, record_id: address.address_id, kind: 'address' as const }
  const because =
    (address.until && address.until <= who.today ? 'They no longer live there' : undefined) ??
    (address.suspect_lives_here ? 'The person suspected lives at this address' : undefined) ??
    unsafe(who, address.safe, 'this address') ??
    (channel === 'letter' && address.message_ok !== 'yes'
      ? address.message_ok === 'no'
        ? 'They said that no letter may be sent here'
        : 'Nobody has asked whether a letter may be sent here'
      : undefined) ??
    (address.line ? undefined : 'Only a town or a postcode is recorded')
  if (because) return refused(route, because)
  const how = [
    channel === 'letter' && 'Plain envelope, no return address that names the service',
    address.protected && 'Protected address: do not copy it into any other record',
  ].filter((line): line is string => !!line)
  const value = [address.line, address.town, address.postcode].filter(Boolean).join(', ')
  return {
    ...route,
    allowed: true,
    value,
    known_safe: address.safe === 'yes',
    how,
    neutral_only: who.sensitive || address.message_ok !== 'yes',
    withhold_caller_id: false,
    may_leave_message: address.message_ok === 'yes',
  }
}

const sameValue = (method: KnownMethod, methods: readonly KnownMethod[]) =>
  methods.filter((other) => plain(other.value) === plain(method.value))
const plain = (value: string) =>
  value.includes('@') ? value.trim().toLowerCase() : (readPhone(value) ?? value)

const stopped = ({ stopped_on, stopped_because }: KnownMethod) =>
  stopped_on
    ? `Stopped on ${dayInWords(stopped_on)}: ${STOP_REASONS[stopped_because ?? 'other'].because}. Not used until somebody reviews it`
    : undefined

function unsafe(who: WhoIsContacted, safe: KnownMethod['safe'], what: string): string | undefined {
  if (safe === 'no') return `They said that ${what} is not safe`
  if (safe === 'unknown' && who.sensitive)
    return `Nobody has asked whether ${what} is safe, and this is a sensitive case`
  return undefined
}

const refused = <R extends Pick<Route, 'channel' | 'record_id' | 'kind'>>(
  route: R,
  because: string,
): R & Refused => ({
  ...route,
  allowed: false,
  because,
})

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Why no route of a channel can be used, when none can. */
export function whyNot(channel: Channel, routes: readonly Route[], who: WhoIsContacted): Refused {
  const because = routes.flatMap((route) =>
    route.channel === channel && !route.allowed ? [route.because] : [],
  )
  if (because.length > 0) return { allowed: false, because: [...new Set(because)].join('. ') }
  if ((channel === 'letter' || channel === 'visit') && who.address_protected)
    return {
      allowed: false,
      because: 'The address is protected: only named members of a restricted team may see and use it',
    }
  return { allowed: false, because: NOT_KNOWN[channel], none: true }
}

const NOT_KNOWN: Record<Channel, string> = {
  call: 'No phone number is recorded',
  text: 'No mobile number is recorded',
  email: 'No email address is recorded',
  letter: 'No address is recorded',
  visit: 'No address is recorded',
}
