import type { Html } from '../html.ts'
import { choice, choices } from './choices.ts'
import type { ChoiceItem, ChoicesParams } from './choices.ts'

export type CheckboxItem = ChoiceItem & Readonly<{ name?: string; behaviour?: string }>
export type CheckboxesParams = ChoicesParams<CheckboxItem> &
  Readonly<{ values?: readonly (string | number)[] | null; describedBy?: string }>

/** GOV.UK checkboxes; `values` are the items chosen. `behaviour: 'exclusive'` is "none of these". */
export function checkboxes(params: CheckboxesParams): Html {
  return choices(
    'checkboxes',
    params,
    params.fieldset?.describedBy || params.describedBy,
    (item, id, explainedBy) =>
      choice('checkboxes', item, {
        id,
        name: item.name || params.name,
        checked: isChecked(item, params.values),
        // Without a fieldset to carry them, each box names the hint and the error itself.
        describedBy: params.fieldset ? undefined : explainedBy,
        behaviour: item.behaviour,
      }),
  )
}

const isChecked = (item: CheckboxItem, chosen: CheckboxesParams['values']): boolean =>
  item.checked ||
  Boolean(chosen && item.checked !== false && item.value !== undefined && chosen.includes(item.value))
