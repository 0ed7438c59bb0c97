import { closeSync, openSync, writeSync } from 'node:fs'
import type { Home } from './invented-people.ts'
import { Dice, FORENAMES, home, NICKNAMES, surname } from './invented-people.ts'

/** The 17 columns of a generated file; `person` is the truth. */
export const COLUMNS = [
  'record_id',
  'person',
  'forename',
  'middle_names',
  'surname',
  'previous_surname',
  'date_of_birth',
  'sex',
  'house_number',
  'street',
  'town',
  'postcode',
  'mobile',
  'landline',
  'email',
  'force_nominal',
  'recorded_on',
] as const
type Person = Record<(typeof COLUMNS)[number], string>

/** Of all records, how many are a person's second or later one, each with an error or a change of address. */
const CHANGED = 0.43

const day = (dice: Dice, from: number, years: number) =>
  `${from + dice.below(years)}-${String(1 + dice.below(12)).padStart(2, '0')}-${String(1 + dice.below(28)).padStart(2, '0')}`

/**
 * Writes a CSV of `records` invented records of fewer people, with households, twins, namesakes and moves; the
 * same seed writes the same file. A third of people share a home with another in the file.
 */
export function generate(path: string, records: number, seed: number): void {
  const dice = new Dice(seed)
  const people = Math.round(records * (1 - CHANGED))
  const file = openSync(path, 'w')
  const all: Person[] = []
  while (all.length < people) all.push(...household(dice, all.length))
  all.length = people
  let lines: string[] = [COLUMNS.join(',')]
  for (let written = 0, first = 0; written < records; written++) {
    // first records and later ones of anyone already written, in a mixed order
    const later = first > 0 && (first === people || dice.chance(CHANGED))
    const record = later ? changed(dice, all[dice.below(first)]!) : all[first++]!
    lines.push(COLUMNS.map((column) => (column === 'record_id' ? written : record[column])).join(','))
    if (lines.length < 20_000 && written + 1 < records) continue
    writeSync(file, `${lines.join('\n')}\n`)
    lines = []
  }
  closeSync(file)
}

function household(dice: Dice, number: number): Person[] {
  const place = home(dice)
  const name = surname(dice)
  const size = dice.chance(0.8) ? 1 : 2 + dice.below(2)
  const members: Person[] = []
  for (let k = 0; k < size; k++) {
    const before = members[k - 1]
    const twin = before !== undefined && dice.chance(0.04)
    const namesake = before !== undefined && dice.chance(0.01)
    members.push({
      ...person(
        dice,
        number + k,
        before && dice.chance(0.85) ? before.surname : k === 0 ? name : surname(dice),
        place,
      ),
      ...(twin ? { date_of_birth: before.date_of_birth, surname: before.surname } : {}),
      // a parent and a child of one name
      ...(namesake
        ? { forename: before.forename, surname: before.surname, ...generationApart(dice, before) }
        : {}),
    })
  }
  return members
}

function generationApart(dice: Dice, { date_of_birth }: Person): Pick<Person, 'date_of_birth'> {
  const year = Number(date_of_birth.slice(0, 4))
  return { date_of_birth: day(dice, year < 1975 ? year + 18 : year - 40, 20) }
}

function person(dice: Dice, number: number, family: string, place: Home): Person {
  const forename = dice.common(FORENAMES)
  return {
    record_id: '',
    person: String(number),
    forename,
    middle_names: dice.chance(0.4) ? dice.common(FORENAMES) : '',
    surname: family,
    previous_surname: '',
    date_of_birth: day(dice, 1935, 75),
    sex: dice.chance(0.5) ? 'F' : 'M',
    house_number: place.house_number,
    street: place.street,
    town: place.town,
    postcode: place.postcode,
    mobile: dice.chance(0.7) ? `07700 900${String(dice.below(1000)).padStart(3, '0')}` : '',
    landline: place.landline,
    email: dice.chance(0.45) ? `${forename}.${family}${dice.below(9999)}@example.org` : '',
    force_nominal: dice.chance(0.25) ? `N${1_000_000 + number}` : '',
    recorded_on: day(dice, 2020, 6),
  }
}

type Change = (dice: Dice, p: Person) => Partial<Person>
const CHANGES: readonly (readonly [number, Change])[] = [
  [0.32, (dice) => home(dice)],
  [0.16, (dice, p) => ({ forename: slip(dice, p.forename) })],
  [0.18, (dice, p) => ({ surname: slip(dice, p.surname) })],
  [0.12, (dice, p) => ({ forename: dice.pick(NICKNAMES.get(p.forename) ?? [p.forename]) })],
  [0.06, (dice, p) => ({ date_of_birth: digit(dice, p.date_of_birth) })],
  [
    0.03,
    (_, { date_of_birth: d }) =>
      d.slice(8) <= '12' ? { date_of_birth: `${d.slice(0, 5)}${d.slice(8)}-${d.slice(5, 7)}` } : {},
  ],
  [0.02, (_, p) => ({ forename: p.surname, surname: p.forename })],
  [0.04, (dice, p) => ({ surname: surname(dice), previous_surname: dice.chance(0.5) ? p.surname : '' })],
  [0.02, (dice, p) => ({ surname: `${p.surname}-${surname(dice)}` })],
  [0.02, (_, p) => ({ forename: p.forename.slice(0, 1) })],
  [0.2, () => ({ middle_names: '' })],
  [0.25, (dice) => ({ mobile: `07700 900${String(dice.below(1000)).padStart(3, '0')}` })],
  [0.2, () => ({ email: '' })],
  [0.3, () => ({ force_nominal: '' })],
  [0.06, (dice, p) => ({ postcode: slip(dice, p.postcode) })],
  [0.05, () => ({ date_of_birth: '' })],
  [0.06, () => ({ postcode: '', house_number: '', street: '' })],
]

/** A later record of a person: at least one thing has changed, gone missing or been mistyped. */
function changed(dice: Dice, before: Person): Person {
  const after: Person = { ...before, recorded_on: day(dice, 2020, 6) }
  let any = false
  while (!any) {
    for (const [often, change] of CHANGES) {
      if (!dice.chance(often)) continue
      Object.assign(after, change(dice, after))
      any = true
    }
  }
  return after
}

function slip(dice: Dice, text: string): string {
  if (text.length < 3) return text
  const at = 1 + dice.below(text.length - 1)
  const letter = 'abcdefghijklmnopqrstuvwxyz'[dice.below(26)]!
  const kind = dice.below(4)
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
  if (kind === 1) return text.slice(0, at) + letter + text.slice(at)
  if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1)
  return text.slice(0, at - 1) + text[at]! + text[at - 1]! + text.slice(at + 1)
}

function digit(dice: Dice, date: string): string {
  const at = dice.pick([2, 3, 6, 9])
  return date.slice(0, at) + String(dice.below(10)) + date.slice(at + 1)
}
