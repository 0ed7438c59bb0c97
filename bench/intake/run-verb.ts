import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../stage/child.ts'
import { timed } from '../stage/numbers.ts'
import type { Stage } from '../stage/stage.ts'

const CLI = join(import.meta.dirname, '..', '..', 'scripts', 'waymark.mjs')

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
  const watch = setInterval(
    () => (peak_mb = Math.max(peak_mb ?? 0, ...childrenOf(child.process.pid).map(peakOf)) || undefined),
    50,
  )
  const { seconds, value: code } = await timed(
    () => new Promise<number | null>((done) => child.process.once('exit', (ended) => done(ended))),
  )
  clearInterval(watch)
  if (code !== 0) throw new Error(`waymark ${words.join(' ')} ended with ${code}`)
  return { seconds, peak_mb, code, printed }
}

/** The script starts the project's own Node, which does the work. */
function childrenOf(pid: number | undefined): string[] {
  return told(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
}

function peakOf(pid: string): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(told(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

function told(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
