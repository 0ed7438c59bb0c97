import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../stage/child.ts'
import { timed } from '../stage/numbers.ts'
import type { Stage } from '../stage/stage.ts'

const CLI = join(import.meta.dirname, '..', '..', 'src', 'cli.ts')

export type VerbRun = { seconds: number; peak_mb: number | undefined; code: number | null; printed: string }

/** Runs the command line as a person would, in a process of its own, and watches how much memory it holds at most (Linux tells). */
export async function runVerb(
  { url, secret }: Pick<Stage, 'url' | 'secret'>,
  words: readonly string[],
): Promise<VerbRun> {
  const child = startChild(CLI, words, { DATABASE_URL: url, WAYMARK_SECRET: secret })
  let printed = ''
  child.process.stdout!.on('data', (text: Buffer) => (printed += String(text)))
  let peak_mb: number | undefined
  const watch = setInterval(() => (peak_mb = peakOf(child.process.pid) ?? peak_mb), 50)
  const { seconds, value: code } = await timed(
    () => new Promise<number | null>((done) => child.process.once('exit', (ended) => done(ended))),
  )
  clearInterval(watch)
  if (code !== 0) throw new Error(`waymark ${words.join(' ')} ended with ${code}`)
  return { seconds, peak_mb, code, printed }
}

function peakOf(pid: number | undefined): number | undefined {
  try {
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? undefined : Number(kb) / 1024
  } catch {
    return undefined
  }
}
