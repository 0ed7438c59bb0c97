// A passkey authenticator in software, for tests: makes ES256 and EdDSA credentials and signs with them, as WebAuthn 3 says.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

type Cbor = number | string | Buffer | Map<number | string, Cbor>

const head = (major: number, size: number): Buffer =>
  size < 24
    ? Buffer.from([(major << 5) | size])
    : size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.from([(major << 5) | 25, size >> 8, size & 255])

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])])
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const text = (bytes: Buffer) => bytes.toString('base64url')

/** One authenticator with one passkey. `origin` is the site that the browser would say it is on. */
export function softwareAuthenticator(origin: string, kind: 'ES256' | 'EdDSA' = 'ES256') {
  const id = randomBytes(16)
  const { publicKey, privateKey } =
    kind === 'ES256' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('ed25519')
  const rpIdHash = sha256(new URL(origin).hostname)
  let userHandle = Buffer.alloc(0)
  let counter = 0

  const clientData = (type: string, challenge: string, said = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: said, crossOrigin: false }))
  const authData = (flags: number, more = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, more])
  }
  const plain = () => ({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} })

  return {
    /** Answers creation options. User present and verified, credential included: flags 0x45. */
    make: (options: { challenge: string; user: { id: string } }) => {
      userHandle = Buffer.from(options.user.id, 'base64url')
      const credential = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cbor(cose(publicKey, kind)),
      ])
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData(0x45, credential)],
      ])
      return JSON.stringify({
        ...plain(),
        response: {
          attestationObject: text(cbor(attestation)),
          clientDataJSON: text(clientData('webauthn.create', options.challenge)),
          transports: ['internal'],
        },
      })
    },
    /** Answers request options; the flags and the origin can be wrong on purpose. */
    answer: (options: { challenge: string }, wrong: { flags?: number; origin?: string } = {}) => {
      const data = authData(wrong.flags ?? 0x05)
      const client = clientData('webauthn.get', options.challenge, wrong.origin)
      const signature = sign(
        kind === 'ES256' ? 'sha256' : null,
        Buffer.concat([data, sha256(client)]),
        privateKey,
      )
      return JSON.stringify({
        ...plain(),
        response: {
          authenticatorData: text(data),
          clientDataJSON: text(client),
          signature: text(signature),
          userHandle: text(userHandle),
        },
      })
    },
  }
}

function cose(key: KeyObject, kind: 'ES256' | 'EdDSA'): Map<number, Cbor> {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const bytes = (part: string) => Buffer.from(part, 'base64url')
  return kind === 'ES256'
    ? new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes(x)],
        [-3, bytes(y)],
      ])
    : new Map<number, Cbor>([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, bytes(x)],
      ])
}
