import { createWriteStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { areaActor } from '#access'
import { INTAKE_RESULTS, codesOf } from '#reference'
import { newId } from '#platform/act.ts'
import { required, Usage, type Verb } from '#platform/cli/verb.ts'
import { readInPieces } from '#platform/reading/index.ts'
import { guardFormula } from '#platform/tables/formula-guard.ts'
import { plural } from '#platform/words/plurals.ts'
import { findProfile, keepProfile, readProfileFile } from '../mapping-profiles/find-profile.ts'
import { importTransfer, type ArrivedFile, type ImportedTransfer } from './import-transfer.ts'
import { resultsOf } from './transfer-results.ts'
import { tryProfile } from '../mapping-profiles/try-profile.ts'

const importVerb: Verb = {
  words: 'import transfer',
  does: "Reads files of a sender's transfer by a mapping profile: every row becomes a referral with one result.",
  usage: '--area AREA --profile PROFILE|FILE.json FILE…',
  options: {
    area: { type: 'string', help: "The area's code, such as nottinghamshire" },
    profile: { type: 'string', help: 'The name of a mapping profile, or a file with one' },
    results: { type: 'string', help: 'Write File, Row, Occurrence, Result of every row to this CSV file' },
    'dry-run': {
      type: 'boolean',
      help: 'Change nothing: show the first rows as they would be read, and the results of all',
    },
  },
  prints_json: true,
  more:
    'Files are read in the order given. One that came before changes nothing. A stopped import is run again and goes on where it was.\n' +
    'Profiles are explained in src/modules/referrals/transfers/MAPPING-PROFILES.md.\n\n' +
    'Example: waymark import transfer --area nottinghamshire --profile nottinghamshire-police NOTTS_ADT_20170313.csv --results results.csv',
  run: async (given, { pools, act, say, json, progress }) => {
    const named = required(given, 'profile')
    const results = given.options.results
    if (given.rest.length === 0) throw new Usage('Say at least one file')
    const actor = await areaActor(pools, required(given, 'area'))
    const files = given.rest.map(arrived)
    const fromFile = /\.json$|[\\/]/i.test(named) ? readProfileFile(named) : undefined
    const profile =
      fromFile ?? (await act(actor, { visit_id: newId(), query: {} }, (ctx) => findProfile(ctx, named)))
    if (given.options['dry-run']) {
      for (const file of files) {
        const tried = await tryProfile(file, { act, actor, held_by: actor.receiving_team_id, profile })
        json({ file: file.file_name, ...tried })
        for (const line of tried.lines) say(line)
      }
      return
    }
    // Held rows are decided again by the same rules, so a profile that was brought along stays.
    if (fromFile) await act(actor, { visit_id: newId(), query: {} }, (ctx) => keepProfile(ctx, fromFile))
    const imported: ImportedTransfer[] = []
    let refused: Error | undefined
    for (const file of files) {
      const bar = progress(file.file_name, file.bytes)
      try {
        imported.push(
          await importTransfer(file, {
            act,
            actor,
            profile,
            held_by: actor.receiving_team_id,
            tell: (bytes) => bar.tick(bytes),
          }),
        )
      } catch (error) {
        // A sentence is about this file; those before it are read, and their results are told.
        if (!(error instanceof Error) || error.constructor !== Error || 'code' in error) throw error
        refused = new Error(`${file.file_name}: ${error.message} Nothing of it was kept.`, { cause: error })
        break
      } finally {
        bar.end()
      }
      for (const line of inWords(imported.at(-1)!)) say(line)
    }
    if (typeof results === 'string') {
      const rows = async function* () {
        for (const { transfer_id, file } of imported)
          for await (const row of resultsOf(act, actor, transfer_id, file))
            yield { ...row, File: guardFormula(row.File), Occurrence: guardFormula(row.Occurrence) }
      }
      await pipeline(
        Readable.from(rows()),
        stringify({ header: true, columns: ['File', 'Row', 'Occurrence', 'Result'] }),
        createWriteStream(results),
      )
    }
    json({ area: actor.area_code, profile: profile.profile, files: imported })
    if (refused) throw refused
  },
}

function arrived(path: string): ArrivedFile {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw new Error(`${path} is no file that can be read. Nothing was changed.`)
  return {
    file_name: basename(path),
    bytes: found.size,
    came_by: 'command-line',
    open: () => readInPieces(path),
  }
}

/** What became of a file, as a person reads it. */
export function inWords(told: ImportedTransfer): string[] {
  const results = codesOf(INTAKE_RESULTS)
    .toReversed()
    .flatMap((result) =>
      told.results[result] ? `${result} ${told.results[result].toLocaleString('en-GB')}` : [],
    )
  const rows = plural(told.rows, 'row')
  return [
    told.state === 'already-read'
      ? `${told.file} was read before: nothing was changed. ${told.rows === 0 ? 'It has no rows: nothing was sent' : `Its ${rows}: ${results.join(', ')}`}.`
      : told.rows === 0
        ? `${told.file}: nothing was sent. It has its headings and no rows.`
        : `${told.file}: ${rows}${told.state === 'resumed' ? ', gone on with after a stop' : ''}. ${results.join(', ')}.`,
    ...(told.blank_lines > 0 ? [`  ${plural(told.blank_lines, 'blank line')} passed over.`] : []),
    ...(told.skipped_lines > 0
      ? [`  ${plural(told.skipped_lines, 'line')} that the profile leaves out.`]
      : []),
    ...(told.other_content
      ? [
          '  Look at this: a file of the same name came before with other content. Ask the sender which one is right.',
        ]
      : []),
    ...(told.unusual_name ? ['  The file is not called as the profile says; it was read all the same.'] : []),
  ]
}

export const transferVerbs: readonly Verb[] = [importVerb]
