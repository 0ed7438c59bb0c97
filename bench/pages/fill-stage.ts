import { timed } from '../stage/numbers.ts'
import { type Kept, keepFilled, setStage, type Stage } from '../stage/stage.ts'
import type { PageAsked } from './compare-pages.ts'
import { seed } from './seed.ts'

/** A stage with the people asked for, and how long it took to load them: 0 when an earlier run kept them in its folder. */
export async function fillStage({ people, keep, tell }: PageAsked): Promise<[Stage, number]> {
  const kept: Kept | undefined = keep === undefined ? undefined : { folder: keep, called: `filled_${people}` }
  const stage = await setStage(kept)
  if (stage.filled) return [stage, 0]
  const { seconds } = await timed(() => seed(stage, people, (done) => tell(`${done} people`)))
  if (!kept) return [stage, seconds]
  await stage.disconnect()
  await keepFilled(stage.url, kept)
  await stage.end()
  return [await setStage(kept), seconds]
}
