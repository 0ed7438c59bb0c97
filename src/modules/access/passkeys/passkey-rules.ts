import type { Actor } from '#platform/act.ts'

/** EdDSA, ES256 and RS256: what the authenticators that people have can do. */
export const ALGORITHMS = [-8, -7, -257]

/** The site that a passkey belongs to: it works nowhere else, so it cannot be asked for by a look-alike. */
export const siteOf = (origin: string) => ({ rpID: new URL(origin).hostname, expectedOrigin: origin })

/** What an authenticator keeps as the user: area and member, so that no address has to be typed. It says nothing to others. */
export const userHandleOf = ({
  area_id,
  actor_id,
}: Pick<Actor, 'area_id' | 'actor_id'>): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(`${area_id}${actor_id}`.replaceAll('-', ''), 'hex'))

/** Area and member of a user handle (base64url), or undefined when it is not one of ours. */
export function readUserHandle(
  handle: string | undefined,
): { area_id: string; member_id: string } | undefined {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex')
  if (hex.length !== 64) return undefined
  return { area_id: idOf(hex.slice(0, 32)), member_id: idOf(hex.slice(32)) }
}

const idOf = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
