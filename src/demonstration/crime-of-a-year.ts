import { join } from 'node:path'
import { findExtractProfile, importExtract } from '#insight'
import type { Actor } from '#platform/act.ts'
import type { LoadTools } from './load-demonstration.ts'
import { withUnpacked } from './unpack.ts'

const EXTRACTS = [
  { kind: 'recorded-crime', file: 'recorded-crime.csv', profile: 'nottinghamshire-crime-2014' },
  { kind: 'asb', file: 'asb-incidents.csv', profile: 'nottinghamshire-asb-2014' },
] as const

/** The force's extracts of April 2013 to March 2014, read as the command line reads them: what is there already is left as it is. */
export async function crimeOfAYear({ act, tell, refreshStatistics }: LoadTools, actor: Actor): Promise<void> {
  await withUnpacked('nottinghamshire-2013-14.zip', async (folder) => {
    for (const { kind, file, profile } of EXTRACTS)
      await importExtract(
        { act, actor, refreshStatistics, ...(tell && { tell }) },
        kind,
        join(folder, file),
        findExtractProfile(kind, profile),
      )
  })
}
