import { addMonths, type Day } from '#reference'

/** How many crimes or incidents in 12 months ask for a person's judgement (domain reference, 3.1; default). */
export const TARGETED_AT = 3

export type Window = { from: Day; to: Day; count: number }

/**
 * The 12 months in which most happened, the latest of them if several are alike; undefined for no days. From a day to the same day of the next
 * year, both counted; a year from 29 February ends on 28 February.
 */
export function mostInAYear(days: readonly Day[]): Window | undefined {
  const inOrder = days.toSorted()
  let most: Window | undefined
  let start = 0
  for (const [end, to] of inOrder.entries()) {
    while (addMonths(inOrder[start]!, 12) < to) start++
    const count = end - start + 1
    if (!most || count >= most.count) most = { from: inOrder[start]!, to, count }
  }
  return most
}
