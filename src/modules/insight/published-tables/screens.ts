import { page, insetText } from '#platform/design-system/index.ts'
import { hasRole } from '#platform/act.ts'
import { goTo, screen } from '#platform/http/screen.ts'
import { addressOf, periodOf } from './address.ts'
import { publishTablesForm, withdrawTablesForm } from './form.ts'
import { publishedTablesPage, publishTablesPage, withdrawTablesPage } from './published.page.ts'
import { publishTables, withdrawTables } from './publish-tables.ts'
import { publishedAt, tablesToPublish } from './queries.ts'

const OFFICE = ['commissioner_analyst', 'commissioner_signatory'] as const

export const publishedTablesScreens = [
  screen('/recorded-crime/published/:period', {
    action: 'see what the public reads of recorded crime',
    roles: OFFICE,
    show: async (ctx, { period }) =>
      publishedTablesPage(
        await tablesToPublish(ctx, periodOf(period)),
        ctx.actor.area_code,
        hasRole(ctx.actor, ['commissioner_signatory']),
      ),
  }),
  screen('/recorded-crime/published/:period/publish', {
    action: 'publish the tables of recorded crime',
    roles: ['commissioner_signatory'],
    form: publishTablesForm,
    show: async (ctx, { period }, form) => {
      const ready = await tablesToPublish(ctx, periodOf(period))
      return ready.obstacle
        ? page(
            { title: 'Publish these tables', back: `/recorded-crime/published/${ready.address}` },
            insetText({ text: ready.obstacle }),
          )
        : publishTablesPage(ready, form)
    },
    save: async (ctx, { period }, { read, because, overlaps_because }) => {
      const { address } = await publishTables(ctx, periodOf(period), {
        read: read ?? '',
        because,
        overlaps_because,
      })
      return goTo(`/recorded-crime/published/${address}`, 'Published')
    },
  }),
  screen('/recorded-crime/published/:period/withdraw', {
    action: 'withdraw published tables of recorded crime',
    roles: OFFICE,
    form: withdrawTablesForm,
    show: async (ctx, { period }, form) => {
      const asked = periodOf(period)
      return withdrawTablesPage(asked, await publishedAt(ctx, addressOf(asked)), form)
    },
    save: async (ctx, { period }, values) => {
      const asked = periodOf(period)
      await withdrawTables(ctx, asked, values)
      return goTo(`/recorded-crime/published/${addressOf(asked)}`, 'Withdrawn')
    },
  }),
]
