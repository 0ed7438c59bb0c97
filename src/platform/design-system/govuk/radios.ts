import type { Html } from '../html.ts'
import { choice, choices } from './choices.ts'
import type { ChoiceItem, ChoicesParams } from './choices.ts'

export type RadioItem = ChoiceItem
export type RadiosParams = ChoicesParams<RadioItem> & Readonly<{ value?: string | number | null }>

/** GOV.UK radios; `value` is the item chosen, compared as text. */
export const radios = (params: RadiosParams): Html =>
  choices('radios', params, params.fieldset?.describedBy, (item, id) =>
    choice('radios', item, { id, name: params.name, checked: isChecked(item, params.value) }),
  )

const isChecked = (item: RadioItem, chosen: RadiosParams['value']): boolean =>
  item.checked || Boolean(chosen && item.checked !== false && String(item.value) === String(chosen))
