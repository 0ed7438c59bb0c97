import { foldOrNothing } from '../text/fold.ts'
import { hashText } from '../text/hash.ts'
import { isKnownForename, nicknameRoots } from '../text/nicknames.ts'
import { phonetic } from '../text/phonetic.ts'
import { remembered } from '../text/remembered.ts'

/** A forename or surname taken apart once; equal texts share one entry. */
export interface Name {
  /** all of it, without spaces */
  readonly text: string
  readonly hash: number
  readonly first: number
  readonly firstLength: number
  readonly second: number
  readonly roots: number
  /** a forename in common use, not likely a slip of the pen */
  readonly known: boolean
  readonly sound: number
}

const TITLES = new Set('mr mrs ms miss mx dr rev revd sir dame lady lord prof master'.split(' '))
const ENDINGS = new Set('jr jnr sr snr ii iii iv'.split(' '))
const PARTICLES = new Set(
  'de da do dos du del della di la le van von der den ter ten bin ibn bint al el ul st san'.split(' '),
)

const NOBODY: Name = {
  text: '',
  hash: 0,
  first: 0,
  firstLength: 0,
  second: 0,
  roots: 0,
  known: false,
  sound: 0,
}

/** Given names of one or more words: titles dropped; the first stands for the name, a second is kept apart. */
const givenNames = remembered((text: string): Name => {
  const words = foldOrNothing(text)
    .split(' ')
    .filter((word) => word && !TITLES.has(word))
  if (words.length === 0) return NOBODY
  const joined = words.join('')
  // a single stray letter is more often a slip of the space bar ("e mma") than a name of its own
  const slip = words.length === 2 && words[0]!.length === 1 && words[1]!.length > 1
  const first = slip ? joined : words[0]!
  return {
    text: joined,
    hash: hashText(joined),
    first: hashText(first),
    firstLength: first.length,
    second: words.length > 1 && !slip ? hashText(words[1]!) : 0,
    roots: nicknameRoots(first),
    known: isKnownForename(first),
    sound: hashText(phonetic(first) || first),
  }
})

/**
 * The given names in a text, and in a second one that goes on from it (middle names); undefined when nothing is
 * said. Two texts are quicker than one: single names repeat far more often than whole rows of them.
 */
export function forenameOf(text: string, more: string | undefined): Name | undefined {
  const first = givenNames(text)
  const rest = more ? givenNames(more) : NOBODY
  if (first === NOBODY) return rest === NOBODY ? undefined : rest
  if (rest === NOBODY || first.firstLength === 1)
    return rest === NOBODY ? first : givenNames(`${text} ${more}`)
  const joined = first.text + rest.text
  return { ...first, text: joined, hash: hashText(joined), second: first.second || rest.first }
}

/** A surname: endings (Jr) dropped, particles kept with the name (van der Berg), both barrels known apart. */
const surnames = remembered((text: string): Name => {
  const words = foldOrNothing(text)
    .split(' ')
    .filter((w) => w && !TITLES.has(w))
  while (words.length > 1 && ENDINGS.has(words.at(-1)!)) words.pop()
  if (words.length === 0) return NOBODY
  const joined = words.join('')
  const barrels = words.filter((w) => w.length > 2 && !PARTICLES.has(w))
  const apart = barrels.length > 1
  return {
    text: joined,
    hash: hashText(joined),
    first: apart ? hashText(barrels[0]!) : 0,
    firstLength: 0,
    second: apart ? hashText(barrels.at(-1)!) : 0,
    roots: 0,
    known: false,
    sound: hashText(phonetic(joined) || joined),
  }
})

/** The surname in a text; undefined when nothing is said. */
export function surnameOf(text: string): Name | undefined {
  const name = surnames(text)
  return name === NOBODY ? undefined : name
}

/** What may follow a whole name behind a comma: 1st Earl of Orford, Jr, MBE. */
const TAIL =
  /^(\d+(st|nd|rd|th)|jn?r|sn?r|i{2,3}|iv|esq|bt|baronet|baron(ess)?|viscount|earl|duke|lord|mp|mbe|obe|[ckd]be|[kq]c|frs?|phd|md|jp|vc|ra)\b/i

/**
 * Splits a whole name: "Smith, Mary Jane" at the comma, else the last word (with its particles) is the surname. What follows
 * a whole name behind a comma is neither.
 */
export function splitFullName(name: string): { forename: string; surname: string } {
  const comma = name.indexOf(',')
  if (comma > 0) {
    const [before, after] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()]
    if (!TAIL.test(after) || !before.includes(' ')) return { forename: after, surname: before }
    name = before
  }
  const words = name.trim().split(/\s+/)
  while (words.length > 2 && ENDINGS.has(words.at(-1)!.toLowerCase().replace('.', ''))) words.pop()
  let at = words.length - 1
  while (at > 1 && PARTICLES.has(words[at - 1]!.toLowerCase())) at--
  return { forename: words.slice(0, at).join(' '), surname: words.slice(at).join(' ') }
}
