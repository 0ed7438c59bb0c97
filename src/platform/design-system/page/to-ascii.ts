import { visibleText } from '../../words/visible-text.ts'

const ANYTHING_ELSE = /[^\t\n\r -~]/
const NOT_ASCII = /[^\0-\x7f]/gu

/**
 * The same document in ASCII: every other character as an entity, and characters that nobody can see (among them those
 * that turn the reading direction round) shown by their number. A page in ASCII is written to the wire several times
 * faster. The document must have no inline script or style, in which entities would not be read.
 */
export function toAscii(document: string): string {
  if (!ANYTHING_ELSE.test(document)) return document
  return visibleText(document).replace(
    NOT_ASCII,
    (character) => `&#x${(character.codePointAt(0) ?? 0xfffd).toString(16)};`,
  )
}
