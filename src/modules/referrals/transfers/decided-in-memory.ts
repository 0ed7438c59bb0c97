import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { servesPostcodes } from '#reference'
import { makeDecide, type Gap } from './decide-result.ts'
import { readProfile, scopeRule, type MappingProfile } from '../mapping-profiles/mapping-profile.ts'
import { transferKey } from './person-key.ts'
import { openTransfer, type TransferRow } from '../mapping-profiles/read-rows.ts'

// For the tests: three days of a force's transfer, and deciding them in memory as the database does.
export const folder = join(import.meta.dirname, '../../../../database/cast/daily-transfer')
const profileFile = join(import.meta.dirname, '../profiles/nottinghamshire-police.json')
export const notts = readProfile(JSON.parse(readFileSync(profileFile, 'utf8')))
const rules = (profile: MappingProfile) => ({
  scope: profile.scope ?? scopeRule.parse({}),
  sensitive: profile.sensitive,
  serves: servesPostcodes({ force: 'Nottinghamshire' }),
})

export async function rowsOf(
  profile: MappingProfile,
  file: string | AsyncIterable<Uint8Array>,
  today = '2026-11-22',
) {
  const source = typeof file === 'string' ? [Buffer.from(file)] : file
  const table = await openTransfer(
    (async function* () {
      yield* source
    })(),
    profile,
    today,
  )
  const rows: TransferRow[] = []
  for await (const batch of table.batches) rows.push(...batch)
  return rows
}

/** Results and gaps of rows in order, as one reading of a sender's files would decide them. */
export function decideAll(rows: TransferRow[], profile: MappingProfile, held = new Set<string>()) {
  const decide = makeDecide(rules(profile))
  return rows.flatMap(({ row, victims }) =>
    victims.map(({ victim, read, problems, remarks }) => {
      if (!read || problems.length > 0)
        return { row, victim, result: 'error', missing: [] as Gap[], problems, remarks }
      const key = transferKey(profile.sender ?? profile.profile, read)
      const { result, missing } = decide(read, held.has(key))
      held.add(key)
      return { row, victim, result, missing, problems, remarks }
    }),
  )
}
