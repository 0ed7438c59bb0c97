import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const ROOM = 40_000_000
let collect: (() => void) | undefined
let settled = 20_000_000

/**
 * Called between the batches of long work: collects garbage when some 40 MB of it may have gathered since last time. On a machine with
 * much memory V8 lets a load of a hundred thousand rows grow to several times what it needs before it looks (measured: 404 MB
 * against 254 MB); the small one in the corner of an office would swap.
 */
export function staySmall(): void {
  if (used() < settled + ROOM) return
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
  settled = used()
}

/** The heap, and the buffers that it holds outside of it. */
function used(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
