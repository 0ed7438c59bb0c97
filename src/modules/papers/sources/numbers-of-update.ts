import type { Update } from '#delivery-plan'
import { type NumberInWords, numbersIn } from './numbers-in-words.ts'

export type { NumberInWords }

/** A figure named in braces is bound already: its place is blanked, so that nothing in its name counts. */
const BOUND = /\{\{[^{}]+\}\}/g

/** The numbers in an update's words that no figure in braces gives. */
export function numbersOfUpdate({ words }: Pick<Update, 'words'>): NumberInWords[] {
  const blank = words.replaceAll(BOUND, (all) => ' '.repeat(all.length))
  return numbersIn(blank).map((one) => ({ ...one, around: one.around.replaceAll(/\s{2,}/g, ' … ') }))
}
