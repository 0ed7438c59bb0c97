import { Invalid } from '#platform/errors.ts'
import { form } from '#platform/forms/index.ts'
import { password } from './password-field.ts'
import { whatIsWrongWith } from './password-rules.ts'

export const NEW_PASSWORD = {
  password: password({
    label: 'New password',
    name: 'a new password',
    new: true,
    hint: 'At least 12 characters. Three words that have nothing to do with each other work well. Spaces are fine.',
  }),
  again: password({ label: 'New password again', name: 'the new password again', new: true }),
}

/** A new password, typed twice. */
export const newPasswordForm = form(NEW_PASSWORD)

/** The password chosen. Throws Invalid when it will not do, or was not typed the same twice; `own` are words it must not be made of. */
export function checkNewPassword(typed: { password: string; again: string }, own: readonly string[]): string {
  const wrong = whatIsWrongWith(typed.password, own)
  if (wrong) throw new Invalid({ password: wrong })
  if (typed.password !== typed.again)
    throw new Invalid({ again: 'The two passwords are not the same. Type the new password again' })
  return typed.password
}
