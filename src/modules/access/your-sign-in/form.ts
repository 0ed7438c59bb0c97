import { html } from '#platform/design-system/index.ts'
import { type Field, form, textOf } from '#platform/forms/index.ts'
import { NEW_PASSWORD } from '../passwords/new-password.ts'
import { password } from '../passwords/password-field.ts'
import { codeForm } from '../second-step/pages.ts'

const PRESENT = password({ label: 'Your password now', name: 'your password' })

/** A new password in place of the present one. */
export const changePasswordForm = form({ present: PRESENT, ...NEW_PASSWORD })

/** Something that needs the password again. */
export const passwordForm = form({ present: PRESENT })

// The key of an app being set up travels in the page, sealed for its member: nothing is kept until a code has proved it.
const sealedKey: Field<string> = {
  kind: 'sealed',
  options: { label: '', name: 'the key' },
  typed: (body, name) => textOf(body[name]),
  read: (typed) => ({ value: textOf(typed) }),
  retype: (value) => value,
  render: ({ name, typed }) => html`<input type="hidden" name="${name}" value="${textOf(typed)}">`,
}

/** A new authenticator app in place of the present one. */
export const newAppForm = form({ key: sealedKey, present: PRESENT, ...codeForm.fields })
