/** Codes with the words people read for them, in the order in which they are offered. */
export type CodeList = Readonly<Record<string, string>>

/** A code of a list. */
export type CodeOf<List extends CodeList> = Extract<keyof List, string>

/** Whether a text is one of a list's codes. */
export const isCodeOf = <List extends CodeList>(list: List, text: string): text is CodeOf<List> =>
  Object.hasOwn(list, text)

/** The codes of a list, in order. */
export const codesOf = <List extends CodeList>(list: List) =>
  Object.keys(list).filter((code) => isCodeOf(list, code))

/** The words for a code; the code itself when the list does not know it (an old record, another list). */
export const wordsFor = (list: CodeList, code: string): string =>
  Object.hasOwn(list, code) ? list[code]! : code
