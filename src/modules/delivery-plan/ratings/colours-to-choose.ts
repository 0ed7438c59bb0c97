import { type Content, radios } from '#platform/design-system/index.ts'
import { type FilledField, textOf } from '#platform/forms/index.ts'
import { type Status, STATUS_CODES, STATUSES } from '../words.ts'

/** The four colours to choose from, each with what the office means by it. */
export const coloursToChoose = (
  filled: FilledField,
  means: (code: Status) => string | undefined,
): Content => {
  const { label, optional } = filled.field.options
  return radios({
    idPrefix: filled.name,
    name: filled.name,
    value: textOf(filled.typed),
    fieldset: {
      legend: { text: optional ? `${label} (optional)` : label, classes: 'govuk-fieldset__legend--s' },
    },
    ...(filled.message ? { errorMessage: { text: filled.message } } : {}),
    items: STATUS_CODES.map((code) => {
      const meant = means(code)
      return { value: code, text: STATUSES[code], ...(meant ? { hint: { text: meant } } : {}) }
    }),
  })
}
