import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, TextOrHtml } from './content.ts'
import { formGroup, head } from './form-group.ts'
import type { FieldParams } from './form-group.ts'

export type InputParams = FieldParams &
  Readonly<{
    type?: string
    value?: string | number | null
    inputmode?: string
    autocomplete?: string
    autocapitalize?: string
    pattern?: string
    spellcheck?: boolean
    prefix?: TextOrHtml & Extras
    suffix?: TextOrHtml & Extras
    inputWrapper?: Extras
  }>

/** GOV.UK text input, with its label, hint, error, prefix and suffix. */
export function input(params: InputParams): Html {
  const { id, describedBy, html: above } = head(params)
  const control = html`<input${attributes({
    class: classNames('govuk-input', params.classes, params.errorMessage ? 'govuk-input--error' : null),
    id,
    name: params.name,
    type: params.type || 'text',
    spellcheck: optional(typeof params.spellcheck === 'boolean' ? String(params.spellcheck) : undefined),
    value: optional(params.value),
    disabled: optional(params.disabled),
    'aria-describedby': optional(describedBy || undefined),
    autocomplete: optional(params.autocomplete),
    autocapitalize: optional(params.autocapitalize),
    pattern: optional(params.pattern),
    inputmode: optional(params.inputmode),
  })}${attributes(params.attributes)}>`
  return formGroup(params, html`${above}${wrap(params, control)}`)
}

const optional = (value: string | number | boolean | null | undefined) => ({ value, optional: true })

function wrap({ formGroup: group, prefix, suffix, inputWrapper }: InputParams, control: Html): Html {
  const before = contentOf(group?.beforeInput)
  const after = contentOf(group?.afterInput)
  if (![before, after, contentOf(prefix), contentOf(suffix)].some(isFilled)) return control
  return html`<div class="${classNames('govuk-input__wrapper', inputWrapper?.classes)}"${attributes(inputWrapper?.attributes)}>${before}${affix(prefix, 'prefix')}${control}${affix(suffix, 'suffix')}${after}</div>`
}

function affix(params: InputParams['prefix'], side: 'prefix' | 'suffix'): Html | null {
  const words = contentOf(params)
  if (!isFilled(words)) return null
  return html`<div class="${classNames(`govuk-input__${side}`, params?.classes)}" aria-hidden="true"${attributes(params?.attributes)}>${words}</div>`
}
