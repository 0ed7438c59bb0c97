import { passwordInput } from '#platform/design-system/index.ts'
import { type Field, type FilledField } from '#platform/forms/index.ts'

const MAX = 200

/** A password: kept exactly as typed, never sent back to the browser. `new` for one being chosen. */
export function password(options: {
  label: string
  name: string
  hint?: string
  new?: boolean
}): Field<string> {
  return {
    kind: 'password',
    options,
    typed: (body, name) => [body[name] ?? ''].flat()[0] ?? '',
    read: (typed) => {
      const text = typeof typed === 'string' ? typed : ''
      if (text === '') return { message: `Enter ${options.name}` }
      if (text.length > MAX) return { message: `Your password must be ${MAX} characters or fewer` }
      return { value: text }
    },
    retype: () => '',
    render: ({ name, message }: FilledField) =>
      passwordInput({
        id: name,
        name,
        label: { text: options.label },
        autocomplete: options.new ? 'new-password' : 'current-password',
        ...(options.hint ? { hint: { text: options.hint } } : {}),
        ...(message ? { errorMessage: { text: message } } : {}),
      }),
  }
}
