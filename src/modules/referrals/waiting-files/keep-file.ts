import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'
import { NotFound, refuse } from '#platform/errors.ts'
import { readFileName } from '../mapping-profiles/file-day.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'
import { beginTransfer, type ArrivedFile } from '../transfers/import-transfer.ts'

export const READ_FILE = 'referrals.read-file'

/** A piece of a file as it is kept: some tens of them are on their way at once when a large file is sent. */
const PIECE = 512 * 1024

export type KeptFile = { transfer_id: string; already_read: boolean }

/**
 * Keeps a file that came until every row of it is kept, and asks for it to be read: from here on nothing of it is lost, whatever stops.
 * A file that was read before is known again, and changes nothing. `known_by` as `knowFile` gives it.
 */
export async function keepFile(
  ctx: Ctx,
  file: ArrivedFile,
  known_by: string,
  { profile, held_by }: { profile: MappingProfile; held_by: string },
): Promise<KeptFile> {
  const { sent_on } = readFileName(profile.file_name, file.file_name)
  const { transfer_id, finished } = await beginTransfer(ctx, file, known_by, sent_on, {
    held_by,
    profile,
  })
  if (finished) return { transfer_id, already_read: true }
  const { rows: kept } =
    await sql`select from referrals.waiting_piece where transfer_id = ${transfer_id} limit 1`.execute(ctx.db)
  if (kept.length === 0) await keepPieces(ctx, transfer_id, held_by, file)
  await ctx.enqueue(READ_FILE, { transfer_id })
  return { transfer_id, already_read: false }
}

async function keepPieces(ctx: Ctx, transfer_id: string, held_by: string, file: ArrivedFile) {
  let waiting: Uint8Array[] = []
  let size = 0
  let number = 0
  const keep = async () => {
    const content = Buffer.concat(waiting)
    waiting = []
    size = 0
    await sql`insert into referrals.waiting_piece (transfer_id, piece_number, held_by, content)
      values (${transfer_id}::uuid, ${++number}, ${held_by}::uuid, ${content})`.execute(ctx.db)
  }
  for await (const piece of file.open()) {
    waiting.push(piece)
    size += piece.length
    if (size >= PIECE) await keep()
  }
  if (size > 0 || number === 0) await keep()
}

/** Asks for a file that stopped to be read on. Throws NotFound when it is not there to be read, Invalid when it has been. */
export async function readOn(ctx: Ctx, transfer_id: string): Promise<void> {
  const { rows } = await sql<{ finished: boolean; kept: boolean }>`
    update referrals.transfer t set stopped_because = null, reading_since = now()
    where transfer_id = ${transfer_id} returning finished_at is not null as finished,
      exists (select from referrals.waiting_piece p where p.area_id = t.area_id and p.transfer_id = t.transfer_id) as kept`.execute(
    ctx.db,
  )
  if (!rows[0]) throw new NotFound('This transfer')
  if (rows[0].finished) refuse('', 'Every row of this file has been read')
  if (!rows[0].kept) refuse('', 'This file is not kept here. Send it again: it goes on where it stopped')
  await ctx.enqueue(READ_FILE, { transfer_id })
}
