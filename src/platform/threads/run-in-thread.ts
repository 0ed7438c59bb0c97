import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/**
 * Runs a module in a thread of its own, so that no page waits for it, and gives the one answer that it posts. `asked` and the answer are
 * copied. Throws what the module throws, and AbortError when `signal` ends it before it is done; the thread is gone in every case.
 */
export async function runInThread<Answer>(
  module: URL,
  asked: unknown,
  signal?: AbortSignal,
): Promise<Answer> {
  const thread = new Worker(module, { workerData: asked })
  try {
    const [answer] = (await once(thread, 'message', signal ? { signal } : {})) as [Answer]
    return answer
  } finally {
    await thread.terminate()
  }
}
