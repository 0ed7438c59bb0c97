import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attributes, classNames } from '../attributes.ts'
import { errorMessage } from './error-message.ts'
import type { ErrorMessageParams } from './error-message.ts'
import { hint } from './hint.ts'
import type { HintParams } from './hint.ts'
import { label } from './label.ts'
import type { LabelParams } from './label.ts'
import type { Extras, TextOrHtml } from './content.ts'

/** Parameters that every field has: what explains it and what is wrong with it. */
export type ExplainedParams = Readonly<{ hint?: HintParams; errorMessage?: ErrorMessageParams }>

/** The wrapper of a field with one control. */
export type FormGroupParams = Extras & Readonly<{ beforeInput?: TextOrHtml; afterInput?: TextOrHtml }>

/** The wrapper of a field with several controls. */
export type FormGroupsParams = Extras & Readonly<{ beforeInputs?: TextOrHtml; afterInputs?: TextOrHtml }>

/** Parameters shared by the fields that have a label and one control. */
export type FieldParams = ExplainedParams &
  Extras &
  Readonly<{
    id?: string
    name: string
    label: LabelParams
    describedBy?: string
    formGroup?: FormGroupParams
    disabled?: boolean
  }>

/** The div around a field, marked when the field has an error. */
export const formGroup = (
  params: Readonly<{ errorMessage?: unknown; formGroup?: Extras }>,
  inside: Html,
): Html =>
  html`<div class="${classNames('govuk-form-group', params.errorMessage ? 'govuk-form-group--error' : null, params.formGroup?.classes)}"${attributes(params.formGroup?.attributes)}>${inside}</div>`

/**
 * The hint and error of a field, and the ids that its control names in `aria-describedby`, in the order they are
 * read out. `id` is what their ids begin with.
 */
export function explain(params: ExplainedParams, id: string | undefined, describedBy = '') {
  const hintId = params.hint ? `${id}-hint` : null
  const errorId = params.errorMessage ? `${id}-error` : null
  return {
    describedBy: classNames(describedBy, hintId, errorId),
    html: html`${params.hint && hintId ? hint({ ...params.hint, id: hintId }) : null}${
      params.errorMessage && errorId ? errorMessage({ ...params.errorMessage, id: errorId }) : null
    }`,
  }
}

/** Label, hint and error of a field with one control: its id and the ids that describe it. */
export function head(params: FieldParams) {
  const id = params.id || params.name
  const { describedBy, html: explained } = explain(params, id, params.describedBy)
  return { id, describedBy, html: html`${label({ ...params.label, for: id })}${explained}` }
}
