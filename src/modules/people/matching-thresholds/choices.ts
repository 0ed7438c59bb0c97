import { THRESHOLDS } from '../matching/index.ts'
import { oddsOf, percentOf } from './estimate-error.ts'

/** Who may see how sure a comparison must be. */
export const THRESHOLD_READERS = ['team_manager', 'data_protection_officer', 'administrator'] as const

/** How sure a comparison may be told to be before it links without asking, and before it shows a pair to a person. */
export const LINK_CHOICES = {
  '90': '90%',
  '95': '95%',
  '98': '98%',
  '99': '99%, as shipped',
  '99.5': '99.5%',
  '99.9': '99.9%',
  '99.99': '99.99%',
} as const
export const REVIEW_CHOICES = {
  '2': '2%',
  '5': '5%',
  '11': '11%, as shipped',
  '25': '25%',
  '50': '50%',
} as const
export type LinkChoice = keyof typeof LINK_CHOICES
export type ReviewChoice = keyof typeof REVIEW_CHOICES

/** A choice as log2 odds; the shipped ones are exactly what is shipped. */
export const linkOf = (choice: LinkChoice): number =>
  choice === '99' ? THRESHOLDS.link : oddsOf(Number(choice))
export const reviewOf = (choice: ReviewChoice): number =>
  choice === '11' ? THRESHOLDS.review : oddsOf(Number(choice))

/** The choice of these odds, or undefined for odds that only a file of settings could hold. */
export const linkChoice = (odds: number): LinkChoice | undefined => named(LINK_CHOICES, linkOf, odds)
export const reviewChoice = (odds: number): ReviewChoice | undefined => named(REVIEW_CHOICES, reviewOf, odds)

function named<C extends string>(
  choices: Readonly<Record<C, string>>,
  of: (choice: C) => number,
  odds: number,
): C | undefined {
  // Odds are kept in four bytes.
  return (Object.keys(choices) as C[]).find((choice) => Math.abs(of(choice) - odds) < 0.001)
}

/** A chance as people read it: '99%', '99.99%', '11%', and never 100%. */
export function chanceInWords(odds: number): string {
  const choice = linkChoice(odds) ?? reviewChoice(odds)
  if (choice) return `${choice}%`
  const percent = percentOf(odds)
  if (percent > 99.99) return 'over 99.99%'
  return percent < 0.01 ? 'under 0.01%' : `${Number(percent.toFixed(2))}%`
}
