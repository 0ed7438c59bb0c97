import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { attribute, attributes, classNames } from '../attributes.ts'
import type { Attributes } from '../attributes.ts'
import { contentOf } from './content.ts'
import { formGroup, head } from './form-group.ts'
import type { FieldParams } from './form-group.ts'
import { translations } from './translations.ts'
import type { PluralMessages } from './translations.ts'

export type FileUploadParams = FieldParams &
  Readonly<{
    multiple?: boolean
    javascript?: boolean
    wrapperClasses?: string
    wrapperAttributes?: Attributes
    chooseFilesButtonText?: string
    noFileChosenText?: string
    multipleFilesChosenText?: PluralMessages
    dropInstructionText?: string
    enteredDropZoneText?: string
    leftDropZoneText?: string
  }>

/** GOV.UK file upload; with `javascript` the larger drop zone of the Design System. */
export function fileUpload(params: FileUploadParams): Html {
  const { id, describedBy, html: above } = head(params)
  const names = classNames(
    'govuk-file-upload',
    params.classes,
    params.errorMessage ? 'govuk-file-upload--error' : null,
  )
  const control = html`<input class="${names}" id="${id}" name="${params.name}" type="file"${params.disabled ? ' disabled' : null}${params.multiple ? ' multiple' : null}${attribute('aria-describedby', describedBy)}${attributes(params.attributes)}>`
  return formGroup(
    params,
    html`${above}${contentOf(params.formGroup?.beforeInput)}${params.javascript ? dropZone(params, control) : control}${contentOf(params.formGroup?.afterInput)}`,
  )
}

const dropZone = (params: FileUploadParams, control: Html): Html =>
  html`<div class="${classNames('govuk-file-upload-wrapper', params.wrapperClasses)}" data-module="govuk-file-upload"${attributes(
    {
      ...translations('choose-files-button', params.chooseFilesButtonText),
      ...translations('no-file-chosen', params.noFileChosenText),
      ...translations('multiple-files-chosen', params.multipleFilesChosenText),
      ...translations('drop-instruction', params.dropInstructionText),
      ...translations('entered-drop-zone', params.enteredDropZoneText),
      ...translations('left-drop-zone', params.leftDropZoneText),
      ...params.wrapperAttributes,
    },
  )}>${control}</div>`
