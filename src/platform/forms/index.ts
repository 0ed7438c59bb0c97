export { choice, severalOf, yesNo, type Choices } from './choice.ts'
export { day } from './day.ts'
export {
  offering,
  textOf,
  type Body,
  type Field,
  type FieldOptions,
  type FilledField,
  type Typed,
} from './field.ts'
export { errorLinks, field, form, type Filled, type FilledForm, type Form, type ValuesOf } from './form.ts'
export { email, wholeNumber, words } from './words.ts'
