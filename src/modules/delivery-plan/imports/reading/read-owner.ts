/** 'Lead: NW', 'Owner – Force', 'Responsible: VRU'. */
const NAMED =
  /[\s(,;–-]*\b(?:owners?|leads?|lead officer|responsible|led by)\s*[:=–-]\s*([^.;,()\t\u2028]{1,40}?)\s*(?=[.;,)\u2028]|$|\s[–-]\s|\s(?:rag|status|rating)\b)\)?/i
/** '(NW/CG)', '(Force)' wherever they stand. */
const LETTERS = /\s*\(([A-Z]{2,4}(?:\s*[/&+]\s*[A-Z]{2,4})*|Force|OPCC)\)/
/** '… (Head of Commissioning)' where a paragraph ends. */
const IN_BRACKETS = /\s*[([]([^()[\]\d]{2,40})[)\]]\s*[.;]?\s*(?=\u2028|$)/

/** The words without their owner, and the owner as printed. */
export type Owned = { owners: string; words: string }

const without = (words: string, found: RegExpExecArray | null): Owned | undefined =>
  found
    ? { owners: found[1]!.trim(), words: words.replace(found[0], ' ').replaceAll(/ {2,}/g, ' ').trim() }
    : undefined

/** The owner that words say of themselves: named as one, or letters in brackets. */
export const ownerIn = (words: string): Owned | undefined =>
  without(words, NAMED.exec(words) ?? LETTERS.exec(words))

/**
 * For each of a table's words their owner, where the table has no column for it: when most say one, or end with one in brackets. Otherwise what
 * stands in brackets is only a part of the words.
 */
export function ownersInBrackets(all: readonly string[]): ((words: string) => Owned | undefined) | undefined {
  for (const find of [ownerIn, (words: string) => without(words, IN_BRACKETS.exec(words))])
    if (all.length > 1 && all.filter((words) => find(words)).length >= all.length * 0.6) return find
  return undefined
}
