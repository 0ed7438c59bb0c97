import { sql } from 'kysely'
import { isDay, performanceYearOf } from '#reference'
import { screen } from '#platform/http/screen.ts'
import { officeThreshold } from '../figures/figure-reader.ts'
import { readCrimeFigures } from './queries.ts'
import { recordedCrimePage } from './recorded-crime.page.ts'

export const recordedCrimeScreens = [
  screen('/recorded-crime', {
    action: 'see recorded crime and its victims',
    roles: ['commissioner_analyst', 'commissioner_signatory'],
    show: async (ctx) => {
      const { from = '', to = '' } = ctx.query
      // The year of the latest crime that is here, unless a period is asked for.
      const latest = await ctx.asFigures((db) =>
        sql<{ day: string | null }>`select max(counted_on) as day from insight.crime`.execute(db),
      )
      const year = performanceYearOf(latest.rows[0]?.day ?? ctx.today)
      const period = isDay(from) && isDay(to) && from <= to ? { from, to } : { from: year.from, to: year.to }
      return recordedCrimePage(
        ctx.actor.area_name,
        period,
        await readCrimeFigures(ctx, period),
        await officeThreshold(ctx),
      )
    },
  }),
]
