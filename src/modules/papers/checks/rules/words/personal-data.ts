import type { CheckedPaper, Found, Rule, Sentence } from '../../model/paper.ts'
import { at, quoted, rowQuote } from '../found.ts'
import { GIVEN_NAMES } from './given-names.ts'

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g
const PHONE = /(?<![\d£.,-])(?:\+44\s?\(?0?\)?\s?|\(?0)(?:\d[\s)-]{0,2}){8,9}\d(?![\d,.]\d|\d)/g
const BIRTH =
  /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\b[^.;]{0,20}?\b(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]\w+[\s./-]\d{2,4}|\w+ \d{4})/gi
const STREET =
  /\b\d{1,4}[a-z]?,?\s+(?:[A-Z][a-z’']+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Close|Drive|Way|Crescent|Court|Terrace|Gardens|Place|Grove|Walk|Mews|Hill|Row|Square|Rise)\b/g
const POSTCODE =
  /\b(?:GIR\s?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKS-UW]|[A-HK-Y]\d[ABEHMNPRV-Y])\s?\d[ABD-HJLNP-UW-Z]{2})\b/g

const TITLE = String.raw`(?:Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady|Dr|Prof(?:essor)?|Rev(?:d|erend)?)\.?`
const RANK = String.raw`(?:(?:Ch(?:ief)?|Det(?:ective)?|T\/|A\/|Temp(?:orary)?|Acting)\.?\s+)*(?:PC|PCSO|DC|DS|DI|DCI|Sgt|Sergeant|Insp(?:ector)?|Supt|Superintendent|Constable|ACC|DCC)\.?`
const TITLED = new RegExp(String.raw`\b(${TITLE})\s+(?:[A-Z][a-z’'-]+\s+){0,2}[A-Z][a-z’'-]+`, 'g')
const RANKED = new RegExp(String.raw`\b(${RANK})\s+(?:[A-Z][a-z’'-]+\s+)?[A-Z][a-z’'-]{2,}`, 'g')
const PAIR = /(?<![\w’'&-])([A-Z][a-z]+)\s+((?:Mc|Mac|O[’'])?[A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?![\w-])/g
/** What makes two capitalised words the name of a place or an organisation. */
const PLACE =
  /^\s*(?:[A-Z][a-z]+\s+)?(?:House|Centre|Center|Road|Street|Trust|Hospital|Park|Foundation|Court|School|College|University|Hall|Square|Hub|Project|Services?|Charity|Fund|Avenue|Lane|Church|Ward|Prison|Library|Clinic|Protocol|Review|Report|Inquiry|Act|Award|Scheme|Law|Society|Ltd|Limited|LLP|Suite|Unit|Programme|Institute|Association|Group|Partnership|Council|Day)\b/
/** An office held in public, beside the name. */
const OFFICE =
  /\b(?:Commissioner|Chief Constable|Chief Executive|Deputy|Head of|Director|Councillor|Cllr|MP|Minister|Secretary of State|Chair(?:man|woman|person)?|Mayor|Manager|Officer|Leader|Treasurer|Judge|Ombudsman|author|Lead|Solicitor|Coroner|Monitoring Officer|Chief Finance|Professor)\b/

/** Names, addresses, dates of birth, e-mail addresses and telephone numbers; the front sheet and whom to ask may have them. */
export const personalData: Rule = {
  name: 'personal-data',
  title: 'Names and contact details',
  find: (paper) => [
    ...paper.sentences
      .filter(({ zone }) => zone === 'body' || zone === 'note')
      .flatMap((sentence) => [...contactDetails(sentence.text, quoted(sentence)), ...names(paper, sentence)]),
    ...paper.parts.flatMap((part) =>
      part.kind === 'table'
        ? [part.header, ...part.rows].flatMap((row) =>
            contactDetails(row.join(' | '), { ...at(part), quote: rowQuote(row) }),
          )
        : [],
    ),
  ],
}

const stop = (place: Pick<Found, 'where' | 'quote'>, about: string, why: string, to_do: string): Found => ({
  ...place,
  severity: 'stops',
  about,
  tells: [{ quote: place.quote, signs: [about] }],
  why,
  to_do,
})

const PUBLIC_MAILBOX =
  /^(?:info|enquir\w*|office|contact|admin|help|support|hello|communications|press|foi|opcc|pcc|referrals?)@/i
/** A number that everybody is meant to ring. */
const PUBLIC_LINE =
  /\b(?:help-?line|hot-?line|advice line|text line|switchboard|phone ?line|crimestoppers)\b/i
/** A building that everybody may know, in front of its address. A refuge is none. */
const PREMISES =
  /\b(?:office|centre|hub|premises|police station|headquarters|library|town hall|civic centre|shop|venue|court)s?\b[^.;]{0,40}$/i
const FREE_PHONE = /^(?:0800|0808|0300|0333|116|111|101)/

function contactDetails(text: string, place: Pick<Found, 'where' | 'quote'>): Found[] {
  const phones = [...text.matchAll(PHONE)].filter(([all]) => {
    const digits = all.replaceAll(/\D/g, '')
    if (PUBLIC_LINE.test(text)) return false
    return !FREE_PHONE.test(digits) && (/\s|^\+|^\(/.test(all.trim()) || digits.length === 11)
  })
  return [
    ...[...text.matchAll(EMAIL)]
      .filter(([all]) => !PUBLIC_MAILBOX.test(all))
      .map(([all]) =>
        stop(
          place,
          all,
          `${all} is somebody’s e-mail address.`,
          'Take it out. Contacts belong on the front sheet, or under “For any enquiries”.',
        ),
      ),
    ...phones.map(([all]) =>
      stop(
        place,
        all,
        `${all.trim()} is a telephone number.`,
        'Take it out. Contacts belong on the front sheet, or under “For any enquiries”.',
      ),
    ),
    ...[...text.matchAll(BIRTH)].map(([all]) =>
      stop(
        place,
        all,
        `“${all}” gives a date of birth.`,
        'Take it out, or give an age band that many share.',
      ),
    ),
    ...[...text.matchAll(STREET)]
      .filter(({ index }) => !PREMISES.test(text.slice(0, index)))
      .map(([all]) => stop(place, all, `“${all}” is an address.`, 'Take it out, or name the district.')),
    ...[...text.matchAll(POSTCODE)].map(([all]) =>
      stop(place, all, `${all} is a postcode: few homes share one.`, 'Take it out, or name the district.'),
    ),
  ]
}

function names(paper: CheckedPaper, sentence: Sentence): Found[] {
  if (sentence.kind === 'heading') return []
  const { text } = sentence
  const known = paper.front.map(({ value }) => value).join(' | ')
  const found = new Map<string, { office: boolean }>()
  for (const { 0: all, index } of text.matchAll(PAIR)) {
    const [, first = '', last = ''] = /^(\S+)\s+(.+)$/.exec(all) ?? []
    if (
      !GIVEN_NAMES.has(first) ||
      NO_SURNAME.has(last) ||
      PLACE.test(text.slice(index + all.length)) ||
      PLACE.test(` ${last}`)
    )
      continue
    found.set(all, { office: office(paper, sentence, index, all) })
  }
  for (const pattern of [TITLED, RANKED])
    for (const { 0: all, 1: title = '', index } of text.matchAll(pattern)) {
      const name = all.slice(title.length).trim()
      if (PLACE.test(text.slice(index + all.length)) || NO_SURNAME.has(name.split(' ').at(-1)!)) continue
      for (const shorter of found.keys()) if (name.includes(shorter)) found.delete(shorter)
      found.set(all, { office: pattern === RANKED || office(paper, sentence, index, all) })
    }
  return [...found].flatMap(([name, { office: holds }]): Found[] => {
    if (known.includes(name) || knownSurname(known, name)) return []
    if (
      holds &&
      !/\b(?:PC|PCSO|DC|DS|Insp|Inspector|Sgt|Sergeant|DI|DCI|Supt|Superintendent|(?<!Chief )Constable)\b/.test(
        name,
      )
    )
      return []
    return [
      {
        ...quoted(sentence),
        severity: holds ? 'look' : 'stops',
        about: name,
        tells: [{ quote: sentence.text, signs: [name] }],
        why: holds
          ? `${name} is named. An officer’s name is published only where the office they hold needs it.`
          : `${name} looks like a person’s name.`,
        to_do: holds
          ? 'Give the rank or role without the name, or answer that it is public.'
          : 'Take the name out. If it is an organisation or somebody in public office, answer so.',
      },
    ]
  })
}
const knownSurname = (front: string, name: string) => front.includes(name.split(' ').slice(-2).join(' '))

/** An office beside the name: in the few words before or after it, or in the line under a signature. */
function office({ sentences }: CheckedPaper, sentence: Sentence, index: number, name: string): boolean {
  const around = `${sentence.text.slice(Math.max(0, index - 60), index)} ${sentence.text.slice(index + name.length, index + name.length + 60)}`
  if (OFFICE.test(around)) return true
  if (sentence.text.length > name.length + 2) return false
  const next = sentences[sentences.indexOf(sentence) + 1]
  return next !== undefined && next.text.length < 90 && OFFICE.test(next.text)
}

const NO_SURNAME = new Set(
  'January February March April May June July August September October November December Police Crime Council House Centre Street Road Court Hall Park City County Service Services Support Trust Project Care Act Plan The And For Of In Team Panel Board Office Victim Victims Online Hate Violence Programme Fund Review'.split(
    ' ',
  ),
)
