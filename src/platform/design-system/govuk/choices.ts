import { html, isFilled } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import type { Extras, Gaps, TextOrHtml } from './content.ts'
import { fieldset } from './fieldset.ts'
import type { FieldsetParams } from './fieldset.ts'
import { explain, formGroup } from './form-group.ts'
import type { ExplainedParams, FormGroupsParams } from './form-group.ts'
import { hint } from './hint.ts'
import type { HintParams } from './hint.ts'
import { label } from './label.ts'

export type ChoiceItem = TextOrHtml &
  Readonly<{
    id?: string
    value?: string | number
    checked?: boolean
    disabled?: boolean
    attributes?: Attributes
    label?: Extras
    hint?: HintParams
    conditional?: Readonly<{ html?: Html }>
    divider?: string
  }>

export type ChoicesParams<Item> = ExplainedParams &
  Extras &
  Readonly<{
    name: string
    idPrefix?: string
    items: Gaps<Item>
    fieldset?: FieldsetParams
    formGroup?: FormGroupsParams
  }>

/** The group around radios or checkboxes: legend, hint, error and the items that `print` makes. */
export function choices<Item extends ChoiceItem>(
  kind: 'radios' | 'checkboxes',
  params: ChoicesParams<Item>,
  describedBy: string | undefined,
  print: (item: Item, id: string, describedBy: string) => Html,
): Html {
  const idPrefix = params.idPrefix || params.name
  const explained = explain(params, idPrefix, describedBy)
  const items = params.items.map((item, index) => {
    if (!item) return null
    if (item.divider) return html`<div class="govuk-${kind}__divider">${item.divider}</div>`
    // The first has no number, so that the error summary can link to it.
    return print(item, item.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix), explained.describedBy)
  })
  const inside = html`${explained.html}<div class="${classNames(`govuk-${kind}`, params.classes)}"${attributes(params.attributes)} data-module="govuk-${kind}">${contentOf(params.formGroup?.beforeInputs)}${items}${contentOf(params.formGroup?.afterInputs)}</div>`
  return formGroup(
    params,
    params.fieldset
      ? fieldset({ ...params.fieldset, describedBy: explained.describedBy, html: inside })
      : inside,
  )
}

/** One radio or checkbox with its label, hint and the fields it reveals. */
export function choice(
  kind: 'radios' | 'checkboxes',
  item: ChoiceItem,
  input: Readonly<{ id: string; name: string; checked: boolean; describedBy?: string; behaviour?: string }>,
): Html {
  const hintId = isFilled(contentOf(item.hint)) ? `${input.id}-item-hint` : null
  const conditional = isFilled(item.conditional?.html) ? item.conditional?.html : null
  const conditionalId = `conditional-${input.id}`
  const type = kind === 'radios' ? 'radio' : 'checkbox'
  const revealed = conditional
    ? html`<div class="${classNames(`govuk-${kind}__conditional`, !input.checked && `govuk-${kind}__conditional--hidden`)}" id="${conditionalId}">${conditional}</div>`
    : null
  return html`<div class="govuk-${kind}__item"><input class="govuk-${kind}__input" id="${input.id}" name="${input.name}" type="${type}" value="${item.value}"${input.checked ? ' checked' : null}${item.disabled ? ' disabled' : null}${attribute('data-aria-controls', conditional ? conditionalId : null)}${attribute('data-behaviour', input.behaviour)}${attribute('aria-describedby', classNames(input.describedBy, hintId))}${attributes(item.attributes)}>${label(
    {
      html: item.html,
      text: item.text,
      classes: classNames(`govuk-${kind}__label`, item.label?.classes),
      attributes: item.label?.attributes,
      for: input.id,
    },
  )}${hintId ? hint({ ...item.hint, id: hintId, classes: classNames(`govuk-${kind}__hint`, item.hint?.classes) }) : null}</div>${revealed}`
}
