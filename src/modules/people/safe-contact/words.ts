import type { Choices } from '#platform/forms/index.ts'

/** The ways a person can be reached. A voicemail is part of a call. */
export const CHANNELS = {
  call: 'Phone call',
  text: 'Text',
  email: 'Email',
  letter: 'Letter',
  visit: 'Visit',
} as const
export type Channel = keyof typeof CHANNELS

export const CONTACT_KINDS = {
  mobile: 'Mobile',
  phone: 'Other phone',
  email: 'Email',
} as const satisfies Choices
export type ContactKind = keyof typeof CONTACT_KINDS

export const SAFE = { yes: 'Yes', no: 'No', unknown: 'Not asked yet' } as const satisfies Choices
export type Safe = keyof typeof SAFE

/** Why a way of contact is not used until somebody has looked at it again (domain 4.3, 4.5, 13). */
export const STOP_REASONS = {
  'someone-else-answered': { label: 'Somebody else answered', because: 'somebody else answered' },
  'wrong-number': {
    label: 'Wrong number or address',
    because: 'it reached the wrong person or does not exist',
  },
  'not-delivered': { label: 'Messages are not delivered', because: 'a message could not be delivered' },
  'asked-to-stop': { label: 'They asked us to stop using it', because: 'they asked us to stop using it' },
  'not-safe': { label: 'It may not be safe any more', because: 'it may not be safe any more' },
  other: { label: 'Something else', because: 'another reason' },
} as const
export type StopReason = keyof typeof STOP_REASONS

/** What the rules need to know of the person: sensitive already says all of case, person and age. */
export type WhoIsContacted = {
  sensitive: boolean
  address_protected: boolean
  code_word: string | null
  /** 'YYYY-MM-DD' */
  today: string
}

export type KnownMethod = {
  contact_method_id: string
  kind: ContactKind
  value: string
  safe: Safe
  message_ok: Safe
  withhold_caller_id: boolean
  hours: string | null
  shared_with: string | null
  notes: string | null
  checked_on: string | null
  review_on: string | null
  stopped_on: string | null
  stopped_because: StopReason | null
}

export type KnownAddress = {
  address_id: string
  line: string
  town: string
  postcode: string
  safe: Safe
  message_ok: Safe
  suspect_lives_here: boolean
  protected: boolean
  until: string | null
}

export type Allowed = {
  allowed: true
  /** The number, email or address in one line. Only an allowed route has it. */
  value: string
  /** The person said that it is safe; false: nobody has asked, and nothing speaks against it. */
  known_safe: boolean
  /** What to keep to when using it, each in a few words. */
  how: string[]
  /** Whatever is written must be the neutral template: no service name, no crime word, no link. */
  neutral_only: boolean
  withhold_caller_id: boolean
  /** Whether a voicemail, or a word with someone else, is agreed. */
  may_leave_message: boolean
}
/** `none`: nothing is recorded for this channel, so there is nothing to be careful about either. */
export type Refused = { allowed: false; because: string; none?: true }

/** One number, email or address in one channel. `record_id` is its contact_method_id or address_id. */
export type Route = { channel: Channel; record_id: string; kind: ContactKind | 'address' } & (
  Allowed | Refused
)

/** What the one door says: every route judged, and for each channel its first allowed route or why there is none. */
export type SafeContact = {
  person_id: string
  sensitive: boolean
  /** Why contact is by safe routes only, in words; undefined when it is not. */
  sensitive_because: string | undefined
  code_word: string | null
  routes: Route[]
  channels: Record<Channel, (Route & Allowed) | Refused>
  /** The best way in one line, without any number: 'Call mobile after 6pm', or 'No safe route'. */
  summary: string
}
