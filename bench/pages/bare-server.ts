// The measure to hold Waymark against: node:http and pg, a pool of the same size, the statements that Waymark's page asks; no access
// rules, no audit, no sign-in, no templates. A child process of pages.ts: told what to serve, it answers with its port.
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import type { Inputs, RecordedRequest, ValueFrom } from './recorded-statement.ts'

type Told = { url: string; pool: number; requests: RecordedRequest[] }

process.once('message', (told: Told) => {
  const pool = new pg.Pool({
    connectionString: told.url,
    max: told.pool,
    options: '-c timezone=Europe/London',
  })
  const handlers = new Map(told.requests.map((request, n) => [`/${n}`, handler(pool, request, `r${n}`)]))
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://localhost')
    request.resume()
    handlers.get(pathname)!(Object.fromEntries(searchParams)).then(
      (body) =>
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length }).end(body),
      (error: Error) =>
        response
          .writeHead(500, { 'content-length': 0, 'x-because': error.message.replaceAll(/\s+/g, ' ') })
          .end(),
    )
  })
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as { port: number }).port))
})

function handler(pool: pg.Pool, { statements, bytes, writes }: RecordedRequest, name: string) {
  return async (inputs: Inputs): Promise<Buffer> => {
    const answers: unknown[][] = []
    const made = new Map<string, string>()
    const run = async (client: pg.Pool | pg.PoolClient) => {
      for (const [n, { text, values }] of statements.entries()) {
        const given = values.map((from) => valueOf(from, inputs, answers, made))
        const { rows } = await client.query({ name: `${name}_${n}`, text, values: given })
        answers.push(rows ?? [])
      }
    }
    if (writes) await inTransaction(pool, run)
    else await run(pool)
    return Buffer.from(JSON.stringify(answers).padEnd(bytes).slice(0, bytes))
  }
}

async function inTransaction(pool: pg.Pool, run: (client: pg.PoolClient) => Promise<void>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await run(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function valueOf(from: ValueFrom, inputs: Inputs, answers: unknown[][], made: Map<string, string>): unknown {
  if ('constant' in from) return from.constant
  if ('hex' in from) return Buffer.from(from.hex, 'hex')
  const whole = /^\{out:([^{}]+)\}$/.exec(from.template)
  if (whole) return at(answers, whole[1]!) ?? null
  const written = from.template.replaceAll(
    /\{(in|out|new|newhash):([^{}]+)\}/g,
    (_, kind: string, name: string) => {
      if (kind === 'in') return inputs[name] ?? ''
      if (kind === 'out') return `${(at(answers, name) ?? '') as string | number}`
      if (!made.has(name)) made.set(name, kind === 'new' ? randomUUID() : randomBytes(32).toString('hex'))
      return made.get(name)!
    },
  )
  return from.list ? (JSON.parse(written) as unknown[]) : written
}

const at = (answers: unknown, path: string): unknown =>
  path
    .split(':')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], answers)
