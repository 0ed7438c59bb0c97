import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { Logger } from 'pino'
import { type Act, type Actor, type Ctx, type Enqueue, newId } from '../act.ts'

/** A use case that runs later or on a timetable, as whoever asked for it. */
export type Job = {
  /** 'module.verb-noun' */
  name: string
  /** A cron expression in London time; on a timetable it runs once for every area, as the area's own actor. */
  timetable?: string
} & (
  | { run: (ctx: Ctx, payload: never) => Promise<void> }
  /** Work of minutes: it makes its own acts, in a thread of its own, ends when `signal` says so, and goes on where it was when run again. */
  | { runLong: (actor: Actor, payload: never, signal: AbortSignal) => Promise<void> }
)

type Sent = { actor: Actor; payload: Record<string, unknown> }

// Whoever only sends jobs may end when it has nothing else to do: no timer of the queue keeps it.
const idleClock = {
  now: () => Date.now(),
  setTimeout: (work: () => void, ms: number) => setTimeout(work, ms).unref(),
  clearTimeout: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (work: () => void, ms: number) => setInterval(work, ms).unref(),
  clearInterval: (timer: unknown) => clearInterval(timer as NodeJS.Timeout),
}

/** Sends jobs inside the transaction of the act that asks: job and row live or die together. */
export function makeEnqueue(pool: pg.Pool): Enqueue {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'jobs',
    supervise: false,
    schedule: false,
    migrate: false,
    clock: idleClock,
  })
  boss.on('error', () => {}) // it looks up the queues now and then; what is sent tells its own faults
  let opened: Promise<unknown> | undefined
  return async (executeSql, actor, job, payload, { start_after, once } = {}) => {
    await (opened ??= boss.start())
    const { session_id: _, ...sender } = actor
    await boss.send(job, { actor: sender, payload } satisfies Sent, {
      db: { executeSql },
      retryLimit: 5,
      retryBackoff: true,
      ...(start_after ? { startAfter: start_after } : {}),
      ...(once ? { singletonKey: once } : {}),
    })
  }
}

// A worker that was killed sends no sign of life, and its job goes to another; one that lives may work for as long as it needs.
const LIFE = { heartbeatSeconds: 10, expireInSeconds: 12 * 60 * 60 }

/** Makes the queues of the jobs: once, before anything is sent to them. */
export async function makeQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const { name } of jobs) {
    await boss.createQueue(name, LIFE)
    await boss.updateQueue(name, LIFE)
  }
}

/** Runs one job once, as the actor: in one act, or in the acts that long work makes for itself. */
export const runJob = (
  job: Job,
  act: Act,
  actor: Actor,
  payload: Record<string, unknown>,
  signal: AbortSignal,
): Promise<void> =>
  'runLong' in job
    ? job.runLong(actor, payload as never, signal)
    : act(actor, { visit_id: newId(), query: {} }, (ctx) => job.run(ctx, payload as never))

/**
 * Runs the jobs in this process until `stop`. A job whose worker was killed is taken up again in seconds; a job that throws is
 * tried again five times, then kept for somebody to look at.
 */
export async function startWorker(options: {
  pool: pg.Pool
  jobs: readonly Job[]
  act: Act
  areaActors: () => Promise<Actor[]>
  log: Logger
}): Promise<{ stop: () => Promise<void> }> {
  const { pool, jobs, act, log } = options
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'jobs',
    migrate: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
  let stopping = false
  boss.on('error', (error) => {
    // While it stops, a look for new work may meet a connection that has ended: nothing is lost by it.
    if (!stopping) log.error({ error: error.name }, 'queue')
  })
  await boss.start()
  await makeQueues(boss, jobs)
  for (const job of jobs) {
    const run = (actor: Actor, payload: Record<string, unknown>, signal: AbortSignal) =>
      runJob(job, act, actor, payload, signal)
    await boss.work<Sent | null>(job.name, { pollingIntervalSeconds: 1 }, async (taken) => {
      for (const { id, data, signal } of taken) {
        try {
          if (data?.actor) await run(data.actor, data.payload, signal)
          else for (const actor of await options.areaActors()) await run(actor, {}, signal)
        } catch (error) {
          log.error(
            { job: job.name, id, error: (error as Error).name, code: (error as { code?: string }).code },
            'job failed',
          )
          throw error
        }
      }
    })
    if (job.timetable) await boss.schedule(job.name, job.timetable, null, { tz: 'Europe/London' })
  }
  return {
    stop: () => {
      stopping = true
      return boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}
