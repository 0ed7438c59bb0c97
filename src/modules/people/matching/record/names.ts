import { foldOrNothing } from '../text/fold.ts'
import { hashText } from '../text/hash.ts'
import { isKnownForename, nicknameRoots } from '../text/nicknames.ts'
import { phonetic } from '../text/phonetic.ts'

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

/** Given names: titles dropped; the first stands for the name, a second is kept apart. Undefined when nothing is said. */
function readForename(text: string): Name | undefined {
  const words = foldOrNothing(text)
    .split(' ')
    .filter((w) => w && !TITLES.has(w))
  if (words.length === 0) return undefined
  const joined = words.join('')
  // a single stray letter is more often a slip of the space bar ("e mma") than a name of its own
  const first =
    words.length > 1 && words[0]!.length === 1 && words[1]!.length > 1 && words.length === 2
      ? joined
      : words[0]!
  const second = first === words[0] ? words[1] : undefined
  return {
    text: joined,
    hash: hashText(joined),
    first: hashText(first),
    firstLength: first.length,
    second: second ? hashText(second) : 0,
    roots: nicknameRoots(first),
    known: isKnownForename(first),
    sound: hashText(phonetic(first) || first),
  }
}

/** A surname: endings (Jr) dropped, particles kept with the name (van der Berg), both barrels known apart. */
function readSurname(text: string): Name | undefined {
  const words = foldOrNothing(text)
    .split(' ')
    .filter((w) => w && !TITLES.has(w))
  while (words.length > 1 && ENDINGS.has(words.at(-1)!)) words.pop()
  if (words.length === 0) return undefined
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
}

/** Remembers what a reader answered; people's names repeat, so most are read once. Forgets all when full. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  let known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text)!
    if (known.size > 200_000) known = new Map()
    const answer = read(text)
    known.set(text, answer)
    return answer
  }
}

export const forenameOf = remembered(readForename)
export const surnameOf = remembered(readSurname)

/** Splits a whole name: "Smith, Mary Jane" at the comma, else the last word (with its particles) is the surname. */
export function splitFullName(name: string): { forename: string; surname: string } {
  const comma = name.indexOf(',')
  if (comma > 0) return { forename: name.slice(comma + 1), surname: name.slice(0, comma) }
  const words = name.trim().split(/\s+/)
  while (words.length > 2 && ENDINGS.has(words.at(-1)!.toLowerCase().replace('.', ''))) words.pop()
  let at = words.length - 1
  while (at > 1 && PARTICLES.has(words[at - 1]!.toLowerCase())) at--
  return { forename: words.slice(0, at).join(' '), surname: words.slice(at).join(' ') }
}
