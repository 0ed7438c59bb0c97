import { numberInWords } from './numbers.ts'
import type { Numeric } from './numbers.ts'

/** 'referral' for one, 'referrals' for any other number. `many` is given where an s is not enough ('people'). */
export const wordFor = (count: Numeric, one: string, many: string = `${one}s`): string =>
  String(count) === '1' ? one : many

/** '1 referral', '16,707 referrals', '0 people'. */
export const plural = (count: Numeric, one: string, many?: string): string =>
  `${numberInWords(count)} ${wordFor(count, one, many)}`
