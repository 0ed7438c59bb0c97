import { addDays, dayInLondon, dayInWords } from '#reference'
import { MOVED_FILES, type MovedFile } from '../profile/fields.ts'
import type { Row } from './step.ts'

/** Days of which the second cannot be before the first. */
const IN_ORDER: Partial<Record<MovedFile, readonly [first: string, second: string]>> = {
  referrals: ['born_on', 'received_on'],
  cases: ['opened_on', 'closed_on'],
  surveys: ['sent_on', 'returned_on'],
  restorative_justice: ['received_on', 'reached_on'],
}
const called = (field: string) => `“${field.replaceAll('_', ' ')}”`

/** Makes what says why a row's days cannot be: one that is still to come, or that is before what it follows from. Undefined: they can. */
export function makeDayCheck<File extends MovedFile>(name: File): (row: Row<File>) => string | undefined {
  const days = Object.entries(MOVED_FILES[name]).flatMap(([field, { kind }]) =>
    kind === 'day' ? [field] : [],
  )
  const [first, second] = IN_ORDER[name] ?? []
  // The clock of whoever wrote the export may be a little ahead.
  const tomorrow = addDays(dayInLondon(), 1)
  return (row) => {
    const on = row as unknown as Record<string, string | null>
    const ahead = days.find((field) => (on[field] ?? '') > tomorrow)
    if (ahead) return `${called(ahead)} is ${dayInWords(on[ahead]!)}, which is still to come`
    const [from, to] = [on[first ?? ''], on[second ?? '']]
    if (!from || !to || from <= to) return undefined
    return `${called(second!)} is ${dayInWords(to)}, before ${called(first!)}, ${dayInWords(from)}`
  }
}
