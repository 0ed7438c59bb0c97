import assert from 'node:assert/strict'
import { createReadStream, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testApp } from '../../../testing/cast.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { correctHeldRow } from '../held-rows/correct-held-row.ts'
import { releaseHeldRow } from '../held-rows/release-held-row.ts'
import { listTransfers, reconcile } from '../reconciliation/queries.ts'
import { nameOffence } from '../referral/name-offence.ts'
import { importTransfer } from '../transfers/import-transfer.ts'

const t = await testApp()
const intake = await t.as('Imani Osei')
const area = await t.area()
const profile = await intake.act((ctx) => findProfile(ctx, 'nottinghamshire-police'))
const folder = join(import.meta.dirname, '../../../../database/cast/daily-transfer')
const files = [13, 14, 15].map((day) => join(folder, `NOTTS_ADT_201703${day}.csv`))
const transfers: string[] = []
for (const path of files) {
  const file = {
    file_name: basename(path),
    bytes: statSync(path).size,
    came_by: 'upload' as const,
    open: () => createReadStream(path),
  }
  const options = { act: t.act, actor: area, held_by: area.receiving_team_id, profile, at_once: 7 }
  transfers.push((await importTransfer(file, options)).transfer_id)
}

type Count = { transfer_id: string; offence_group: string; result: string; heap: string; n: number }
const kept = () =>
  intake.act(async (ctx) => {
    const { rows } = await sql<Count>`
      select transfer_id, offence_group, result, heap, n from referrals.transfer_count where n <> 0 order by 1, 2, 3, 4`.execute(
      ctx.db,
    )
    return rows
  })
/** The same from the rows themselves. */
const counted = () =>
  intake.act(async (ctx) => {
    const { rows } = await sql<Count>`
      select r.transfer_id, r.offence_group, r.result, case when r.result = 'accepted' then 'accepted' when h.referral_id is null then 'refused'
        else 'held' end as heap, count(*)::int as n
      from referrals.referral r left join referrals.held_row h on h.area_id = r.area_id and h.referral_id = r.referral_id
      where r.transfer_id is not null group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(ctx.db)
    return rows
  })
const firstHeld = (result: string) =>
  intake.act(async (ctx) => {
    const { rows } = await sql<{ held_row_id: string; referral_id: string }>`
      select held_row_id, referral_id from referrals.held_row where result = ${result} and settled_at is null order by 1 limit 1`.execute(
      ctx.db,
    )
    return rows[0]!
  })

test('what is kept of a file as numbers is what its rows say', async () => {
  const numbers = await kept()
  assert.ok(new Set(numbers.map(({ heap }) => heap)).size === 3 && numbers.length > 20)
  assert.deepEqual(numbers, await counted())
})

test('releasing a held row and naming an offence move them', async () => {
  const { held_row_id, referral_id } = await firstHeld('no-contact-details')
  const before = await kept()
  await intake.act((ctx) =>
    correctHeldRow(ctx, held_row_id, {
      forenames: 'Ada',
      surname: 'Quarrie',
      born_on: '1980-01-02',
      reported_on: '2017-03-12',
      offence: 'Harassment',
      mobile: '07700 900001',
      consent_basis: 'informed',
      safe_to_contact: 'yes',
    } as unknown as Parameters<typeof correctHeldRow>[2]),
  )
  await intake.act((ctx) => releaseHeldRow(ctx, held_row_id))
  assert.notDeepEqual(await kept(), before)
  assert.deepEqual(await kept(), await counted())
  await intake.act((ctx) => nameOffence(ctx, referral_id, 'VAP-DSI'))
  assert.deepEqual(await kept(), await counted())
})

test('a list of files and the page of one read the numbers and no row', async () => {
  const [plans, told] = await intake.act(async (ctx) => {
    const asked: string[] = []
    const query = ctx.connection.query.bind(ctx.connection) as (...all: unknown[]) => unknown
    ctx.connection.query = ((...all: unknown[]) => {
      asked.push((all[0] as { text?: string }).text ?? String(all[0]))
      return query(...all)
    }) as typeof ctx.connection.query
    await listTransfers(ctx)
    return [asked, await reconcile(ctx, { transfer_id: transfers[0]! })] as const
  })
  assert.ok(plans.length > 1 && plans.every((text) => !text.includes('referrals.referral')))
  assert.deepEqual([told.missing_rows, told.rows], [[], 41])
})
