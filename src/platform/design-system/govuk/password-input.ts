import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { classNames } from '../attributes.ts'
import { button } from './button.ts'
import { contentOf } from './content.ts'
import type { FieldParams } from './form-group.ts'
import { input } from './input.ts'
import { translations } from './translations.ts'

export type PasswordInputParams = FieldParams &
  Readonly<{
    value?: string
    autocomplete?: string
    showPasswordText?: string
    hidePasswordText?: string
    showPasswordAriaLabelText?: string
    hidePasswordAriaLabelText?: string
    passwordShownAnnouncementText?: string
    passwordHiddenAnnouncementText?: string
    button?: Readonly<{ classes?: string }>
  }>

/** GOV.UK password input with its Show button; `current-password` unless told. */
export function passwordInput(params: PasswordInputParams): Html {
  const id = params.id || params.name
  const toggle = button({
    type: 'button',
    classes: classNames(
      'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
      params.button?.classes,
    ),
    text: params.showPasswordText ?? 'Show',
    attributes: {
      'aria-controls': id,
      'aria-label': params.showPasswordAriaLabelText ?? 'Show password',
      hidden: { value: true, optional: true },
    },
  })
  return input({
    ...params,
    id,
    type: 'password',
    spellcheck: false,
    autocapitalize: 'none',
    autocomplete: params.autocomplete || 'current-password',
    classes: classNames('govuk-password-input__input govuk-js-password-input-input', params.classes),
    inputWrapper: { classes: 'govuk-password-input__wrapper' },
    formGroup: {
      classes: classNames('govuk-password-input', params.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-password-input',
        ...words(params),
        ...params.formGroup?.attributes,
      },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${toggle}${contentOf(params.formGroup?.afterInput)}` },
    },
  })
}

const words = (params: PasswordInputParams) => ({
  ...translations('show-password', params.showPasswordText),
  ...translations('hide-password', params.hidePasswordText),
  ...translations('show-password-aria-label', params.showPasswordAriaLabelText),
  ...translations('hide-password-aria-label', params.hidePasswordAriaLabelText),
  ...translations('password-shown-announcement', params.passwordShownAnnouncementText),
  ...translations('password-hidden-announcement', params.passwordHiddenAnnouncementText),
})
