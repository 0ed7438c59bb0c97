const LETTERS: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}
const PLAIN = /^[a-z]*$/

/** A name without case, accents and anything that is not a letter: "O'Connor-Łuczak" is "oconnorluczak". */
export function foldName(name: string): string {
  const lower = name.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/[łøđðþßæœı]/g, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}]/gu, '')
}

/**
 * Who a row is about, as far as the sender can say it twice in the same way: surname, first forename and date of birth. Middle names,
 * case and accents are left out, because forces leave them out; the date of birth stays, because father and son share a name.
 */
export const personKey = (victim: {
  surname: string | null
  forenames: string | null
  born_on: string | null
}) =>
  `${foldName(victim.surname ?? '')}|${foldName((victim.forenames ?? '').split(/[\s-]/)[0]!)}|${victim.born_on ?? ''}`

/** What makes two rows the same referral: sender, occurrence and person. */
export const transferKey = (
  sender: string,
  victim: {
    occurrence_no: string | null
    surname: string | null
    forenames: string | null
    born_on: string | null
  },
) => `${sender}|${(victim.occurrence_no ?? '').replace(/\s+/g, '').toUpperCase()}|${personKey(victim)}`
