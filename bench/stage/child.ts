import { type ChildProcess, fork } from 'node:child_process'

export type Child = { process: ChildProcess; stop: () => Promise<void> }

const NODE = ['--disable-warning=ExperimentalWarning']

/** Starts a TypeScript file of ours as a process of its own on the same Node. What it writes is shown only when it fails. */
export function startChild(
  file: string,
  args: readonly string[] = [],
  env: Record<string, string | undefined> = {},
): Child {
  const child = fork(file, args, {
    execArgv: NODE,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (text: Buffer) => (said = (said + String(text)).slice(-4000)))
  let stopping = false
  const ended = new Promise<void>((done) =>
    child.on('exit', (code) => {
      if (!stopping && code) process.stderr.write(`${file} ended with ${code}:\n${said}\n`)
      done()
    }),
  )
  return {
    process: child,
    stop: async () => {
      stopping = true
      if (child.exitCode === null) child.kill('SIGTERM')
      await ended
    },
  }
}

/** The next message of a child. Throws when it ends first. */
export function nextMessage<T>(child: Child): Promise<T> {
  return new Promise((done, failed) => {
    const gone = (code: number | null) => failed(new Error(`It ended with ${code} before it answered`))
    child.process.once('exit', gone)
    child.process.once('message', (message) => {
      child.process.off('exit', gone)
      done(message as T)
    })
  })
}
