import type pg from 'pg'
import type { Actor } from '#platform/act.ts'
import { makeAct } from '#platform/act.ts'
import { openPools } from '#platform/database/pools.ts'
import { makeEnqueue } from '#platform/jobs/jobs.ts'
import { makeLog } from '#platform/log.ts'
import { makeApp } from '../../src/app.ts'
import type { Stage } from '../stage/stage.ts'
import type { PageRequest } from './page-requests.ts'
import type { Inputs, RecordedRequest, RecordedStatement, ValueFrom } from './recorded-statement.ts'

type Asked = { text: string; values: unknown[]; rows: unknown[] }

const ID_WHOLE = /^([0-9a-f]{64}|[0-9a-f]{8}-.{27})$/
const ID = /[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
/** A number that the database gives out, and that is asked back in a later statement: 'R0012345'. */
const GIVEN_OUT = /^[A-Z]\d{7,8}$/
/** What an act and a visit add: not what the page asks. */
const ADDED = /^\s*(begin|commit|rollback|set local|discard)/i

/** Finding out who is there and what they may do: the bare server asks nobody. */
const WHO = /\bfrom access\.(?!.*\b(people|support|referrals|outcomes|restorative_justice)\.)/is

/**
 * Sends a request once to Waymark in this process and takes down what it asks of the database, so that the bare server asks the same,
 * whatever the page becomes. Ids are told apart: those of the request, those an earlier statement answered, and newly made ones.
 */
export async function recordStatements(stage: Stage, request: PageRequest): Promise<RecordedRequest> {
  const asked: Asked[] = []
  const pools = openPools(stage.url, stage.secret, { max: 1 })
  pools.app.on('connect', (client) => listen(client, asked))
  try {
    const app = makeApp({
      pools,
      act: makeAct(pools, makeEnqueue(pools.app)),
      secret: stage.secret,
      origin: 'http://localhost',
      demonstration: true,
      log: makeLog(),
    })
    const [inputs] = request.inputs
    const { path, body, headers } = request.of(inputs!)
    const answer = await app.request(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...request.headers,
        ...headers,
        host: 'localhost',
        ...(body === undefined
          ? {}
          : { origin: 'http://localhost', 'content-length': String(Buffer.byteLength(body)) }),
      },
      ...(body === undefined ? {} : { body }),
    })
    const text = await answer.text()
    if (answer.status >= 400 || answer.headers.get('location')?.startsWith('/sign-in'))
      throw new Error(
        `${request.name}: ${answer.status} ${answer.headers.get('location') ?? text.slice(0, 300)}`,
      )
    return {
      name: request.name,
      statements: templates(asked, inputs!, request.actor),
      bytes: Buffer.byteLength(text),
      writes: asked.some((one) => /\b(insert into|update|delete from)\b/i.test(one.text)),
    }
  } finally {
    await pools.end()
  }
}

type Query = (
  config: string | { text: string; values?: unknown[] },
  values?: unknown,
) => Promise<pg.QueryResult>

function listen(client: pg.PoolClient, asked: Asked[]) {
  const query = client.query.bind(client) as unknown as Query
  ;(client as unknown as { query: Query }).query = (config, ...more) => {
    const answer = query(config, ...more)
    const text = typeof config === 'string' ? config : config.text
    const [given] = more
    const values = typeof config === 'object' ? config.values : Array.isArray(given) ? given : []
    if (!text || ADDED.test(text) || WHO.test(text) || !answer?.then) return answer
    const one: Asked = { text, values: values ?? [], rows: [] }
    asked.push(one)
    return answer.then((result) => {
      one.rows = result.rows
      return result
    })
  }
}

function templates(asked: readonly Asked[], inputs: Inputs, actor: Actor): RecordedStatement[] {
  const known = new Set([actor.area_id, actor.actor_id, actor.organisation_id, ...actor.team_ids])
  const places = new Map<string, string>(
    Object.entries(inputs).map(([name, value]) => [value, `{in:${name}}`]),
  )
  return asked.map(({ text, values, rows }, at) => {
    const read = values.map((value): ValueFrom => {
      if (Buffer.isBuffer(value)) return { hex: value.toString('hex') }
      const list = Array.isArray(value)
      const written = list ? JSON.stringify(value) : value
      if (typeof written !== 'string')
        return { constant: value instanceof Date ? value.toISOString() : value }
      let template = written.replaceAll(ID, (id) => {
        if (known.has(id)) return id
        if (!places.has(id)) places.set(id, `{${id.length === 64 ? 'newhash' : 'new'}:${places.size}}`)
        return places.get(id)!
      })
      for (const [value_, place] of places)
        if (!ID_WHOLE.test(value_) && value_.length > 3) template = template.replaceAll(value_, place)
      return { template, ...(list ? { list } : {}) }
    })
    remember(rows, `out:${at}`, places)
    return { text, values: read }
  })
}

/** Where each id and each number given out stands in an answer, the first place it is seen in. */
function remember(value: unknown, path: string, places: Map<string, string>): void {
  if (typeof value === 'string' && (value.match(ID)?.[0] === value || GIVEN_OUT.test(value))) {
    if (!places.has(value)) places.set(value, `{${path}}`)
  } else if (value && typeof value === 'object' && !(value instanceof Date))
    for (const [key, each] of Object.entries(value)) remember(each, `${path}:${key}`, places)
}
