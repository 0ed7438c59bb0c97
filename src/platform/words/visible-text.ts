/*
 * Text that people typed may carry characters nobody can see: ones that turn the reading direction round (so that
 * 'exe.doc' reads 'cod.exe'), take no room, or are not allowed in XML. They are shown by their number, '[U+202E]',
 * so that what is read is what is there, in a page and in every export alike.
 */

const CONTROL = String.raw`\p{Cc}\p{Cs}`
const UNSEEN = String.raw`\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFFF9-\uFFFB\p{Noncharacter_Code_Point}`
const HIDDEN = new RegExp(`[${CONTROL}${UNSEEN}]`, 'gu')
const ANY_HIDDEN = new RegExp(`[${CONTROL}${UNSEEN}\\u2028\\u2029]`, 'u')
const isHidden = (text: string): boolean => ANY_HIDDEN.test(text)

/** Variation selectors choose how the character before them looks: emoji, ideographs, Mongolian. They hide nothing. */
const SELECTOR = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}\u180B-\u180D\u180F]/u
const SELECTABLE = /[\p{Emoji}\p{Ideographic}\p{Script=Mongolian}\p{S}]$/u
const JOINER = /[\u200C\u200D]/u
const LATIN = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}]/u
const JOINABLE_BEFORE = /[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u
const JOINABLE_AFTER = /^[\p{L}\p{M}\p{Extended_Pictographic}]/u
const LETTER_BEFORE = /\p{L}$/u
const LETTER_AFTER = /^\p{L}/u

const lastCharacter = (text: string): string => /.$/su.exec(text.slice(-2))?.[0] ?? ''
const characterAt = (text: string, index: number): string =>
  String.fromCodePoint(text.codePointAt(index) ?? 32)

/** Persian, Urdu and Indic names need the joiners, emoji need selectors, and Word leaves soft hyphens in words. */
function belongsToWord(character: string, previous: string, next: string): boolean {
  if (SELECTOR.test(character)) return SELECTABLE.test(previous)
  if (isHidden(next)) return false
  if (JOINER.test(character))
    return (
      JOINABLE_BEFORE.test(previous) &&
      JOINABLE_AFTER.test(next) &&
      !LATIN.test(previous) &&
      !LATIN.test(next)
    )
  return character === '\u00AD' && LETTER_BEFORE.test(previous) && LETTER_AFTER.test(next)
}

const shown = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`

/**
 * The same text with everything hidden in it shown: bidirectional controls, zero-width and other unseen characters,
 * control characters and halves of characters become '[U+202E]' and the like. Tabs and new lines stay (every kind of
 * new line as '\n'); so do joiners within words of scripts that need them. The result is always legal in XML, and
 * showing it twice changes nothing. It does not escape HTML: `html` and the writers of each format do that.
 */
export function visibleText(given: string): string {
  if (!isHidden(given)) return given
  const text = given.replace(/\r\n|[\r\u2028\u2029]/g, '\n')
  let result = ''
  let from = 0
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    result += text.slice(from, index)
    from = index + character.length
    const stays =
      character === '\n' ||
      character === '\t' ||
      belongsToWord(character, lastCharacter(result), characterAt(text, from))
    result += stays ? character : shown(character)
  }
  return result + text.slice(from)
}

/** `visibleText` on one line, for a title, a sheet's name or a file's properties: runs of white space become a space. */
export const visibleLine = (text: string): string => visibleText(text).replace(/\s+/g, ' ').trim()
