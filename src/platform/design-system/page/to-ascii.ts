import { visibleText } from '../../words/visible-text.ts'

const IN_ASCII = /^[\t\n\r -~]*$/
const ANYTHING_ELSE = /[^\t\n\r -~]/gu
// Letters and marks of European languages: nothing hides among them.
const COMMON = /[\u00a1-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2026]/

const entity = (character: string): string => `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16)};`

/**
 * The same document in ASCII: every other character as an entity, and characters that nobody can see (among them those
 * that turn the reading direction round) shown by their number. A page in ASCII is written to the wire several times
 * faster. The document must have no inline script or style, in which entities would not be read.
 */
export function toAscii(document: string): string {
  if (IN_ASCII.test(document)) return document
  let uncommon = false
  const ascii = document.replace(ANYTHING_ELSE, (character) => {
    uncommon ||= !COMMON.test(character)
    return entity(character)
  })
  return uncommon ? visibleText(document).replace(ANYTHING_ELSE, entity) : ascii
}
