import { sql } from 'kysely'
import { type Ctx, newId } from '#platform/act.ts'
import { route } from '#platform/http/screen.ts'
import { receiveFile } from '#platform/uploads/receive-upload.ts'
import { readSentFile, type SendTools } from '../sending/send-file.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { hashOf, knowFile } from '../transfers/know-file.ts'
import { theOneResult } from '../transfers/transfer-results.ts'
import { holderOf, type KeyHolder } from './sender-keys.ts'
import type { IntakeResult } from '#reference'

/**
 * For the program of a sender: POST /api/transfers with the file as the body takes it and answers when every row of it is kept. Sent again
 * with the same Idempotency-Key, or the same content, it answers the same and changes nothing.
 */
export const programRoutes = (tools: SendTools) => [
  route({
    method: 'POST',
    url: '/api/transfers',
    action: 'send a file by a program',
    roles: 'anyone',
    signIn: 'key',
    handle: async (c) => {
      const holder = await holderOf(tools, c.req.header('authorization'))
      if (!holder) return c.json({ error: 'Send the key of the sender: Authorization: Bearer wmk…' }, 401)
      const idempotency_key = c.req.header('idempotency-key') ?? ''
      if (!/^[\x21-\x7e]{1,200}$/.test(idempotency_key))
        return c.json(
          {
            error:
              'Send an Idempotency-Key of 1 to 200 signs: the same for the same file, another for another',
          },
          400,
        )
      const file_name = nameOf(c.req.header('content-disposition'), c.req.query('file_name'))
      if (!file_name)
        return c.json(
          {
            error:
              'Say what the file is called: Content-Disposition: attachment; filename="…", or ?file_name=…',
          },
          400,
        )
      const file = await receiveFile(c.req.raw, file_name)
      try {
        if (file.bytes === 0) return c.json({ error: 'The request has no file in its body' }, 400)
        const content_hash = await hashOf(file)
        const asked = await asHolder(tools, holder, async (ctx) => {
          const profile = await findProfile(ctx, holder.profile)
          const known_by = await knowFile(file, profile, content_hash)
          return (await isTheSame(ctx, holder, idempotency_key, known_by)) ? { profile, known_by } : undefined
        })
        if (!asked)
          return c.json({ error: 'This Idempotency-Key was used for another file. Use a new one' }, 409)
        const { profile, known_by } = asked
        const told = await readSentFile(tools, holder.actor, { file: { ...file, known_by }, profile })
        return c.json(
          { ...told, receipts: `/api/transfers/${told.transfer_id}/receipts` },
          told.state === 'already-read' ? 200 : 201,
        )
      } catch (error) {
        // A database fault is a defect; what is said in words is about the file.
        if (!(error instanceof Error) || 'code' in error) throw error
        return c.json({ error: error.message }, 422)
      } finally {
        await file.discard()
      }
    },
  }),
  route({
    method: 'GET',
    url: '/api/transfers/:transfer_id/receipts',
    action: 'read the receipts of a file by a program',
    roles: 'anyone',
    signIn: 'key',
    handle: async (c) => {
      const holder = await holderOf(tools, c.req.header('authorization'))
      if (!holder) return c.json({ error: 'Send the key of the sender: Authorization: Bearer wmk…' }, 401)
      const after = Math.min(Math.max(0, Math.trunc(Number(c.req.query('after') ?? 0))) || 0, LAST_ROW)
      const receipts = await readReceipts(tools, holder, c.req.param('transfer_id')!, after)
      if (!receipts) return c.json({ error: 'There is no such transfer of this sender' }, 404)
      const next = receipts.length === RECEIPTS_AT_ONCE ? receipts.at(-1)!.row : undefined
      return c.json({
        receipts,
        ...(next ? { next: `/api/transfers/${c.req.param('transfer_id')}/receipts?after=${next}` } : {}),
      })
    },
  }),
]

const RECEIPTS_AT_ONCE = 1000
/** No file has a row with a higher number, and the database's whole numbers end here. */
const LAST_ROW = 2 ** 31 - 1

const asHolder = <T>(tools: SendTools, { actor }: KeyHolder, work: Parameters<typeof tools.act<T>>[2]) =>
  tools.act<T>(actor, { visit_id: newId(), query: {} }, work)

const nameOf = (disposition: string | undefined, asked: string | undefined) =>
  (/filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? asked ?? '')
    .replace(/[/\\]/g, '_')
    .trim()
    .slice(0, 200)

/** Keeps that this key asked for this file; false when it asked for another one before. */
async function isTheSame(
  ctx: Ctx,
  { sender_key_id }: KeyHolder,
  idempotency_key: string,
  known_by: string,
): Promise<boolean> {
  const [, { rows }] = await Promise.all([
    sql`insert into referrals.sent_request (sender_key_id, idempotency_key, content_hash)
      values (${sender_key_id}::uuid, ${idempotency_key}, ${known_by}) on conflict do nothing`.execute(
      ctx.db,
    ),
    sql<{ content_hash: string }>`select content_hash from referrals.sent_request
      where sender_key_id = ${sender_key_id}::uuid and idempotency_key = ${idempotency_key}`.execute(ctx.db),
  ])
  return rows[0]?.content_hash === known_by
}

/** What became of the rows of a file of this sender, from a row on; a row with several victims has the one result that `--results` gives it. */
async function readReceipts(tools: SendTools, holder: KeyHolder, transfer_id: string, after: number) {
  return asHolder(tools, holder, async (ctx) => {
    const { rows: there } =
      await sql<object>`select 1 from referrals.transfer where transfer_id = ${transfer_id} and profile = ${holder.profile}`.execute(
        ctx.db,
      )
    if (there.length === 0) return undefined
    const { rows } = await sql<{
      row: number
      occurrence: string | null
      references: string[]
      results: IntakeResult[]
      missing: string[]
    }>`
      select r.row_number as row, min(r.occurrence_number) as occurrence, array_agg(r.reference order by r.victim_number) as references,
        array_agg(r.result order by r.victim_number) as results,
        coalesce((select array_agg(distinct m) from referrals.referral x cross join unnest(x.missing) m
          where x.area_id = ${holder.actor.area_id} and x.transfer_id = ${transfer_id} and x.row_number = r.row_number), '{}') as missing
      from referrals.referral r where r.area_id = ${holder.actor.area_id} and r.transfer_id = ${transfer_id} and r.row_number > ${after}
      group by r.row_number order by r.row_number limit ${RECEIPTS_AT_ONCE}`.execute(ctx.db)
    return rows.map(({ results, ...row }) => ({ ...row, result: theOneResult(results) }))
  })
}
