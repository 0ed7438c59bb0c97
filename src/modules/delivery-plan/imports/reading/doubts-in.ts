import { performanceYear } from '#reference'
import { dayInWords } from '#platform/words/dates.ts'
import { listInWords } from '#platform/words/lists.ts'
import { plural } from '#platform/words/plurals.ts'
import { STATUSES } from '../../words.ts'
import { type ReadDeliverable, readable } from './pieces.ts'
import { cycleOfOther, type FrontMatter, yearAndCycle } from './read-front-matter.ts'

/** Who is taken to own what a paper gives no owner of. */
export const OFFICE = 'OPCC'

/** '3', '2.3' where the paper has several parts, '3 of 2019-20' where it has several years. */
const nameOf = ({ number, part, year }: ReadDeliverable) =>
  `${part ? `${part.number}.` : ''}${number}${year ? ` of ${performanceYear(year).label}` : ''}`

const numbers = (those: readonly ReadDeliverable[]) => `Number ${listInWords(those.map(nameOf))}`

/** What of a paper a person should look at first, a sentence each: what its rows do not bear out, what was taken, and what is missing. */
export function doubtsIn(front: FrontMatter, deliverables: readonly ReadDeliverable[]): string[] {
  const all = deliverables.length
  const doubts: string[] = [...front.taken]
  const tell = (
    is: (one: ReadDeliverable) => boolean,
    some: (which: string) => string,
    every = some(numbers(deliverables)),
  ) => {
    const those = deliverables.filter(is)
    if (those.length > 0) doubts.push(those.length === all && all > 1 ? every : some(numbers(those)))
  }
  for (const [status, said] of Object.entries(front.said ?? {})) {
    const count = deliverables.filter((one) => one.status === status).length
    if (said.count !== count || said.of !== all)
      doubts.push(
        `It says ${said.text} ${status.replace(/^./, (c) => c.toUpperCase())}; its rows give ${count} of ${all}.`,
      )
  }
  tell(
    ({ owners }) => owners === '',
    (which) => `${which}: nobody is named who answers for it. ${OFFICE} is taken.`,
    `It names nobody who answers for them: ${OFFICE} is taken for all.`,
  )
  for (const [name, those] of Map.groupBy(deliverables, nameOf))
    if (those.length > 1) doubts.push(`Number ${name} is there twice.`)
  for (const [said, those] of Map.groupBy(deliverables, ({ due_said }) => due_said))
    if (said) doubts.push(dueDoubt(said, those))
  doubts.push(...yearDoubts(front, deliverables))
  tell(
    ({ status }) => !status,
    (which) => `${which}: no colour could be read.`,
    'It gives no colours that could be read: none is kept.',
  )
  for (const one of deliverables)
    if (one.told && one.status)
      doubts.push(`${numbers([one])}: “${readable(one.told)}” was read as ${STATUSES[one.status]}.`)
  tell(
    ({ updates }) => updates.some(({ dated_to }) => dated_to === 'none'),
    (which) => `${which}: some of what is said has no date.`,
  )
  const { meeting_on } = front
  tell(
    ({ updates }) => updates.some(({ dated_on }) => dated_on && meeting_on && dated_on > meeting_on),
    (which) => `${which}: some of what is said is dated after the meeting.`,
  )
  tell(
    ({ updates }) => updates.length === 0,
    (which) => `${which}: nothing is said.`,
    'Nothing is said of any of them.',
  )
  return doubts
}

/** Whether any of these has a colour or words, which belong to a quarter. */
export const saysSomething = (those: readonly ReadDeliverable[]): boolean =>
  those.some(({ status, updates }) => status !== null || updates.length > 0)

/** What a due day was taken from, or that none was. */
function dueDoubt(said: string, those: readonly ReadDeliverable[]): string {
  const { due_on } = those[0]!
  return due_on
    ? `${numbers(those)}: “${said}” was read as due on ${dayInWords(due_on)}.`
    : `${numbers(those)}: “${said}” is no day. No day is kept on which it is due.`
}

/** That a paper has the plans of several years, and where those of another year than its own are kept. */
const yearDoubts = ({ year }: FrontMatter, deliverables: readonly ReadDeliverable[]): string[] =>
  [...Map.groupBy(deliverables, (one) => one.year)].flatMap(([starts, those]) => {
    if (!year || starts === undefined || starts === Number(year.starts_on.slice(0, 4))) return []
    const { cycle } = yearAndCycle(starts, cycleOfOther(starts, year))
    return [
      `${plural(those.length, 'row')} from line ${those[0]!.line} on ${those.length === 1 ? 'is' : 'are'} of ${performanceYear(starts).label}: kept in that year${saysSomething(those) ? `, as at ${cycle!.name.toLowerCase()}` : ''}.`,
    ]
  })
