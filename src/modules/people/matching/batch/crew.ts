import { Worker } from 'node:worker_threads'

/**
 * A few threads that share memory. `each` calls one exported function once for every argument, at the same time:
 * the first here, the others in threads. Arguments and answers are copied, shared buffers are shared.
 */
export interface Crew {
  readonly size: number
  readonly each: <A, R>(
    module: string,
    name: string,
    work: (argument: A) => R,
    all: readonly A[],
  ) => Promise<R[]>
  readonly dismiss: () => Promise<void>
}

/** One thread, this one: for small work. */
export const ALONE: Crew = {
  size: 1,
  each: (_module, _name, work, all) => Promise.resolve(all.map(work)),
  dismiss: () => Promise.resolve(),
}

/** This thread and `size - 1` others. Dismiss them when the work is done. */
export function gather(size: number): Crew {
  if (size <= 1) return ALONE
  const others = Array.from(
    { length: size - 1 },
    () => new Worker(new URL('./crew-member.ts', import.meta.url)),
  )
  const ask = (member: Worker, job: object) =>
    new Promise<unknown>((resolve, reject) => {
      const stop = () => member.off('message', done).off('error', failed)
      const done = (answer: unknown) => (stop(), resolve(answer))
      const failed = (error: Error) => (stop(), reject(error))
      member.on('message', done).on('error', failed)
      member.postMessage(job)
    })
  return {
    size,
    each: async <A, R>(module: string, name: string, work: (argument: A) => R, all: readonly A[]) => {
      const lists = [0, ...others.keys()].map((_, k) => all.filter((_argument, i) => i % size === k))
      const away = others.map((member, k) => ask(member, { module, name, all: lists[k + 1] }) as Promise<R[]>)
      const here = lists[0]!.map(work)
      const answers = [here, ...(await Promise.all(away))]
      return all.map((_, i) => answers[i % size]![Math.floor(i / size)]!)
    },
    dismiss: async () => {
      await Promise.all(others.map((member) => member.terminate()))
    },
  }
}
