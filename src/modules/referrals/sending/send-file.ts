import { setTimeout as wait } from 'node:timers/promises'
import { areaActor } from '#access'
import type { Act, Actor } from '#platform/act.ts'
import type { Pools } from '#platform/database/pools.ts'
import type { UploadedFile } from '#platform/uploads/receive-upload.ts'
import { importTransfer, type ImportedTransfer } from '../transfers/import-transfer.ts'
import type { MappingProfile } from '../mapping-profiles/mapping-profile.ts'

export type SendTools = { act: Act; pools: Pools }

/** Rows a transaction where pages are served by the same process: some tens of milliseconds, so that no page waits. */
const AT_ONCE_BESIDE_PAGES = 200

/**
 * Reads a file that came over the network, as whoever sent it. With `soon`, gives back after a moment what is known by then: a large file goes
 * on being read, and the page of the transfer shows how far it is. `discard` is called when it has been read.
 */
export async function sendFile(
  tools: SendTools,
  actor: Actor,
  {
    file,
    profile,
    came_by,
    discard,
    soon,
  }: {
    file: UploadedFile
    profile: MappingProfile
    came_by: 'upload' | 'program'
    discard: () => Promise<void>
    soon?: boolean
  },
): Promise<ImportedTransfer | { transfer_id: string }> {
  const { receiving_team_id: held_by } = await areaActor(tools.pools, actor.area_code)
  let begun: (transfer_id: string) => void = () => {}
  const beginning = new Promise<string>((resolve) => (begun = resolve))
  const reading = importTransfer(
    { ...file, came_by },
    { act: tools.act, actor, held_by, profile, at_once: AT_ONCE_BESIDE_PAGES, begun },
  ).finally(discard)
  if (!soon) return reading
  // What fails later leaves the transfer unfinished, and its page says so; what fails at once is told at once.
  const first = await Promise.race([
    reading,
    Promise.all([beginning, wait(1500)]).then(([transfer_id]) => ({ transfer_id })),
  ])
  reading.catch(() => {})
  return first
}
