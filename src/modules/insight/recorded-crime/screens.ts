import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { isDay, performanceYearOf } from '#reference'
import { screen } from '#platform/http/screen.ts'
import { hideBelow } from '../disclosure/small-numbers.ts'
import type { Period } from '../measures/index.ts'
import { readRules } from '../small-number-rules/rules.ts'
import { readCrimeFigures, readRepeatFigures } from './queries.ts'
import { recordedCrimePage } from './recorded-crime.page.ts'
import { repeatVictimsPage } from './repeat-victims.page.ts'

const roles = ['commissioner_analyst', 'commissioner_signatory'] as const

export const recordedCrimeScreens = [
  screen('/recorded-crime', {
    action: 'see recorded crime and its victims',
    roles,
    show: async (ctx) => {
      const period = await periodAsked(ctx)
      const figures = await readCrimeFigures(ctx, period)
      return recordedCrimePage(ctx.actor.area_name, period, figures, await readRules(ctx, 'office'))
    },
  }),
  screen('/recorded-crime/repeat-victims', {
    action: 'see who became a victim again, in numbers',
    roles,
    show: async (ctx) => {
      const period = await periodAsked(ctx)
      const figures = await readRepeatFigures(ctx, period)
      return repeatVictimsPage(ctx.actor.area_name, period, figures, await hideBelow(ctx, 'office'))
    },
  }),
]

/** The period in the address, or else the performance year of the latest crime that is here. */
async function periodAsked(ctx: Ctx): Promise<Period> {
  const { from = '', to = '' } = ctx.query
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  const latest = await ctx.asFigures((db) =>
    sql<{ day: string | null }>`select max(counted_on) as day from insight.crime`.execute(db),
  )
  const year = performanceYearOf(latest.rows[0]?.day ?? ctx.today)
  return { from: year.from, to: year.to }
}
