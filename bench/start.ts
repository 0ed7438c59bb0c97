// How long a newcomer waits: from `start` on an empty folder to the first page that answers, and the same the second time.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startChild } from './stage/child.ts'
import { machine } from './stage/machine.ts'
import { timed } from './stage/numbers.ts'
import { freePort, untilAnswered } from './stage/serve-waymark.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const MAIN = join(import.meta.dirname, '..', 'src', 'main.ts')
const about = machine()
const data = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
chmodSync(data, 0o755)

/** Starts everything as `npm start` does, without DATABASE_URL, until GET /health answers 200; then stops it in order. */
async function start(): Promise<{ seconds: number; stop_seconds: number }> {
  const port = await freePort()
  const child = startChild(MAIN, ['start'], {
    WAYMARK_DATA: data,
    PORT: String(port),
    DATABASE_URL: undefined,
  })
  const { seconds } = await timed(() => untilAnswered(port, child, 300))
  const { seconds: stop_seconds } = await timed(() => child.stop())
  return { seconds, stop_seconds }
}

try {
  const first = await start()
  const second = await start()
  const text = ({ seconds, stop_seconds }: typeof first) =>
    `${seconds.toFixed(1)} s (stopped in ${stop_seconds.toFixed(1)} s)`
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ machine: about, first, second })}\n`
      : `Starting, to the first answer\n${about}\n  first start, an empty folder, the demonstration loaded: ${text(first)} (limit: 90 s)\n  second start: ${text(second)}\n`,
  )
} finally {
  rmSync(data, { recursive: true, force: true })
}
