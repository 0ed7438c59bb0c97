import { Kysely } from 'kysely'
import type pg from 'pg'
import { chance } from './chance.ts'
import { clientDialect } from './database/client-dialect.ts'
import type { PipelinedClient } from './database/pipelined-client.ts'
import type { Pools } from './database/pools.ts'
import type { DB } from './database/tables.ts'
import { dayOf } from './words/dates.ts'

/** Somebody (or a named job) who acts: in one area, with what their teams hold. */
export type Actor = {
  area_id: string
  actor_id: string
  team_ids: string[]
  roles: readonly string[]
  name: string
  organisation_id: string
  organisation_name: string
  organisation_kind: string
  area_code: string
  area_name: string
  demonstration: boolean
  /** The session that the actor came with; none for a job or the command line. */
  session_id?: string
  signed_in_by?: string
}

/** Whether the actor has one of these roles. */
export const hasRole = ({ roles }: Pick<Actor, 'roles'>, any: readonly string[]): boolean =>
  any.some((role) => roles.includes(role))

export type Visit = {
  visit_id: string
  query: Record<string, string>
  /** Nothing is changed in this visit: the database refuses to, and its end need not be waited for. */
  reads?: boolean
}

/** The open transaction, the actor and the visit: the first argument of every use case and query, and their only way to the database. */
export type Ctx = {
  db: Kysely<DB>
  actor: Actor
  visit_id: string
  /** The address's query: filters and keyset positions only, never personal data. */
  query: Record<string, string>
  /** Today in London, 'YYYY-MM-DD'. */
  today: string
  now: Date
  /** A job that starts if and only if this transaction commits. */
  enqueue: (
    job: string,
    payload: Record<string, unknown>,
    options?: { start_after?: Date; once?: string },
  ) => Promise<void>
  /** Reads as the role that sees no names, across the area's teams (decision 4). */
  asFigures: <T>(read: (db: Kysely<DB>) => Promise<T>) => Promise<T>
  /** Reads who looked and what changed, of this area; who may ask is for the caller to have settled. */
  asAuditor: <T>(read: (db: Kysely<DB>) => Promise<T>) => Promise<T>
  /** The raw connection, for COPY and set-based loads in the same transaction. */
  connection: pg.PoolClient
}

export type Enqueue = (
  executeSql: (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>,
  actor: Actor,
  job: string,
  payload: Record<string, unknown>,
  options?: { start_after?: Date; once?: string },
) => Promise<void>

export type Act = <T>(actor: Actor, visit: Visit, work: (ctx: Ctx) => Promise<T>) => Promise<T>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether the text is an id as the database writes it. */
export const isId = (text: string) => UUID.test(text)

/** A new id that carries its time (uuid version 7), as access.new_id() makes them. */
export function newId(): string {
  const bytes = chance(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const READS = 'begin read only'

/**
 * Makes `act`: one actor, one visit, one transaction. Postgres knows all three (`set local`, values checked as uuids: unlike
 * set_config it also reaches the workers of a distributed Postgres). Whatever `work` throws rolls everything back.
 */
export function makeAct(pools: Pools, enqueue: Enqueue, clock: () => Date = () => new Date()): Act {
  return async (actor, visit, work) => {
    const now = clock()
    const reads = `${READS}; ${settingsOf(actor)}`
    const begin = visit.reads
      ? reads
      : `begin; ${settingsOf(actor)}; ${settingOf('visit_id', visit.visit_id)}`
    return inTransaction(pools.app, begin, (db, connection) =>
      work({
        db,
        connection,
        actor,
        visit_id: visit.visit_id,
        query: visit.query,
        now,
        today: dayOf(now),
        enqueue: (job, payload, options) =>
          enqueue((text, values) => connection.query(text, values), actor, job, payload, options),
        asFigures: (read) => inTransaction(pools.figures, reads, read),
        asAuditor: (read) => inTransaction(pools.auditor, reads, read),
      }),
    )
  }
}

// Who acts is the same for many acts, and is put into words once. The visit matters only to what is changed.
const settings = new WeakMap<Actor, string>()
function settingsOf(actor: Actor): string {
  const before = settings.get(actor)
  if (before) return before
  const teams = actor.team_ids.map(checkedId).join(',')
  const made = `${settingOf('area_id', actor.area_id)}; ${settingOf('actor_id', actor.actor_id)}; set local waymark.team_ids = '{${teams}}'`
  settings.set(actor, made)
  return made
}

const settingOf = (name: string, id: string) => `set local waymark.${name} = '${checkedId(id)}'`

function checkedId(id: string): string {
  if (!isId(id)) throw new Error('An act needs ids: area, actor, visit and teams')
  return id
}

// One for as long as the connection lasts: it holds nothing of an act.
const known = new WeakMap<pg.PoolClient, Kysely<DB>>()
function kyselyOn(connection: pg.PoolClient): Kysely<DB> {
  const before = known.get(connection)
  if (before) return before
  const db = new Kysely<DB>({ dialect: clientDialect(connection) })
  known.set(connection, db)
  return db
}

async function inTransaction<T>(
  pool: pg.Pool,
  begin: string,
  work: (db: Kysely<DB>, connection: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const connection = (await pool.connect()) as pg.PoolClient & PipelinedClient
  let broken: Error | undefined
  try {
    // Not waited for by itself: it leaves with the first question. Fails it, so does every question after it.
    const begun = connection.begin(begin)
    begun.catch(() => {})
    const result = await work(kyselyOn(connection), connection)
    await begun
    if (begin.startsWith(READS)) connection.endSoon()
    else await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback').catch((lost: Error) => (broken = lost))
    throw error
  } finally {
    connection.release(broken)
  }
}
