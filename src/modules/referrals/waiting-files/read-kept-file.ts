import { sql } from 'kysely'
import { newId, type Act, type Actor, type Ctx } from '#platform/act.ts'
import { NotFound } from '#platform/errors.ts'
import { findProfile } from '../mapping-profiles/find-profile.ts'
import { importTransfer, type ArrivedFile } from '../transfers/import-transfer.ts'

type Kept = Omit<ArrivedFile, 'open'> & {
  held_by: string
  profile: string
  pieces: number
}

/**
 * Reads a file that is kept, to its end, and throws away what was kept of it: as whoever sent it. Run again at any time it goes on after the
 * last row. What is wrong with the file itself stands in the transfer from then on; what fails otherwise is thrown, for another try.
 */
export async function readKeptFile(act: Act, actor: Actor, transfer_id: string): Promise<void> {
  const once = <T>(work: (ctx: Ctx) => Promise<T>) => act(actor, { visit_id: newId(), query: {} }, work)
  const kept = await once((ctx) => findKept(ctx, transfer_id))
  if (!kept) return
  try {
    const profile = await once((ctx) => findProfile(ctx, kept.profile))
    const file: ArrivedFile = { ...kept, open: () => piecesOf(once, transfer_id, kept.pieces) }
    await importTransfer(file, { act, actor, held_by: kept.held_by, profile })
  } catch (error) {
    if (!isSentence(error)) throw error
    await once((ctx) => stopReading(ctx, transfer_id, error.message))
    return
  }
  await once((ctx) =>
    sql`delete from referrals.waiting_piece where transfer_id = ${transfer_id}`.execute(ctx.db),
  )
}

// A fault of the database has a code, and may be gone at the next try. A sentence is about the file.
const isSentence = (error: unknown): error is Error =>
  error instanceof Error && !('code' in error) && (error instanceof NotFound || error.constructor === Error)

const findKept = async (ctx: Ctx, transfer_id: string): Promise<Kept | undefined> => {
  const { rows } =
    await sql<Kept>`select t.file_name, t.bytes, t.came_by, t.content_hash as known_by, t.held_by, t.profile, p.pieces
    from referrals.transfer t cross join lateral (select max(piece_number) as pieces from referrals.waiting_piece p
      where p.area_id = t.area_id and p.transfer_id = t.transfer_id) p
    where t.transfer_id = ${transfer_id} and p.pieces is not null`.execute(ctx.db)
  return rows[0]
}

async function* piecesOf(
  once: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>,
  transfer_id: string,
  pieces: number,
): AsyncGenerator<Uint8Array> {
  for (let number = 1; number <= pieces; number++)
    yield await once(async (ctx) => {
      const { rows } = await sql<{ content: Buffer }>`select content from referrals.waiting_piece
        where transfer_id = ${transfer_id} and piece_number = ${number}`.execute(ctx.db)
      return rows[0]!.content
    })
}

async function stopReading(ctx: Ctx, transfer_id: string, because: string) {
  await sql`update referrals.transfer set stopped_because = ${because} where transfer_id = ${transfer_id}`.execute(
    ctx.db,
  )
}
