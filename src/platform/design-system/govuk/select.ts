import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Gaps } from './content.ts'
import { formGroup, head } from './form-group.ts'
import type { FieldParams } from './form-group.ts'

export type SelectItem = Readonly<{
  value?: string | number
  text: string
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>
export type SelectParams = FieldParams &
  Readonly<{ items?: Gaps<SelectItem>; value?: string | number | null }>

/** GOV.UK select; `value` is the item chosen, compared as text. */
export function select(params: SelectParams): Html {
  const { id, describedBy, html: above } = head(params)
  const names = classNames('govuk-select', params.classes, params.errorMessage ? 'govuk-select--error' : null)
  return formGroup(
    params,
    html`${above}${contentOf(params.formGroup?.beforeInput)}<select class="${names}" id="${id}" name="${params.name}"${params.disabled ? ' disabled' : null}${attribute('aria-describedby', describedBy)}${attributes(params.attributes)}>${params.items?.map((item) => (item ? option(item, params.value) : null))}</select>${contentOf(params.formGroup?.afterInput)}`,
  )
}

function option(item: SelectItem, chosen: SelectParams['value']): Html {
  const value = item.value === undefined ? item.text : item.value
  const selected = item.selected || (chosen && item.selected !== false && String(value) === String(chosen))
  const valueAttribute = item.value === undefined ? null : html` value="${String(item.value)}"`
  return html`<option${valueAttribute}${selected ? ' selected' : null}${item.disabled ? ' disabled' : null}${attributes(item.attributes)}>${item.text}</option>`
}
