import { plural } from '#platform/words/plurals.ts'
import { readFile } from 'node:fs/promises'
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
    const area = readAreaFile(parse(await read(file), file))
    const area_id = await addArea(pools, act, area)
    say(`${area.name} is there, with ${plural(area.organisations.length, 'organisation')}.`)
    json({ area_id, code: area.code })
  },
}

const read = (file: string) =>
  readFile(file, 'utf8').catch(() => {
    throw new Error(`${file} cannot be read. Is the path right?`)
  })

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error })
  }
}

export const areaVerbs: readonly Verb[] = [add]
