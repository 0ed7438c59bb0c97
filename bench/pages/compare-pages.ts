import { join } from 'node:path'
import { type Child, nextMessage, startChild } from '../stage/child.ts'
import { machine } from '../stage/machine.ts'
import { processorTime } from '../stage/processor-time.ts'
import { median, quantile } from '../stage/numbers.ts'
import { serveWaymark } from '../stage/serve-waymark.ts'
import { makeBareDatabase } from './bare-database.ts'
import { fillStage } from './fill-stage.ts'
import type { Load, Loaded } from './load.ts'
import { type PageRequest, pageRequests } from './page-requests.ts'
import { rawBareRequest, rawRequest } from './raw-request.ts'
import { recordStatements } from './record-statements.ts'

export type PageAsked = {
  people: number
  /** Seconds a burst, and how many bursts each side gets, in turn. */
  seconds: number
  rounds: number
  connections: number
  /** A folder that keeps the filled database for the next run. */
  keep?: string | undefined
  /** Only requests whose name has this in it. */
  only?: string | undefined
  tell: (line: string) => void
}
export type Side = {
  per_second: number
  p50: number
  p99: number
  requests: number
  /** Processor time of server and database together, in milliseconds a request. */
  processor: number
}
export type PageCompared = {
  name: string
  statements: number
  bytes: number
  waymark: Side
  bare: Side
  ratio: number
}
export type PagesCompared = {
  machine: string
  people: number
  connections: number
  seed_seconds: number
  pages: PageCompared[]
}

/** Seconds until V8 has compiled what it will, and every connection has settled on its plans: on both sides. */
const WARM_UP = 4

/** The pool that both servers have: Waymark's own number. */
const POOL = 8

/** Fills a database, copies it for the bare server, and sends each kind of request to the two in turn: A B A B. */
export async function comparePages(asked: PageAsked): Promise<PagesCompared> {
  const about = machine()
  const [stage, seed_seconds] = await fillStage(asked)
  const children: Child[] = []
  try {
    const requests = (await pageRequests(stage)).filter(({ name }) => name.includes(asked.only ?? ''))
    const recorded = []
    for (const request of requests) recorded.push(await recordStatements(stage, request))
    await stage.disconnect()
    const bare_url = await makeBareDatabase(stage.url, requests[0]!.actor)
    const waymark = await serveWaymark(stage)
    children.push(waymark)
    const bare = startChild(join(import.meta.dirname, 'bare-server.ts'))
    children.push(bare)
    bare.process.send({ url: bare_url, pool: POOL, requests: recorded })
    const bare_port = await nextMessage<number>(bare)
    const load = startChild(join(import.meta.dirname, 'load.ts'))
    children.push(load)
    const pages: PageCompared[] = []
    for (const [n, request] of requests.entries()) {
      const { statements, bytes, writes, name } = recorded[n]!
      asked.tell(name)
      const sides = await inTurn(load, asked, writes, [
        {
          port: waymark.port,
          all: request.inputs.map((inputs) => rawRequest(request, inputs, waymark.port)),
          used: () => processorTime(waymark.process.pid, stage.database_files),
        },
        {
          port: bare_port,
          all: request.inputs.map((inputs) => rawBareRequest(n, inputs)),
          used: () => processorTime(bare.process.pid, stage.database_files),
        },
      ])
      const [ours, theirs] = sides as [Side, Side]
      pages.push({
        name,
        statements: statements.length,
        bytes,
        waymark: ours,
        bare: theirs,
        ratio: ours.per_second / theirs.per_second,
      })
    }
    return { machine: about, people: asked.people, connections: asked.connections, seed_seconds, pages }
  } finally {
    for (const child of children) await child.stop()
    await stage.end()
  }
}

type Target = { port: number; all: string[]; used: () => number }

async function inTurn(load: Child, asked: PageAsked, once: boolean, targets: Target[]): Promise<Side[]> {
  const rates = targets.map((): number[] => [])
  const took = targets.map((): number[] => [])
  const used = targets.map(() => 0)
  const spent = targets.map(() => 0)
  // The first round warms both up and is not counted.
  for (let round = 0; round <= asked.rounds; round++)
    for (const [n, { port, all, used: processor }] of targets.entries()) {
      const left = once ? all.slice(used[n], used[n]! + 20_000) : all
      const seconds = round === 0 ? WARM_UP : asked.seconds
      const order: Load = { port, connections: asked.connections, seconds, requests: left, once }
      const before = processor()
      load.process.send(order)
      const loaded = await nextMessage<Loaded>(load)
      if (loaded.failed > 0)
        throw new Error(`${loaded.failed} of ${loaded.used} requests failed: ${loaded.first_failure}`)
      used[n]! += loaded.used
      if (round === 0 || loaded.took.length === 0) continue
      spent[n]! += processor() - before
      rates[n]!.push(loaded.took.length / loaded.seconds)
      for (const each of loaded.took) took[n]!.push(each)
    }
  return targets.map((_, n) => ({
    per_second: median(rates[n]!),
    p50: quantile(took[n]!, 0.5),
    p99: quantile(took[n]!, 0.99),
    requests: took[n]!.length,
    processor: (spent[n]! * 1000) / took[n]!.length,
  }))
}

export type { PageRequest }
