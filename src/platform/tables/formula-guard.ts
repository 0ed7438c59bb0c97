/*
 * A spreadsheet takes a cell of a CSV file for a formula when its text starts with = + - or @ (or their full-width
 * forms), also behind a tab, a new line, spaces or characters that nobody sees (OWASP, CSV injection), which
 * `visibleText` has shown as [U+200B]. An apostrophe in front makes it text. One more is put before text that only
 * looks guarded, so that taking one off gives back exactly what was there.
 */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]|\[U\+[0-9A-F]{4,6}\]`
const FORMULA = new RegExp(
  String.raw`^'*(?:[\t\r\n]|(?:${UNSEEN})*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212])`,
  'u',
)

/** True when a spreadsheet might run this text, or when it is such text behind an apostrophe already. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text)

/** The same text, behind an apostrophe when a spreadsheet might run it. */
export const guardFormula = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)
