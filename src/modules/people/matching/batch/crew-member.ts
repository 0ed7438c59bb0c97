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

interface Job {
  readonly module: string
  readonly name: string
  readonly all: readonly unknown[]
}

async function work({ module, name, all }: Job): Promise<void> {
  const stage = ((await import(module)) as Record<string, (argument: unknown) => unknown>)[name]!
  const answers = all.map((argument) => stage(argument))
  parentPort!.postMessage(answers, [...buffersOf(answers)])
}

// a stage that fails must fail in the thread that asked, so nothing is caught here
parentPort?.on('message', (job: Job) => void work(job))
