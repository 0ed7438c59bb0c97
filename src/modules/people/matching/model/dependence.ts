import { dateLevel } from '../comparison/compare-dates.ts'
import { DIFFERENT, EXACT } from '../comparison/levels.ts'
import { F, FIELD_COUNT, ROW, SLOT, TEXT } from '../record/layout.ts'
import type { RecordStore } from '../record/store.ts'
import { mix } from '../text/hash.ts'
import type { Chances } from './defaults.ts'

/**
 * Fields are weighed one by one, as if nothing tied them together among strangers. Where something does, it is looked
 * for in the records themselves and put right here.
 */
export interface Dependence {
  /** For each field the fields, one bit each, that say it too: an age when the date of birth is known, a town when the postcode is. */
  readonly implied: readonly number[]
  /** How many times as many strangers have one forename and surname as if any forename went with any surname. */
  readonly names_together: number
}

/** So many records with chosen values are enough to see what goes with what. */
const ENOUGH = 30_000
/** A field says another when so many pairs that share it, and no name, share the other too. */
const PAIRS = 20
const SHARE = 0.9
/** Without dates of birth namesakes cannot be told from one person; names go together about so much in Britain. */
const NAMES_TOGETHER = 2
const MOST_TOGETHER = 64
/** Pairs that are worth as much as the belief that names are given without regard to one another. */
const PRIOR_NAMESAKES = 10

const VALUES: readonly (readonly [number, number])[] = [
  [F.forename, SLOT.firstName],
  [F.dateOfBirth, SLOT.dateOfBirth],
  [F.postcode, 2 * TEXT.postcode],
  [F.address, SLOT.address],
  [F.town, 2 * TEXT.town],
]
const SAID: readonly (readonly [number, number])[] = [
  [F.sex, SLOT.sex],
  [F.town, 2 * TEXT.town],
  ...[0, 1, 2, 3].map((k) => [F.other1 + k, 2 * (TEXT.other1 + k)] as const),
]

/** Which fields say which others. */
export function impliedFields(store: RecordStore, n: number): number[] {
  const { rows } = store
  const implied = Array.from({ length: FIELD_COUNT }, () => 0)
  for (const [f, slot] of VALUES) {
    const both = SAID.map(() => 0)
    const same = SAID.map(() => 0)
    eachNeighbour(
      store,
      n,
      (row) => rows[row + slot]!,
      (a, b) => {
        if (sharesName(rows, a, b, f)) return
        for (const [k, [, other]] of SAID.entries()) {
          const [x, y] = [rows[a + other]!, rows[b + other]!]
          if (x === 0 || y === 0) continue
          both[k]!++
          if (x === y) same[k]!++
        }
      },
    )
    for (const [k, [said]] of SAID.entries())
      if (said !== f && both[k]! >= PAIRS && same[k]! >= SHARE * both[k]!) implied[said]! |= 1 << f
  }
  return implied
}

/** Whether two rows could be of one person, for all that their names say. */
function sharesName(rows: Int32Array, a: number, b: number, f: number): boolean {
  const same = (slot: number) => rows[a + slot] === rows[b + slot]
  return same(SLOT.soundSurname) || (f !== F.forename && same(SLOT.soundForename))
}

/** Pairs of one forename and surname whose birthdays rule one person out, as far as one slip goes. */
export interface Namesakes {
  readonly met: number
  /** pairs of which both names and both birthdays are known, whatever they are */
  readonly pairs: number
}

/** Counts namesakes; undefined where hardly any record tells names and a date of birth. */
export function countNamesakes(store: RecordStore, n: number): Namesakes | undefined {
  const { rows } = store
  const told = (row: number) => (rows[row + SLOT.dateOfBirth] === 0 ? 0 : fullName(rows, row))
  let known = 0
  for (let i = 0, row = 0; i < n; i++, row += ROW) if (told(row) !== 0) known++
  if (known < n / 10) return undefined
  let met = 0
  const sampled = eachNeighbour(
    store,
    n,
    told,
    (a, b) => {
      if (dateLevel(rows[a + SLOT.dateOfBirth]!, rows[b + SLOT.dateOfBirth]!, 0) === DIFFERENT) met++
    },
    true,
  )
  return { met: met / sampled, pairs: (known * (known - 1)) / 2 }
}

/** How many times as many strangers are namesakes as by chance, when of so many pairs of one person's records each looks like `match`. */
export function namesTogether(
  namesakes: Namesakes | undefined,
  random: readonly Chances[],
  match: readonly Chances[],
  matches: number,
): number {
  if (!namesakes) return NAMES_TOGETHER
  const looksSo = (of: readonly Chances[]) =>
    of[F.forename]![EXACT]! * of[F.surname]![EXACT]! * of[F.dateOfBirth]![DIFFERENT]!
  const strangers = Math.max(0, namesakes.met - matches * looksSo(match))
  const times = (strangers + PRIOR_NAMESAKES) / (namesakes.pairs * looksSo(random) + PRIOR_NAMESAKES)
  return Math.max(1, Math.min(MOST_TOGETHER, times))
}

function fullName(rows: Int32Array, row: number): number {
  const [forename, surname] = [rows[row + 2 * TEXT.forename]!, rows[row + 2 * TEXT.surname]!]
  return forename === 0 || surname === 0 ? 0 : mix(forename, surname)
}

/**
 * Visits rows that share a value: neighbours when they stand in the order of what they say, or all pairs of a value.
 * Where there are many records only some values are looked at; answers their share.
 */
function eachNeighbour(
  store: RecordStore,
  n: number,
  valueOf: (row: number) => number,
  visit: (a: number, b: number) => void,
  all = false,
): number {
  const step = Math.ceil(n / ENOUGH)
  const found: { value: number; content: number; row: number }[] = []
  for (let i = 0, row = 0; i < n; i++, row += ROW) {
    const value = valueOf(row)
    if (value === 0 || (step > 1 && (mix(value, 5) >>> 0) % step !== 0)) continue
    found.push({ value, content: store.contents[i]!, row })
  }
  found.sort((a, b) => a.value - b.value || a.content - b.content)
  for (let k = 1; k < found.length; k++)
    for (let j = k - 1; j >= 0 && found[j]!.value === found[k]!.value && (all || j === k - 1); j--)
      visit(found[j]!.row, found[k]!.row)
  return 1 / step
}
