import { addMonths, normalisePostcode } from '#reference'
import type { ContactToRecord, PersonToRecord } from '#people'
import { isUsableAddress, isUsableEmail, isUsablePhone } from './contact-details.ts'
import { SENSITIVE_FLAGS, type TransferVictim } from '../mapping-profiles/transfer-fields.ts'

const WORDS: Record<(typeof SENSITIVE_FLAGS)[number], string> = {
  domestic: 'domestic abuse',
  sexual: 'sexual offence',
  stalking: 'stalking',
  honour_based_abuse: 'so-called honour-based abuse',
  forced_marriage: 'forced marriage',
  exploitation: 'exploitation',
}

/** The person of an accepted row, with every way of contact that came and what the sender said of its safety. */
export function arrivingPerson(
  victim: TransferVictim,
  sensitive: boolean,
  held_by: string,
  sent_on: string,
): PersonToRecord {
  const because = SENSITIVE_FLAGS.filter((flag) => victim[flag]).map((flag) => WORDS[flag])
  if (isChild(victim, sent_on)) because.push('under 18')
  if (sensitive && because.length === 0) because.push('the offence')
  return {
    held_by,
    forename: victim.forenames ?? '',
    surname: victim.surname ?? '',
    date_of_birth: victim.born_on,
    sex: victim.sex,
    ethnicity: victim.ethnicity,
    language: victim.interpreter,
    communication_needs: victim.communication_needs,
    sensitive: because.length > 0,
    sensitive_because: because.length > 0 ? because.join(', ') : null,
    contact_methods: contactMethods(victim, sent_on),
    address: isUsableAddress(victim.address)
      ? {
          line: victim.address!,
          town: victim.town ?? '',
          postcode: (victim.postcode && normalisePostcode(victim.postcode)) ?? victim.postcode ?? '',
          // A letter is another thing than a call: only a person's own word makes an address safe.
          safe: victim.safe_to_contact === 'no' ? 'no' : 'unknown',
        }
      : null,
  }
}

const isChild = ({ born_on, age }: TransferVictim, on: string) =>
  born_on === null ? age !== null && age < 18 : on < addMonths(born_on, 18 * 12)

/** "Mobile only, after 6pm": what a note says of the routes is kept with each, and a route it leaves out is not taken for safe. */
function contactMethods(victim: TransferVictim, sent_on: string): ContactToRecord[] {
  const note = victim.safe_contact_notes ?? ''
  const only =
    /\b(mobile|text|home|landline|e-?mail)s?\b[^,;.]*\bonly\b|\bonly\b[^,;.]*\b(mobile|text|home|landline|e-?mail)/i.exec(
      note,
    )
  const named = (only?.[1] ?? only?.[2] ?? '').toLowerCase()
  const allowed = {
    mobile: ['', 'mobile', 'text'],
    phone: ['', 'home', 'landline'],
    email: ['', 'email', 'e-mail'],
  }
  const hours =
    /\b(?:after|before|between|from|until|\d{1,2}(?:[:.]\d\d)?\s*(?:am|pm)?\s*(?:to|-))[^;,.]*/i.exec(
      note,
    )?.[0]
  const how = {
    message_ok: /\bno\s+(?:voice\s?mails?|messages?)\b/i.test(note) ? ('no' as const) : ('unknown' as const),
    hours: hours?.trim() ?? null,
    notes: note || null,
    checked_on: victim.safe_to_contact === 'yes' ? sent_on : null,
  }
  const ways: ContactToRecord[] = []
  const add = (kind: 'mobile' | 'phone' | 'email', value: string | null, usable: boolean) => {
    if (!value || !usable || ways.some((way) => way.value === value)) return
    const said = victim.safe_to_contact ?? 'unknown'
    ways.push({
      kind,
      value,
      ...how,
      safe: said === 'yes' && !allowed[kind].includes(named) ? 'unknown' : said,
    })
  }
  add('mobile', victim.mobile, isUsablePhone(victim.mobile))
  add('phone', victim.home_phone, isUsablePhone(victim.home_phone))
  add('phone', victim.work_phone, isUsablePhone(victim.work_phone))
  add('email', victim.email, isUsableEmail(victim.email))
  return ways
}
