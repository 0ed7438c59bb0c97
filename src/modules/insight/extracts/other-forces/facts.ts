// For the test: crimes of five invented forces as facts, of which each force writes a file in its own way.

export type Victim = {
  id: string
  surname: string
  forenames: string
  born: string
  postcode: string
  phone: string
}
export type Fact = {
  number: string
  day: string
  class: string
  district: string
  domestic: boolean
  strands: string[]
  /** Whom it was against: people, or an organisation or the state by name. */
  people: Victim[]
  other?: { name: string; type: 'organisation' | 'state' }
}

const CLASSES = ['Violence with injury', 'Rape', 'Burglary', 'Criminal damage & arson']
const DISTRICTS = ['Ashfield', 'Gedling', 'Rushcliffe']
const STRANDS = ['Race', 'Disability', 'Faith']
const FORENAMES = 'Alba Bruno Cosima Darius Elspeth Fergus Greta Hamish Ingrid Jocasta'.split(' ')
const ENDINGS = 'Holt Mere Thwaite Combe'.split(' ')

const two = (n: number) => String(n).padStart(2, '0')
/** '2014-03-12' as its parts, without noughts in front: 12, 3, 14. */
export const parts = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { d: Number(date), m: Number(month), yy: year.slice(2), year: Number(year) }
}

/** A year of a force: 120 crimes of 40 people, some with two or three victims, some against a company or the state. Nothing is left to chance. */
export function yearOf(force: string, year: number): Fact[] {
  const seed = Array.from(force).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), year) % 9973
  const people = Array.from({ length: 40 }, (_, i): Victim => ({
    id: `${force}${i}`,
    surname: `${force}${ENDINGS[i % 4]!.toLowerCase()}${'abcdefghij'[Math.floor(i / 4)]}`,
    forenames: FORENAMES[(i * 7 + seed) % 10]!,
    born: `${1940 + ((i * 13 + seed) % 60)}-${two(1 + ((i * 5) % 12))}-${two(1 + ((i * 11) % 28))}`,
    postcode: `NG${1 + (i % 25)} ${i % 10}${'ABDEFGHJLN'[i % 10]}${'PQRSTUWXYZ'[(i * 3) % 10]}`,
    phone: `07700 90${String(1000 + ((i * 97 + seed) % 9000)).slice(0, 4)}`,
  }))
  return Array.from({ length: 120 }, (_, i): Fact => {
    const against = i % 10 === 3 ? ('organisation' as const) : i % 15 === 7 ? ('state' as const) : undefined
    const many = i % 6 === 0 ? 3 : i % 4 === 0 ? 2 : 1
    return {
      number: `${force.toUpperCase()}/${year}/${1000 + i}`,
      day: `${year}-${two(1 + ((i * 7 + seed) % 12))}-${two(1 + ((i * 3) % 28))}`,
      class: CLASSES[(i * 3 + Math.floor(i / 7)) % 4]!,
      district: DISTRICTS[(i + Math.floor(i / 5)) % 3]!,
      domestic: i % 5 === 0,
      strands: i % 11 === 0 ? ['Race', 'Faith'] : i % 9 === 0 ? [STRANDS[i % 3]!] : [],
      people: against ? [] : Array.from({ length: many }, (_, n) => people[(i * i + n * 17 + seed) % 40]!),
      ...(against
        ? { other: { type: against, name: against === 'state' ? 'Regina' : `${force} Stores Ltd` } }
        : {}),
    }
  })
}

/** What the named measures must be, from the facts alone. */
export function counted(facts: readonly Fact[]): Record<string, unknown> {
  const all = facts.filter(({ people }) => people.length > 0)
  const by = (lines: readonly (readonly [string, string])[]) =>
    Object.fromEntries(
      [...Map.groupBy(lines, ([at]) => at)].map(([at, group]) => [
        at,
        new Set(group.map(([, key]) => key)).size,
      ]),
    )
  const each = all.flatMap((fact) => fact.people.map((one) => [fact, one.id] as const))
  const often = [...Map.groupBy(each, ([, id]) => id).values()].map(
    (mine) => new Set(mine.map(([f]) => f.number)).size,
  )
  return {
    crimes: all.length,
    'crimes by class': by(all.map((f) => [f.class, f.number])),
    'crimes by district': by(all.map((f) => [f.district, f.number])),
    'victims-within-class by class': by(each.map(([f, id]) => [f.class, id])),
    'individual-victims': new Set(each.map(([, id]) => id)).size,
    'domestic-crimes by class': by(
      all
        .filter((f) => f.domestic && ['Violence with injury', 'Rape'].includes(f.class))
        .map((f) => [f.class, f.number]),
    ),
    'hate-crimes by strand': by(all.flatMap((f) => f.strands.map((strand) => [strand, f.number] as const))),
    'repeat-victims by number_of_crimes': by(often.map((n, at) => [String(n), String(at)])),
  }
}
