import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Hono } from 'hono'
import pino from 'pino'
import { addArea, areaActor, openSession, readAreaFile } from '#access'
import { type Act, type Actor, type Ctx, isId, makeAct, newId } from '#platform/act.ts'
import { formToken, hashToken } from '#platform/http/session-cookie.ts'
import { makeEnqueue, makeQueues } from '#platform/jobs/jobs.ts'
import { deliverToFolder } from '#platform/mail/index.ts'
import { testDatabase, type TestDatabase } from '#platform/testing.ts'
import type { Module } from '#platform/module.ts'
import { PgBoss } from 'pg-boss'
import { assemble, makeApp, type AppOptions } from '../app.ts'

const CAST = join(import.meta.dirname, '..', '..', 'database', 'cast')

type Fields = Record<string, string | string[] | number | boolean>

/** What came back from a URL. */
export type Came = {
  status: number
  text: string
  headers: Headers
  location: string | null
  response: Response
}

/** One of the cast in front of a browser without JavaScript. */
export type Someone = {
  actor: Actor
  cookie: string
  get: (url: string) => Promise<Came>
  /** Sends a form with its token, as the page's own form would. */
  post: (url: string, fields?: Fields) => Promise<Came>
  /** Uses a use case or query directly, as this member. */
  act: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
}

export type TestApp = TestDatabase & {
  app: Hono
  act: Act
  options: AppOptions
  modules: Module[]
  /** Everything that was logged, as text: ids only. */
  logged: () => string
  /** A member of the cast by name; `area` is 'nottinghamshire' unless told. */
  as: (name: string, area?: string) => Promise<Someone>
  /** The area's own actor, as on the command line. */
  area: (code?: string) => Promise<Actor & { receiving_team_id: string }>
  asNobody: Pick<Someone, 'get' | 'post'>
}

/** The whole app on a database of its own, with the two cast areas in it. `clock` sets today. */
export async function testApp(options: { clock?: () => Date; areas?: string[] } = {}): Promise<TestApp> {
  const database = await testDatabase()
  const { pools, secret } = database
  const act = makeAct(pools, makeEnqueue(pools.app), options.clock)
  let logged = ''
  const outbox = join(tmpdir(), `waymark-outbox-${newId()}`)
  after(() => rm(outbox, { recursive: true, force: true }))
  const appOptions: AppOptions = {
    pools,
    act,
    secret,
    origin: 'http://localhost',
    demonstration: true,
    mail: { deliver: deliverToFolder(outbox), outbox },
    log: pino({ level: 'debug' }, { write: (line: string) => void (logged += line) }),
  }
  const modules = assemble(appOptions)
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pools.app.query(text, values) },
    schema: 'jobs',
    migrate: false,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  await makeQueues(
    boss,
    modules.flatMap((m) => m.jobs ?? []),
  )
  await boss.stop({ graceful: false })
  for (const code of options.areas ?? ['nottinghamshire', 'cumbria'])
    await addArea(pools, act, readAreaFile(JSON.parse(readFileSync(join(CAST, `${code}.json`), 'utf8'))))
  const app = makeApp(appOptions, modules)
  return {
    ...database,
    app,
    act,
    options: appOptions,
    modules,
    logged: () => logged,
    area: (code = 'nottinghamshire') => areaActor(pools, code),
    as: (name, area = 'nottinghamshire') => signInAs(app, act, database, name, area),
    asNobody: browser(app, secret, undefined),
  }
}

async function signInAs(
  app: Hono,
  act: Act,
  { pools, secret }: TestDatabase,
  name: string,
  area: string,
): Promise<Someone> {
  const platform = await areaActor(pools, area)
  const member = await act(platform, { visit_id: newId(), query: {} }, async (ctx) => {
    const member = await ctx.db
      .selectFrom('access.member as m')
      .innerJoin('access.organisation as o', (join) =>
        join.onRef('o.area_id', '=', 'm.area_id').onRef('o.organisation_id', '=', 'm.organisation_id'),
      )
      .selectAll('m')
      .select(['o.name as organisation_name', 'o.kind as organisation_kind'])
      .where('m.name', '=', name)
      .executeTakeFirst()
    if (!member) throw new Error(`Nobody called ${name} is in the cast of ${area}`)
    const teams = await ctx.db
      .selectFrom('access.membership')
      .select('team_id')
      .where('member_id', '=', member.member_id)
      .execute()
    return { ...member, team_ids: teams.map((t) => t.team_id) }
  })
  const actor: Actor = { ...platform, ...member, actor_id: member.member_id }
  const token = await act(actor, { visit_id: newId(), query: {} }, (ctx) => openSession(ctx, 'demonstration'))
  const shown = { area_id: actor.area_id, token_hash: hashToken(token) }
  return {
    actor,
    cookie: `waymark=${actor.area_id}.${token}`,
    ...browser(app, secret, { cookie: `waymark=${actor.area_id}.${token}`, csrf: formToken(secret, shown) }),
    act: (work) => act(actor, { visit_id: newId(), query: {} }, work),
  }
}

function browser(
  app: Hono,
  secret: string,
  session: { cookie: string; csrf: string } | undefined,
): Pick<Someone, 'get' | 'post'> {
  const headers: Record<string, string> = session ? { cookie: session.cookie } : {}
  const came = async (response: Response): Promise<Came> => ({
    status: response.status,
    text: await response.clone().text(),
    headers: response.headers,
    location: response.headers.get('location'),
    response,
  })
  return {
    get: async (url) => came(await app.request(url, { headers })),
    post: async (url, fields = {}) => {
      const body = new URLSearchParams({ _csrf: session?.csrf ?? formToken(secret, undefined) })
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, String(one))
      return came(
        await app.request(url, {
          method: 'POST',
          headers: {
            ...headers,
            'content-type': 'application/x-www-form-urlencoded',
            origin: 'http://localhost',
            'sec-fetch-site': 'same-origin',
          },
          body: body.toString(),
        }),
      )
    },
  }
}

/** The first id in an address, for following a redirect to what was just made. */
export const idIn = (url: string | null): string => {
  const id = (url ?? '').split(/[/?#]/).find(isId)
  if (!id) throw new Error(`There is no id in ${url}`)
  return id
}
