import { setTimeout as pause } from 'node:timers/promises'
import { quantile } from '../stage/numbers.ts'

export type Watched = {
  path: string
  answered: number
  failed: number
  p50: number
  p99: number
  worst: number
}

/** Asks pages of the loopback one after another while something else goes on, some twenty a second, until `stop`. */
export function watchPages(
  port: number,
  pages: readonly { path: string; cookie?: string; called: string }[],
) {
  const took = pages.map((): number[] => [])
  const failed = pages.map(() => 0)
  let going = true
  const done = (async () => {
    while (going) {
      for (const [n, { path, cookie }] of pages.entries()) {
        const from = performance.now()
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
          headers: cookie ? { cookie } : {},
          redirect: 'manual',
        })
        await answer.arrayBuffer()
        took[n]!.push(performance.now() - from)
        if (answer.status !== 200) failed[n]!++
      }
      await pause(50)
    }
  })()
  return {
    stop: async (): Promise<Watched[]> => {
      going = false
      await done
      return pages.map(({ called }, n) => ({
        path: called,
        answered: took[n]!.length,
        failed: failed[n]!,
        p50: quantile(took[n]!, 0.5),
        p99: quantile(took[n]!, 0.99),
        worst: quantile(took[n]!, 1),
      }))
    },
  }
}
