import { readFileSync } from 'node:fs'

/** A run of random numbers that is the same for the same seed. */
export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed | 0
  }
  /** 0 to 1, 1 not reached */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  below(n: number): number {
    return Math.floor(this.roll() * n)
  }
  chance(p: number): boolean {
    return this.roll() < p
  }
  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!
  }
  /** Picks early members far more often than late ones, as names are given. */
  common<T>(from: readonly T[]): T {
    return from[Math.floor(from.length ** this.roll()) - 1]!
  }
}

const table = readFileSync(
  new URL('../../src/modules/people/matching/text/nicknames.csv', import.meta.url),
  'utf8',
)
const forms = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [string, string])
/** Forms that one forename is also met in. */
export const NICKNAMES = new Map(forms.map(([name, also]) => [name, also.split(' ')]))
const given = readFileSync(
  new URL('../../src/modules/people/matching/text/given-names.csv', import.meta.url),
  'utf8',
)
/** All forenames, in an order of how often they are given. */
export const FORENAMES = shuffled([...new Set([...NICKNAMES.keys(), ...given.trim().split('\n').slice(1)])])

function shuffled(names: string[]): string[] {
  const dice = new Dice(11)
  for (let i = names.length - 1; i > 0; i--) {
    const j = dice.below(i + 1)
    ;[names[i], names[j]] = [names[j]!, names[i]!]
  }
  return names
}

const COMMON_SURNAMES =
  'smith jones taylor brown williams wilson johnson davies patel robinson wright thompson evans walker white roberts green hall wood harris lewis martin jackson clarke clark turner hill cooper ward morris moore khan king hussain ali baker harrison morgan allen scott watson davis parker bennett shaw cook edwards murphy begum ahmed kaur singh adams campbell anderson nowak kowalski phillips richardson marshall collins carter bailey gray cox mills kelly ellis'.split(
    ' ',
  )
const STARTS =
  'ash bal brad cald dun eller fen gar hals ing kel lang mar nor oak pen rad sel thor und wal wes yar zel cro brim'.split(
    ' ',
  )
const MIDDLES = ['', '', 'er', 'ing', 'en', 'am', 'ow', 'el']
const ENDS =
  'ton ham ford ley worth by wick field more man den well stone ridge ski wala son bury croft gate'.split(' ')

/** Most surnames are common ones; the rest are made of syllables, tens of thousands of them. */
export function surname(dice: Dice): string {
  if (dice.chance(0.55)) return dice.common(COMMON_SURNAMES)
  return dice.pick(STARTS) + dice.pick(MIDDLES) + dice.pick(ENDS) + (dice.chance(0.2) ? 's' : '')
}

const TOWNS =
  'Nottingham Mansfield Worksop Newark Arnold Hucknall Beeston Retford Carlisle Kendal Barrow Penrith Whitehaven Workington Keswick Ulverston'.split(
    ' ',
  )
const AREAS = ['NG', 'CA', 'LA', 'DN', 'S', 'DE', 'LE', 'LN']
const ROADS = ['Road', 'Street', 'Avenue', 'Lane', 'Drive', 'Close', 'Crescent', 'Grove']
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'

export interface Home {
  readonly house_number: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly landline: string
}

/** An invented home; the telephone number is one kept for drama. */
export function home(dice: Dice): Home {
  const town = dice.below(TOWNS.length)
  const postcode = `${AREAS[town % AREAS.length]}${1 + dice.below(25)} ${dice.below(10)}${LETTERS[dice.below(20)]}${LETTERS[dice.below(20)]}`
  const name = dice.pick(STARTS) + dice.pick(ENDS)
  return {
    house_number: String(1 + dice.below(180)),
    street: `${name[0]!.toUpperCase()}${name.slice(1)} ${dice.pick(ROADS)}`,
    town: TOWNS[town]!,
    postcode,
    landline: dice.chance(0.4) ? `01632 960${String(dice.below(1000)).padStart(3, '0')}` : '',
  }
}
