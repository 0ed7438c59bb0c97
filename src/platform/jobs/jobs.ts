import { PgBoss } from 'pg-boss'
import type pg from 'pg'
import type { Logger } from 'pino'
import { type Act, type Actor, type Ctx, type Enqueue, newId } from '../act.ts'

/** A use case that runs later or on a timetable, as whoever asked for it. */
export type Job = {
  /** 'module.verb-noun' */
  name: string
  run: (ctx: Ctx, payload: never) => Promise<void>
  /** A cron expression in London time; on a timetable it runs once for every area, as the area's own actor. */
  timetable?: string
}

type Sent = { actor: Actor; payload: Record<string, unknown> }

/** Sends jobs inside the transaction of the act that asks: job and row live or die together. */
export function makeEnqueue(pool: pg.Pool): Enqueue {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'jobs',
    supervise: false,
    schedule: false,
    migrate: false,
  })
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

/** Makes the queues of the jobs: once, before anything is sent to them. */
export async function makeQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) await boss.createQueue(job.name)
}

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
    const run = (actor: Actor, payload: Record<string, unknown>) =>
      act(actor, { visit_id: newId(), query: {} }, (ctx) => job.run(ctx, payload as never))
    await boss.work<Sent | null>(job.name, { pollingIntervalSeconds: 1 }, async (taken) => {
      for (const { id, data } of taken) {
        try {
          if (data?.actor) await run(data.actor, data.payload)
          else for (const actor of await options.areaActors()) await run(actor, {})
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
