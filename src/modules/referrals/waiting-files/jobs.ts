import type { Actor } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { runInThread } from '#platform/threads/run-in-thread.ts'
import { READ_FILE } from './keep-file.ts'
import type { AskedOfThread } from './reading-thread.ts'

export const READING_THREAD = new URL('./reading-thread.ts', import.meta.url)

/** Files that came by a page are read one after another, each in a thread of its own. */
export const waitingFileJobs = ({ pools }: { pools: Pools }): Job[] => [
  {
    name: READ_FILE,
    runLong: (actor: Actor, { transfer_id }: { transfer_id: string }, signal: AbortSignal) =>
      runInThread<void>(
        READING_THREAD,
        { opened_with: pools.opened_with, actor, transfer_id } satisfies AskedOfThread,
        signal,
      ),
  },
]
