import type { Actor } from '#platform/act.ts'
import { runJob } from '#platform/jobs/jobs.ts'
import type { TestApp } from './cast.ts'

type Waiting = { id: string; name: string; data: { actor: Actor; payload: Record<string, unknown> } | null }

/** Does every job that waits now, in the order in which they were asked for, as the worker would. Gives how many; throws what one throws. */
export async function runJobs({ pools, modules, act }: TestApp): Promise<number> {
  const { rows } = await pools.app.query<Waiting>(
    `select id, name, data from jobs.job where state in ('created', 'retry') and data is not null order by created_on`,
  )
  const jobs = new Map(modules.flatMap((m) => m.jobs ?? []).map((job) => [job.name, job]))
  for (const { id, name, data } of rows) {
    await runJob(jobs.get(name)!, act, data!.actor, data!.payload, new AbortController().signal)
    await pools.app.query(`update jobs.job set state = 'completed', completed_on = now() where id = $1`, [id])
  }
  return rows.length
}
