import { parentPort } from 'node:worker_threads'

/** Buffers of an answer that can be handed over instead of copied. */
function buffersOf(answer: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(answer)) {
    if (answer.buffer instanceof ArrayBuffer) found.add(answer.buffer)
  } else if (typeof answer === 'object' && answer !== null) {
    for (const part of Object.values(answer)) buffersOf(part, found)
  }
  return found
}

parentPort?.on('message', async ({ module, name, all }: { module: string; name: string; all: unknown[] }) => {
  const work = ((await import(module)) as Record<string, (argument: unknown) => unknown>)[name]!
  const answers = all.map(work)
  parentPort!.postMessage(answers, [...buffersOf(answers)])
})
