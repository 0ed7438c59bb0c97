import { html, spaced } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps } from './content.ts'
import { fieldset } from './fieldset.ts'
import type { FieldsetParams } from './fieldset.ts'
import { explain, formGroup } from './form-group.ts'
import type { ExplainedParams, FormGroupsParams } from './form-group.ts'
import { input } from './input.ts'

export type DateInputItem = Readonly<{
  id?: string
  name?: string
  label?: string
  value?: string | number | null
  classes?: string
  autocomplete?: string
  pattern?: string
  inputmode?: string
  attributes?: Attributes
  error?: boolean
}>
export type DateInputParams = ExplainedParams &
  Extras &
  Readonly<{
    id: string
    namePrefix?: string
    items?: Gaps<DateInputItem>
    day?: DateInputItem
    month?: DateInputItem
    year?: DateInputItem
    values?: Readonly<Record<string, string | number | null | undefined>>
    fieldset?: FieldsetParams
    formGroup?: FormGroupsParams
  }>

const PARTS = ['day', 'month', 'year'] as const

/** GOV.UK date input: day, month and year, of which those at fault can be marked by `error`. */
export function dateInput(params: DateInputParams): Html {
  const parts = PARTS.map((part) => ({
    part,
    item: params[part] ?? { name: part, value: params.values?.[part] },
  }))
  const items = params.items?.length ? params.items : parts.map(({ item }) => item)
  const someFault = items.some((item) => item && isFault(item))

  const boxes = items.map((item) => {
    if (!item) return null
    const known = parts.find(
      (one) => one.item === item || (item.name && [one.part as string, one.item.name].includes(item.name)),
    )
    const name = item.name ?? known?.part ?? ''
    const value = item.value === undefined ? known?.item.value : item.value
    return box(params, item, { name, value, year: known?.part === 'year', someFault })
  })

  const explained = explain(params, params.id, params.fieldset?.describedBy)
  const inside = html`${explained.html}<div class="${classNames('govuk-date-input', params.classes)}"${attributes(params.attributes)}${attribute('id', params.id)}>${contentOf(params.formGroup?.beforeInputs)}${spaced(boxes)}${contentOf(params.formGroup?.afterInputs)}</div>`
  return formGroup(
    params,
    params.fieldset
      ? fieldset({ ...params.fieldset, role: 'group', describedBy: explained.describedBy, html: inside })
      : inside,
  )
}

const isFault = (item: DateInputItem): boolean =>
  item.error || (item.classes ?? '').includes('govuk-input--error')

function box(
  params: DateInputParams,
  item: DateInputItem,
  known: Readonly<{ name: string; value: DateInputItem['value']; year: boolean; someFault: boolean }>,
): Html {
  const given = item.classes ?? ''
  // When no part is named as the faulty one, the error is about all of them.
  const marked = isFault(item) || (item.error !== false && params.errorMessage && !known.someFault)
  const name = params.namePrefix ? `${params.namePrefix}-${known.name}` : known.name
  return html`<div class="govuk-date-input__item">${input({
    label: { text: item.label || capitalised(known.name), classes: 'govuk-date-input__label' },
    id: item.id || `${params.id}-${known.name}`,
    classes: classNames(
      'govuk-date-input__input',
      marked && !given.includes('govuk-input--error') && 'govuk-input--error',
      !given.includes('govuk-input--width-') && `govuk-input--width-${known.year ? 4 : 2}`,
      given,
    ),
    name,
    value: known.value === undefined ? params.values?.[name] : known.value,
    type: 'text',
    inputmode: item.inputmode || 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })}</div>`
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
