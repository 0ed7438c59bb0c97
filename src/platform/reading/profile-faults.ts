import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * What is wrong with a profile as it was written: one sentence a fault, each beginning with its place ("columns.sex.codes.m"). A key that is
 * not known is named, with the one of `known` that was probably meant.
 */
export function profileFaults(error: z.ZodError, written: unknown, known: readonly string[]): string[] {
  return error.issues.flatMap((issue) => tell(issue, [], written, known))
}

function tell(issue: Issue, above: PropertyKey[], written: unknown, known: readonly string[]): string[] {
  const path = [...above, ...issue.path]
  const at = path.map(String).join('.') || 'profile'
  const value = path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | null | undefined)?.[key],
    written,
  )
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${[...path, key].map(String).join('.')}: there is no such part${meant(key, known)}`,
      )
    case 'invalid_union': {
      // A column by its name or number, or an object: the faults of what it was meant to be.
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return issue.errors.at(-1)!.flatMap((one) => tell(one, path, written, known))
      return [`${at}: write a heading in quotation marks, a column's number from 1, or an object in braces`]
    }
    case 'invalid_type':
      return [
        `${at}: ${value === undefined ? 'it is missing; write' : `write`} ${KINDS[issue.expected] ?? issue.expected}`,
      ]
    case 'invalid_value':
      return [`${at}: ${shown(value)} is none of ${issue.values.map(String).join(', ')}`]
    case 'too_small':
      if (issue.origin === 'string') return [`${at}: it is empty; write something`]
      return [
        `${at}: write ${issue.origin === 'array' ? `at least ${issue.minimum}` : `${issue.minimum} or more`}`,
      ]
    case 'too_big':
      return [`${at}: write at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`]
    default:
      return [`${at}: ${issue.message}`]
  }
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list in square brackets, such as ["DD/MM/YYYY"]',
  object: 'an object in braces, such as { "column": "Heading" }',
  record: 'an object in braces, such as { "theirs": "ours" }',
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

const shown = (value: unknown) =>
  typeof value === 'string' ? `“${value}”` : value === undefined ? 'what is missing' : JSON.stringify(value)

function meant(key: string, known: readonly string[]): string {
  const near = known
    .map((one) => ({ one, far: distance(key.toLowerCase(), one) }))
    // The word itself is no guess: it stands in the wrong place.
    .filter(({ one, far }) => far > 0 && far <= Math.max(1, Math.floor(one.length / 3)))
    .toSorted((a, b) => a.far - b.far)[0]
  return near ? `. Did you mean “${near.one}”?` : ''
}

/** How many letters must be changed, put in or left out to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}

/** Every word that a key of a column or of a file's format may be. */
export const READING_WORDS: readonly string[] = (
  'column columns join constant empty_values required optional split take default date_formats true_values false_values any_of codes ' +
  'encoding separator quote header_row cells skip_lines_starting profile title kind file'
).split(' ')
