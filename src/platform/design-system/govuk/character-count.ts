import { html } from '../html.ts'
import type { Html } from '../html.ts'
import { classNames } from '../attributes.ts'
import { contentOf } from './content.ts'
import { hint } from './hint.ts'
import { textarea } from './textarea.ts'
import type { TextareaParams } from './textarea.ts'
import { translations } from './translations.ts'
import type { PluralMessages } from './translations.ts'

export type CharacterCountParams = TextareaParams &
  Readonly<{
    maxlength?: number | string
    maxwords?: number | string
    threshold?: number | string
    countType?: string
    countMessage?: Readonly<{ classes?: string }>
    textareaDescriptionText?: string
    charactersUnderLimitText?: PluralMessages
    charactersAtLimitText?: string
    charactersOverLimitText?: PluralMessages
    wordsUnderLimitText?: PluralMessages
    wordsAtLimitText?: string
    wordsOverLimitText?: PluralMessages
  }>

/** GOV.UK character count: a textarea that says how much may still be written. */
export function characterCount(params: CharacterCountParams): Html {
  const id = params.id || params.name
  const countType = params.countType || (params.maxwords ? 'words' : undefined)
  const limit = params.maxwords || params.maxlength
  const described =
    params.textareaDescriptionText ||
    `You can enter up to %{count} ${countType === 'words' ? 'words' : 'characters'}`
  const message = hint({
    text: limit ? described.replaceAll('%{count}', String(limit)) : undefined,
    id: `${id}-info`,
    classes: classNames('govuk-character-count__message', params.countMessage?.classes),
  })
  return textarea({
    ...params,
    id,
    describedBy: `${id}-info`,
    disabled: undefined,
    autocomplete: undefined,
    classes: classNames('govuk-js-character-count', params.classes),
    formGroup: {
      classes: classNames('govuk-character-count', params.formGroup?.classes),
      attributes: {
        'data-module': 'govuk-character-count',
        'data-maxlength': { value: params.maxlength, optional: true },
        'data-maxwords': { value: params.maxwords, optional: true },
        'data-threshold': { value: params.threshold, optional: true },
        'data-count-type': { value: countType, optional: true },
        ...(limit ? {} : descriptionWithoutLimit(params.textareaDescriptionText)),
        ...translations('characters-under-limit', params.charactersUnderLimitText),
        ...translations('characters-at-limit', params.charactersAtLimitText),
        ...translations('characters-over-limit', params.charactersOverLimitText),
        ...translations('words-under-limit', params.wordsUnderLimitText),
        ...translations('words-at-limit', params.wordsAtLimitText),
        ...translations('words-over-limit', params.wordsOverLimitText),
        ...params.formGroup?.attributes,
      },
      beforeInput: params.formGroup?.beforeInput,
      afterInput: { html: html`${message}${contentOf(params.formGroup?.afterInput)}` },
    },
  })
}

const descriptionWithoutLimit = (words: string | undefined) =>
  translations('textarea-description', words ? { other: words } : undefined)
