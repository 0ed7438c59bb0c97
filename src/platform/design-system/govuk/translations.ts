import type { Attributes } from '../attributes.ts'

/** A message by CLDR plural rule (`one`, `other`…), as the official scripts read it. */
export type PluralMessages = Readonly<Record<string, string>>

/** The `data-i18n` attributes by which the official scripts are told other words; none when none are given. */
export function translations(key: string, message: string | PluralMessages | undefined): Attributes {
  if (!message) return {}
  if (typeof message === 'string') return { [`data-i18n.${key}`]: message }
  return Object.fromEntries(
    Object.entries(message).map(([rule, words]) => [`data-i18n.${key}.${rule}`, words]),
  )
}
