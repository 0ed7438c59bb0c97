import { plural } from '#platform/words/plurals.ts'
import { readJsonFile } from '#platform/reading/index.ts'
import { Usage, type Verb } from '#platform/cli/verb.ts'
import { addArea, readAreaFile } from './add-area.ts'

const add: Verb = {
  words: 'area add',
  does: 'Makes a new area with its organisations, teams and members.',
  usage: 'FILE.json',
  options: {},
  prints_json: true,
  more: 'The file is explained by example in docs/areas.md.',
  run: async ({ rest }, { pools, act, say, json }) => {
    const [file, ...more] = rest
    if (!file || more.length > 0) throw new Usage('Say one file')
    const area = readAreaFile(readJsonFile(file))
    // Waymark would not start with it again.
    if (area.demonstration && process.env.WAYMARK_ENV === 'production')
      throw new Error(
        `${area.name} is a demonstration, and WAYMARK_ENV is production: it is not added where real people are helped. Leave "demonstration" out of the file.`,
      )
    const area_id = await addArea(pools, act, area)
    say(`${area.name} is there, with ${plural(area.organisations.length, 'organisation')}.`)
    json({ area_id, code: area.code })
  },
}

export const areaVerbs: readonly Verb[] = [add]
