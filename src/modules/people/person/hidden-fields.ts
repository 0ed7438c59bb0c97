import type { FilledField, Typed } from '#platform/forms/index.ts'

/**
 * What was read from a form as the hidden fields that send it again, for a page between the form and its end. Fields without a
 * value are left out.
 */
export function hiddenFields(
  form: Record<string, FilledField>,
  values: Record<string, unknown>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, { field }]) => {
      const value = values[name]
      if (value === null || value === undefined) return []
      const typed: Typed = field.retype(value as never)
      if (typeof typed === 'string') return typed ? [[name, typed]] : []
      if (Array.isArray(typed)) throw new Error(`${name} holds several values: send it by its own means`)
      return (['day', 'month', 'year'] as const).map((part) => [`${name}-${part}`, typed[part]])
    }),
  )
}
