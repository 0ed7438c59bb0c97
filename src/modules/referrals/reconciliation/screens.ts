import { Readable } from 'node:stream'
import { isDay } from '#reference'
import { isId } from '#platform/act.ts'
import { goTo, route, screen } from '#platform/http/screen.ts'
import { csvStream } from '#platform/tables/csv.ts'
import { countWaiting } from '../held-rows/queries.ts'
import { resultsOf, resultsTable } from '../transfers/transfer-results.ts'
import { readOn } from '../waiting-files/keep-file.ts'
import { INTAKE_ROLES } from '../words.ts'
import { transfersPage } from './list.page.ts'
import {
  getTransfer,
  listDays,
  listNamesakes,
  listRows,
  listTransfers,
  readPlace,
  reconcile,
} from './queries.ts'
import { transferPage } from './transfer.page.ts'
import type { Act } from '#platform/act.ts'

export const reconciliationScreens = (act: Act) => [
  screen('/transfers', {
    action: 'see what arrived',
    roles: INTAKE_ROLES,
    show: async (ctx) => {
      const { day, id } = ctx.query
      const before = day && id && isDay(day) && isId(id) ? { day, transfer_id: id } : undefined
      return transfersPage(
        await listTransfers(ctx, before),
        before ? [] : await listDays(ctx),
        await countWaiting(ctx),
      )
    },
  }),
  screen('/transfers/:transfer_id', {
    action: 'see what became of a file',
    roles: INTAKE_ROLES,
    show: async (ctx, { transfer_id }) => {
      const head = await getTransfer(ctx, transfer_id)
      const { result, after } = ctx.query
      const rows = await listRows(ctx, transfer_id, readPlace(after), result)
      return transferPage({
        head,
        namesakes: await listNamesakes(ctx, head),
        told: head.finished ? await reconcile(ctx, head) : undefined,
        rows,
        result,
      })
    },
  }),
  screen('/transfers/:transfer_id/read-on', {
    action: 'read a stopped file on',
    roles: INTAKE_ROLES,
    show: (_, { transfer_id }) => goTo(`/transfers/${transfer_id}`),
    save: async (ctx, { transfer_id }) => {
      await readOn(ctx, transfer_id)
      return goTo(`/transfers/${transfer_id}`, 'The file is read on')
    },
  }),
  route({
    method: 'GET',
    url: '/transfers/:transfer_id/results.csv',
    action: 'download the results of a file',
    roles: INTAKE_ROLES,
    handle: async (c, { actor, act: once }) => {
      const transfer_id = c.req.param('transfer_id')!
      const head = await once((ctx) => getTransfer(ctx, transfer_id))
      const rows = resultsOf(act, actor!, transfer_id, head.file_name)
      return new Response(Readable.toWeb(csvStream(resultsTable, rows)) as ReadableStream, {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="results.csv"',
        },
      })
    },
  }),
]
