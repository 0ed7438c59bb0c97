import { makeSenderKey } from '../../src/modules/referrals/programs/sender-keys.ts'
import { newId } from '#platform/act.ts'
import { oneTransferRow } from '../intake/generate-transfer.ts'
import type { Stage } from '../stage/stage.ts'
import type { PageRequest } from './page-requests.ts'

const HOW_MANY = 12_000

/** A program of the force sends a file of one row: stored, matched, triaged, audited and answered with a receipt. */
export async function takeOneReferral({ act, actor }: Stage): Promise<PageRequest> {
  const key = await act(actor, { visit_id: newId(), query: {} }, (ctx) =>
    makeSenderKey(ctx, 'nottinghamshire-police'),
  )
  const row = oneTransferRow(7)
  return {
    name: 'take one referral',
    actor,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'text/csv' },
    inputs: Array.from({ length: HOW_MANY }, (_, n) => ({ sent: `bench-${String(n).padStart(6, '0')}` })),
    of: ({ sent }) => ({
      path: '/api/transfers',
      body: row(Number(sent!.slice(6))),
      headers: { 'idempotency-key': sent!, 'content-disposition': `attachment; filename="${sent}.csv"` },
    }),
  }
}
