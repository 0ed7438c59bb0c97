import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '#platform/act.ts'

/** An e-mail address as accounts keep it. */
export const tidyEmail = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** What is shown to find the account of an address: its SHA-256. */
export const emailKey = (typed: string): Buffer => sha256(tidyEmail(typed))

/** SHA-256 of a text. */
export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Shows hashes to the policies of rows known by them (accounts, invitations, steps, identities), until the transaction ends. */
export async function showKeys(ctx: Ctx, ...keys: readonly Buffer[]): Promise<void> {
  const shown = `{${keys.map((key) => `"\\\\x${key.toString('hex')}"`).join(',')}}`
  await sql`select set_config('waymark.session_keys', ${shown}, true)`.execute(ctx.db)
}

/** Lets this act see the accounts, invitations and break-glass of one organisation. Its caller has checked who may. */
export async function showOrganisation(ctx: Ctx, organisation_id: string): Promise<void> {
  await sql`select set_config('waymark.organisation_id', ${organisation_id}, true)`.execute(ctx.db)
}
