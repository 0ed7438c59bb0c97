import type { Progress } from '#platform/cli/progress.ts'
import type { VerbTools } from '#platform/cli/verb.ts'

/** Who is told how far a comparison of everybody is: records read, then stages of comparing done. */
export type Told = {
  read: (records: number, of: number) => void
  compared: (stages: number, of: number) => void
}

export const NOBODY_TOLD: Told = { read: () => {}, compared: () => {} }

/** Tells whoever watches the command line, with one bar after the other. */
export function toldBy(progress: VerbTools['progress']): Told & { end: () => void } {
  let bar: Progress | undefined
  const begun = new Set<string>()
  const tick = (label: string, done: number, of: number) => {
    if (!begun.has(label)) {
      bar?.end()
      bar = progress(label)
      begun.add(label)
    }
    bar!.tick(done, of)
  }
  return {
    read: (records, of) => tick('Reading records', records, of),
    compared: (stages, of) => tick('Comparing, by steps', stages, of),
    end: () => bar?.end(),
  }
}
