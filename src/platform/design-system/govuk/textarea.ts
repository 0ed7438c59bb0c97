import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import { formGroup, head } from './form-group.ts'
import type { FieldParams } from './form-group.ts'

export type TextareaParams = FieldParams &
  Readonly<{ rows?: number | string; value?: string | null; spellcheck?: boolean; autocomplete?: string }>

/** GOV.UK textarea: five rows unless told. */
export function textarea(params: TextareaParams): Html {
  const { id, describedBy, html: above } = head(params)
  const names = classNames(
    'govuk-textarea',
    params.errorMessage ? 'govuk-textarea--error' : null,
    params.classes,
  )
  const spellcheck = typeof params.spellcheck === 'boolean' ? String(params.spellcheck) : undefined
  return formGroup(
    params,
    html`${above}${contentOf(params.formGroup?.beforeInput)}<textarea class="${names}" id="${id}" name="${params.name}" rows="${params.rows || 5}"${attribute('spellcheck', spellcheck)}${params.disabled ? ' disabled' : null}${attribute('aria-describedby', describedBy)}${attribute('autocomplete', params.autocomplete)}${attributes(params.attributes)}>${params.value}</textarea>${contentOf(params.formGroup?.afterInput)}`,
  )
}
