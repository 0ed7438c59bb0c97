import type { Ctx } from '#platform/act.ts'
import { isChild } from '../person/age.ts'
import { readContact } from './read-contact.ts'
import { judgeRoutes, whyNot } from './rules.ts'
import {
  CHANNELS,
  type Allowed,
  type Channel,
  type KnownAddress,
  type KnownMethod,
  type Route,
  type SafeContact,
  type WhoIsContacted,
} from './words.ts'

/**
 * The one door (decision 7): nothing calls, texts, writes or prints an address except with what this allows. `sensitive` is what
 * the asker knows (the case's flag); a person marked sensitive, and a child, are treated so whatever is asked. Throws NotFound.
 */
export async function safeContact(
  ctx: Ctx,
  person_id: string,
  { sensitive = false }: { sensitive?: boolean | undefined } = {},
): Promise<SafeContact> {
  const { methods, addresses, ...person } = await readContact(ctx, person_id)
  return answer(person, methods, addresses, sensitive, ctx.today)
}

type AboutPerson = {
  person_id: string
  sensitive: boolean
  sensitive_because: string | null
  date_of_birth: string | null
  code_word: string | null
  address_protected: boolean
  /** What is known from records that are linked with this one: of the same human being, so it holds here, too. */
  linked_sensitive?: boolean
  linked_methods?: readonly KnownMethod[]
}

/** What the door says, from what is recorded. Pure, so that the rules can be tried in every combination. */
export function answer(
  person: AboutPerson,
  methods: readonly KnownMethod[],
  addresses: readonly KnownAddress[],
  caseIsSensitive: boolean,
  today: string,
): SafeContact {
  const child = isChild(person.date_of_birth, today)
  const sensitive = person.sensitive || caseIsSensitive || child || person.linked_sensitive === true
  const who: WhoIsContacted = {
    sensitive,
    address_protected: person.address_protected,
    code_word: person.code_word,
    today,
  }
  // Where the address is protected, an older one that anybody can see is never a stand-in for it.
  const usable = person.address_protected ? addresses.filter((address) => address.protected) : addresses
  const routes = judgeRoutes(who, methods, usable, person.linked_methods).map((route) =>
    route.allowed && !route.value
      ? {
          channel: route.channel,
          record_id: route.record_id,
          kind: route.kind,
          allowed: false as const,
          because: 'Nothing is written in it',
        }
      : route,
  )
  const channels = Object.fromEntries(
    (Object.keys(CHANNELS) as Channel[]).map((channel) => {
      const allowed = routes.filter(
        (route): route is Route & Allowed => route.channel === channel && route.allowed,
      )
      const best = allowed.find((route) => route.known_safe) ?? allowed[0]
      return [channel, best ?? whyNot(channel, routes, who)]
    }),
  ) as SafeContact['channels']
  return {
    person_id: person.person_id,
    sensitive,
    sensitive_because: sensitive ? whySensitive(person, child) : undefined,
    code_word: person.code_word,
    routes,
    channels,
    summary: summaryOf(channels, methods),
  }
}

const whySensitive = (person: AboutPerson, child: boolean) =>
  person.sensitive_because ??
  (child
    ? 'under 18'
    : person.sensitive
      ? 'marked as sensitive'
      : person.linked_sensitive
        ? 'a linked record is sensitive'
        : 'the case is sensitive')

function summaryOf(channels: SafeContact['channels'], methods: readonly KnownMethod[]): string {
  const { call, text, email, letter, visit } = channels
  const hours = (route: Allowed & { record_id: string }) => {
    const said = methods.find((method) => method.contact_method_id === route.record_id)?.hours
    return said ? `, ${said}` : ''
  }
  if (call.allowed)
    return `Call ${call.kind === 'mobile' ? 'mobile' : 'phone'}${hours(call)}${call.withhold_caller_id ? ', number withheld' : ''}${call.may_leave_message ? '' : ', no voicemail'}`
  if (text.allowed) return `Text only${hours(text)}${text.neutral_only ? ', neutral words' : ''}`
  if (email.allowed) return `Email only${email.neutral_only ? ', neutral words' : ''}`
  if (letter.allowed) return 'Letter only, plain envelope'
  if (visit.allowed) return 'Visit only'
  // Nothing is unsafe about what nobody has asked for.
  if (Object.values(channels).every((one) => !one.allowed && one.none)) return 'No way of contact recorded'
  return 'No safe route: do not contact'
}
