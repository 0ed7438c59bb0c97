import { sql } from 'kysely'
import { z } from 'zod'
import { servesPostcodes } from '#reference'
import { profileFaults } from '#platform/reading/index.ts'
import type { Ctx } from '#platform/act.ts'
import type { IntakeRules } from './decide-result.ts'
import { scopeRule, type MappingProfile } from '../mapping-profiles/mapping-profile.ts'

/** What an area has set for every sender, under `intake` of its settings (docs/areas.md): its scope and the outcodes that it serves. */
const intakeSettings = z.object({
  intake: z
    .strictObject({ scope: scopeRule.optional(), serves_outcodes: z.array(z.string()).min(1).optional() })
    .default({}),
})

function readIntakeSettings(settings: unknown) {
  const read = intakeSettings.safeParse(settings)
  if (read.success) return read.data
  const faults = profileFaults(read.error, settings, [
    'scope',
    'serves_outcodes',
    ...Object.keys(scopeRule.shape),
  ])
  throw new Error(
    `The area's settings cannot be used:\n${faults.map((fault) => `  settings.${fault}`).join('\n')}\n`,
  )
}

/** The rules by which a sender's rows are decided here: the profile's where it has its own, else the area's, else the defaults. */
export async function readIntakeRules(ctx: Ctx, profile: MappingProfile): Promise<IntakeRules> {
  const { rows } = await sql<{ force_code: string; settings: unknown }>`
    select force_code, settings from access.area where area_id = ${ctx.actor.area_id}`.execute(ctx.db)
  const { intake } = readIntakeSettings(rows[0]!.settings)
  const outcodes = profile.serves_outcodes ?? intake.serves_outcodes
  return {
    scope: profile.scope ?? intake.scope ?? scopeRule.parse({}),
    sensitive: profile.sensitive,
    serves: servesPostcodes({ force: rows[0]!.force_code, ...(outcodes ? { outcodes } : {}) }),
  }
}
