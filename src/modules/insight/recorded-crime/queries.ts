import type { Ctx } from '#platform/act.ts'
import { askFigure, type Figure } from '../figures/ask-figure.ts'
import type { Period } from '../measures/index.ts'

/** The figures of the page: a measure and what it is broken down by. */
const FIGURES = {
  crimes: ['crimes', 'class'],
  victims: ['victims-within-class', 'class'],
  individuals: ['individual-victims'],
  domestic: ['domestic-crimes', 'class'],
  domesticElsewhere: ['domestic-crimes-elsewhere', 'class'],
  hate: ['hate-crimes', 'class', 'strand'],
  hateByClass: ['hate-crimes', 'class'],
  hateByStrand: ['hate-crimes', 'strand'],
  repeat: ['repeat-victims', 'number_of_crimes'],
  incidents: ['asb-incidents', 'class'],
  asbVictims: ['asb-victims-within-class', 'class'],
  asbIndividuals: ['asb-individual-victims'],
  asbRepeat: ['asb-repeat-victims', 'number_of_incidents'],
} as const

export type CrimeFigures = Record<keyof typeof FIGURES, Figure>

/** Whether no extract has anything of the period. */
export const isEmpty = ({ crimes, incidents }: CrimeFigures): boolean =>
  crimes.value === 0 && incidents.value === 0

/** The figures of the page of repeat victims. */
const REPEAT = {
  again: ['victims-again'],
  byClass: ['victims-again', 'class'],
  byDistrict: ['victims-again', 'district'],
  time: ['time-to-repeat', 'time_to_repeat'],
  second: ['time-to-repeat', 'second_crime'],
} as const

export type RepeatFigures = Record<keyof typeof REPEAT, Figure>

/** Every figure of the page of recorded crime, asked now of one period. */
export const readCrimeFigures = (ctx: Ctx, period: Period): Promise<CrimeFigures> => ask(ctx, FIGURES, period)
/** Every figure of the page of repeat victims, asked now of one period. */
export const readRepeatFigures = (ctx: Ctx, period: Period): Promise<RepeatFigures> =>
  ask(ctx, REPEAT, period)

async function ask<Name extends string>(
  ctx: Ctx,
  asked: Readonly<Record<Name, readonly string[]>>,
  period: Period,
): Promise<Record<Name, Figure>> {
  const answers = Object.entries<readonly string[]>(asked).map(
    async ([name, [measure = '', ...by]]) =>
      [name, await askFigure(ctx, { measure, by, ...period })] as const,
  )
  return Object.fromEntries(await Promise.all(answers)) as Record<Name, Figure>
}
