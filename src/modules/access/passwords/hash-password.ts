import { argon2, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const LENGTH = 32

type Cost = typeof COST

/** The password as a PHC string, made with a key of the deployment too: the database alone is not enough to try passwords on. */
export async function hashPassword(secret: string, password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(secret, password, salt, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Whether the password is the one kept. With nothing kept it takes as long, and is false: nobody learns who has a password. */
export async function isPassword(
  secret: string,
  password: string,
  kept: string | undefined,
): Promise<boolean> {
  const read = kept === undefined ? NOBODYS : parse(kept)
  const hash = await derive(secret, password, read.salt, read.cost)
  return hash.length === read.hash.length && timingSafeEqual(hash, read.hash) && kept !== undefined
}

/** Whether a kept hash was made at another cost than today's: it is made again when its member next signs in. */
export const isOutdated = (kept: string): boolean =>
  !kept.startsWith(`$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`)

const NOBODYS = { cost: COST, salt: randomBytes(16), hash: randomBytes(LENGTH) }

function parse(kept: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const [, m, t, p, salt, hash] =
    /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/-]+)\$([\w+/-]+)$/.exec(kept) ?? []
  if (!salt || !hash) throw new Error('A kept password is not an argon2id hash')
  return {
    cost: { memory: Number(m), passes: Number(t), parallelism: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

const derive = (secret: string, password: string, nonce: Buffer, cost: Cost): Promise<Buffer> =>
  new Promise((done, failed) =>
    argon2(
      'argon2id',
      {
        message: Buffer.from(password.normalize('NFC')),
        nonce,
        tagLength: LENGTH,
        secret: Buffer.from(hkdfSync('sha256', secret, '', 'waymark:password', 32)),
        ...cost,
      },
      (error, hash) => (error ? failed(error) : done(hash)),
    ),
  )
