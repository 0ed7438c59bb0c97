import type { Ctx } from '#platform/act.ts'
import { askFigure, type Figure } from '../figures/ask-figure.ts'
import type { Period } from '../measures/index.ts'

/** The tables of the page, in its order: a measure and what it is broken down by. */
const TABLES = [
  ['crimes', 'class'],
  ['victims-within-class', 'class'],
  ['individual-victims'],
  ['domestic-crimes', 'class'],
  ['domestic-crimes-elsewhere', 'class'],
  ['hate-crimes', 'strand'],
  ['repeat-victims', 'number_of_crimes'],
  ['asb-incidents', 'class'],
  ['asb-victims-within-class', 'class'],
  ['asb-individual-victims'],
  ['asb-repeat-victims', 'number_of_incidents'],
] as const

export type CrimeTables = Map<(typeof TABLES)[number][0], Figure>

/** Every figure of the page of recorded crime, asked now of one period. */
export async function readCrimeTables(ctx: Ctx, period: Period): Promise<CrimeTables> {
  const answers = TABLES.map(
    async ([measure, ...by]) => [measure, await askFigure(ctx, { measure, by, ...period })] as const,
  )
  return new Map(await Promise.all(answers))
}
