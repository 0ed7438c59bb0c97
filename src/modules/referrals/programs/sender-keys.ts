import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { areaActor } from '#access'
import { newId, type Act, type Actor, type Ctx } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import { found, NotFound } from '#platform/errors.ts'

export type SenderKey = { sender_key_id: string; profile: string; made_at: Date; revoked_at: Date | null }

const hashOf = (key: string) => createHash('sha256').update(key).digest()

/** Makes a key for the program of a sender. The key is given this once; only its hash is kept. It begins with the area, so that it is found. */
export async function makeSenderKey(ctx: Ctx, profile: string): Promise<string> {
  const key = `wmk.${ctx.actor.area_code}.${randomBytes(32).toString('base64url')}`
  await sql`insert into referrals.sender_key (profile, key_hash) values (${profile}, ${hashOf(key)})`.execute(
    ctx.db,
  )
  return key
}

export async function revokeSenderKey(ctx: Ctx, sender_key_id: string): Promise<void> {
  const { rows } = await sql<object>`update referrals.sender_key set revoked_at = now()
    where sender_key_id = ${sender_key_id} and revoked_at is null returning sender_key_id`.execute(ctx.db)
  found(rows[0], 'This key')
}

export async function listSenderKeys(ctx: Ctx): Promise<SenderKey[]> {
  const { rows } =
    await sql<SenderKey>`select sender_key_id, profile, made_at, revoked_at from referrals.sender_key order by sender_key_id desc`.execute(
      ctx.db,
    )
  return rows
}

export type KeyHolder = {
  actor: Actor & { receiving_team_id: string }
  sender_key_id: string
  profile: string
}

/** Who a key belongs to: undefined for one that was never made, is revoked, or is of no area; the three are never told apart. */
export async function holderOf(
  tools: { pools: Pools; act: Act },
  authorization: string | undefined,
): Promise<KeyHolder | undefined> {
  const key = /^Bearer (wmk\.([a-z][a-z0-9-]*)\.[\w-]{43})$/.exec(authorization ?? '')
  const actor =
    key &&
    (await areaActor(tools.pools, key[2]!).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
    }))
  if (!actor) return undefined
  const rows = await tools.act(actor, { visit_id: newId(), query: {}, reads: true }, async (ctx) => {
    const found = await sql<{
      sender_key_id: string
      profile: string
    }>`select sender_key_id, profile from referrals.sender_key
      where area_id = ${actor.area_id} and key_hash = ${hashOf(key[1]!)} and revoked_at is null`.execute(
      ctx.db,
    )
    return found.rows
  })
  return rows[0] && { actor, ...rows[0] }
}
