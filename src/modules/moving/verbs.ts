import { join } from 'node:path'
import { areaActor } from '#access'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { required, Usage, type Verb } from '#platform/cli/verb.ts'
import { readJsonFile } from '#platform/reading/index.ts'
import { moveService } from './move/move-service.ts'
import { proofLines } from './move/proof.ts'
import { readProfile } from './profile/profile.ts'

/** The profile that is used unless another is named. */
const VICTIM_CARE = join(import.meta.dirname, 'profiles', 'victim-care-2019.json')

const importService: Verb = {
  words: 'import service',
  does: "Moves a victim service's export from its old case system into an area, and prints the proof of move.",
  usage: '--area AREA DIR [--profile FILE.json]',
  options: {
    area: { type: 'string', help: 'The area, by its code' },
    profile: {
      type: 'string',
      help: 'How the export is written, as JSON; that of Nottinghamshire Victim CARE unless given',
    },
  },
  prints_json: true,
  more: `Run it again after a stop, or with more rows: what is there already is left as it is, and nothing is doubled.
docs/moving.md tells how to write a profile.`,
  run: async (given, { pools, act, database_url, secret, say, json, progress }) => {
    const [folder, ...more] = given.rest
    if (!folder || more.length > 0) throw new Usage('Say one folder')
    const area = required(given, 'area')
    const file = typeof given.options.profile === 'string' ? given.options.profile : VICTIM_CARE
    const profile = readProfile(readJsonFile(file))
    const actor = await areaActor(pools, area)
    const bar = progress('Moving')
    const refresh = makeRefreshStatistics(database_url, secret)
    const { move_id, proof, refusals } = await moveService(
      act,
      actor,
      folder,
      profile,
      refresh,
      (done, total) => bar.tick(done, total),
    )
    bar.end()
    for (const line of proofLines(proof, refusals)) say(line)
    json({ move_id, area: actor.area_code, profile: profile.profile, ...proof, refusals })
  },
}

export const movingVerbs: readonly Verb[] = [importService]
