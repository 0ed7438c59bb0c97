import { areaActor } from '#access'
import { required, Usage, type Verb } from '#platform/cli/verb.ts'
import { makeRefreshStatistics } from '#platform/database/refresh-statistics.ts'
import { type ExtractKind, NUMBER_OF } from './fields.ts'
import { importExtract, sizeOf } from './import-extract.ts'
import { findExtractProfile } from './profile.ts'
import { tallyInWords } from './tally.ts'

const importVerb = (kind: ExtractKind, what: string): Verb => ({
  words: `import ${kind}`,
  does: `Reads a force's extract of ${what}: every row is kept or refused with a reason, and its victims are linked.`,
  usage: '--area AREA --profile PROFILE|FILE.json FILE…',
  options: {
    area: { type: 'string', help: "The area's code" },
    profile: { type: 'string', help: 'The name of a mapping profile, or a file with one (docs/extracts.md)' },
  },
  prints_json: true,
  run: async (given, { pools, act, database_url, secret, progress, say, json }) => {
    if (given.rest.length === 0) throw new Usage('Say at least one file')
    const actor = await areaActor(pools, required(given, 'area'))
    const profile = findExtractProfile(kind, required(given, 'profile'))
    // All of them, before one is read.
    for (const file of given.rest) await sizeOf(file)
    const results = []
    for (const file of given.rest) {
      const bar = progress(`Reading ${what}`)
      const result = await importExtract(
        {
          act,
          actor,
          tell: (done, total) => bar.tick(done, total),
          refreshStatistics: makeRefreshStatistics(database_url, secret),
        },
        kind,
        file,
        profile,
      )
      bar.end()
      results.push(result)
      say(
        `${result.file}: ${count(result.rows_read)} rows read, ${profile.row_is === 'victim' ? '' : 'of their victims '}${count(result.rows_kept)} kept, ${count(result.there_already)} there already or told twice, ${count(result.refused_count)} refused. ${count(result.individuals)} new individuals.`,
      )
      if (!profile.columns[NUMBER_OF[kind]])
        say(
          `  The profile names no ${NUMBER_OF[kind].replace('_', ' ')}: each row counts as one of its own, and rows that are wholly alike as one.`,
        )
      for (const line of tallyInWords(kind, result.tally)) say(`  ${line}`)
      for (const { row, problem } of result.refused.slice(0, 20)) say(`  Row ${row}: ${problem}`)
      if (result.refused_count > 20)
        say(`  … and ${count(result.refused_count - 20)} more: --json lists them.`)
    }
    json(results)
  },
})

const count = (number: number) => number.toLocaleString('en-GB')

export const extractVerbs: readonly Verb[] = [
  importVerb('recorded-crime', 'recorded crime'),
  importVerb('asb', 'anti-social behaviour'),
]
