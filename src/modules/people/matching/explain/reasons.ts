import { DIFFERENT, EXACT, WORDING } from '../comparison/levels.ts'
import { FIELDS } from '../record/layout.ts'

const rank = (level: number) => (level === EXACT ? 0 : level === DIFFERENT ? 2 : 1)

/**
 * Why two records look like one person, in plain words for a worker: what is the same, what is nearly the same,
 * then what differs. A thing that one of the two does not say is not mentioned.
 */
export function reasonsOf(levels: Uint8Array): string[] {
  return FIELDS.flatMap((field, f) => {
    const level = Math.min(levels[f]!, EXACT)
    const words = WORDING[field][level]
    return words ? [{ words, level }] : []
  })
    .sort((a, b) => rank(a.level) - rank(b.level))
    .map(({ words }) => words)
}

/** The reasons as one line: "same date of birth; same postcode; surname differs by one letter". */
export function reasonLine(levels: Uint8Array): string {
  return reasonsOf(levels).join('; ')
}
