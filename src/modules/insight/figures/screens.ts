import { Readable } from 'node:stream'
import { FIGURE_READERS, PROVIDER_STAFF } from '#access'
import { hasRole } from '#platform/act.ts'
import { NotAllowed } from '#platform/errors.ts'
import { Invalid } from '#platform/errors.ts'
import { route, screen } from '#platform/http/screen.ts'
import { csvStream } from '#platform/tables/csv.ts'
import { measureNamed } from '../measures/index.ts'
import { cannotAskPage, figurePage } from './figure.page.ts'
import { askedBy, readerOf, readFigure } from './figure-reader.ts'
import { figureTable } from './figure-table.ts'
import { lastYearCounted } from './last-year-counted.ts'
import { listBehind } from './list-behind.ts'
import { listPage } from './list.page.ts'
import { measuresPage } from './measures.page.ts'

export const figureScreens = [
  screen('/measures', {
    action: 'see every measure and its definition',
    roles: FIGURE_READERS,
    show: async (ctx) => measuresPage((await readerOf(ctx)).of),
  }),
  screen('/measures/:measure', {
    action: 'ask a measure',
    roles: FIGURE_READERS,
    show: async (ctx, { measure }) => {
      try {
        const read = await readFigure(ctx, measure)
        const { held_by } = read.reader
        const asked = { ...read.asked, ...(held_by ? { held_by } : {}) }
        return figurePage(read, await lastYearCounted(ctx, asked, read.figure))
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        return cannotAskPage(measureNamed(measure), askedBy(ctx, measure), Object.values(error.messages))
      }
    },
  }),
  screen('/measures/:measure/list', {
    action: 'open the list behind a figure',
    roles: FIGURE_READERS,
    show: async (ctx, { measure }) => {
      const read = await readFigure(ctx, measure)
      if (!read.reader.mayOpenList)
        throw new NotAllowed("The Commissioner's office sees figures, never the records behind them")
      const { held_by } = read.reader
      return listPage(
        read.measure,
        read.asked,
        read.figure,
        await listBehind(ctx, { ...read.asked, ...(held_by ? { held_by } : {}) }, ctx.query.after),
        hasRole(ctx.actor, PROVIDER_STAFF),
      )
    },
  }),
  route({
    method: 'GET',
    url: '/measures/:measure/figure.csv',
    action: 'download a figure',
    roles: FIGURE_READERS,
    handle: (c, { act }) =>
      act(async (ctx) => {
        const { figure, reader } = await readFigure(ctx, c.req.param('measure') ?? '')
        const { table, rows } = figureTable(figure, reader.threshold)
        return new Response(Readable.toWeb(csvStream(table, rows)) as ReadableStream, {
          headers: {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': `attachment; filename="${table.name}.csv"`,
          },
        })
      }),
  }),
]
