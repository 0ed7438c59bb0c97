import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, startChild } from './child.ts'
import type { Stage } from './stage.ts'

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts')

/** A port of the loopback that nobody uses. */
export const freePort = (): Promise<number> =>
  new Promise((done, failed) => {
    const server = createServer().on('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

/** Starts Waymark's own web process on the stage's database, and waits until it is well. */
export async function serveWaymark(stage: Pick<Stage, 'url' | 'secret'>): Promise<Child & { port: number }> {
  const port = await freePort()
  const child = startChild(MAIN, ['web'], {
    DATABASE_URL: stage.url,
    WAYMARK_SECRET: stage.secret,
    PORT: String(port),
  })
  await untilAnswered(port, child)
  return { ...child, port }
}

/** Waits until GET /health answers 200, a minute at most. */
export async function untilAnswered(port: number, child: Child, seconds = 60): Promise<void> {
  for (let tries = 0; tries < seconds * 20; tries++) {
    if (child.process.exitCode !== null) throw new Error('The server ended before it answered')
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error(`The server did not answer within ${seconds} seconds`)
}
