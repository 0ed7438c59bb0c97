import { refuse } from '#platform/errors.ts'
import type { TransferVictim } from '../mapping-profiles/transfer-fields.ts'

/**
 * Refuses words that name the person of a held row, where they leave the team or outlive what is known of the person. A name counts where it
 * is written as one: of somebody called Will Day may be asked "Will they come by day?".
 */
export function refuseNames(
  field: string,
  words: string | null,
  victim: Pick<TransferVictim, 'forenames' | 'surname'> | null,
): void {
  const [first = ''] = namesIn(victim?.forenames)
  const named = namesIn(victim?.surname).find((name) => isNamed(words ?? '', name, '')) ?? undefined
  const called = named ?? (first && isNamed(words ?? '', first, '(?<!^\\s*|[.?!]\\s*)') ? first : undefined)
  if (called) refuse(field, `Take out “${called}”: the person must not be named here`)
}

const namesIn = (name: string | null | undefined): string[] =>
  (name ?? '').split(/[^\p{L}\p{M}]+/u).filter((part) => part.length > 2)

/** Whether a name stands in the words with a capital, or in capitals; `before` says where it does not count. */
function isNamed(words: string, name: string, before: string): boolean {
  const title = name[0]!.toUpperCase() + name.slice(1).toLowerCase()
  const forms = [...new Set([name, title])].filter((form) => form !== form.toLowerCase())
  const whole = (form: string, where: string) => `${where}(?<!\\p{L})${form}(?!\\p{L})`
  const sources = [...forms.map((form) => whole(form, before)), whole(name.toUpperCase(), '')]
  return new RegExp(sources.join('|'), 'u').test(words)
}
