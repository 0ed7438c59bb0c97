export { choice, severalOf, yesNo, type Choices } from './choice.ts'
export { chooseOne, chooseOneOfFew } from './choose-one.ts'
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
export {
  errorLinks,
  field,
  form,
  withoutSecrets,
  type AnyForm,
  type Filled,
  type FilledForm,
  type Form,
  type ValuesOf,
} from './form.ts'
export { email, wholeNumber, words } from './words.ts'
export { seenOf, withChangesOfOthers } from './seen-values.ts'
