// Files that are broken so that a reader would hold too much of them: how much memory the import of each takes at most. Each is read in a
// database of its own: node scripts/run.mjs bench/intake/hard-files.ts [--mb 50] [--only WORD]
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { machine } from '../stage/machine.ts'
import { AREA, setStage } from '../stage/stage.ts'
import { oneTransferRow } from './generate-transfer.ts'
import { runVerb } from './run-verb.ts'

const { values } = parseArgs({
  options: { mb: { type: 'string', default: '50' }, only: { type: 'string', default: '' } },
})
const LIMIT_MB = 300
const MB = 1024 * 1024
const [HEADINGS] = oneTransferRow(1)(0).split('\r\n')
const row = (
  (of) => (n: number) =>
    of(n).split('\r\n')[1]!
)(oneTransferRow(7))
const long = (length: number) => 'x'.repeat(length)

/** The `n`th line of a file, with its end; undefined when the file has no more. */
type Line = (n: number) => string | undefined

const FILES: Record<string, Line> = {
  'rows as they should be': (n) => `${row(n)}\r\n`,
  'a mark in the first row that never closes': (n) => (n === 0 ? `"${row(n)}\r\n` : `${row(n)}\r\n`),
  'a mark that never closes before sixty thousand short lines': (n) =>
    n === 0 ? '1,"x\n' : n < 60_000 ? '1\n' : undefined,
  'one line without an end': () => long(MB),
  'one cell without an end': (n) => (n === 0 ? `1,"${long(MB)}` : `${long(999)}\n`),
  'nothing but quotation marks': () => '"'.repeat(MB),
  'rows of half a million characters': (n) => `${n},${`${long(49_000)},`.repeat(10)}\r\n`,
  'rows of a hundred thousand cells': (n) => `${n}${','.repeat(100_000)}\r\n`,
  'rows held apart by carriage returns alone, after headings that are not': (n) => `${row(n)}\r`,
}

process.stdout.write(`Memory of the import of broken files; the limit is ${LIMIT_MB} MB\n${machine()}\n`)
const rounds = Object.entries(FILES).filter(([name]) => name.includes(values.only))
for (const [name, line] of rounds) {
  const stage = await setStage()
  try {
    await stage.disconnect()
    const file = join(stage.folder, 'NOTTS_ADT_20170316.csv')
    const bytes = write(file, Number(values.mb) * MB, line)
    const words = [
      'import',
      'transfer',
      '--json',
      '--area',
      AREA,
      '--profile',
      'nottinghamshire-police',
      file,
    ]
    const { seconds, peak_mb, printed } = await runVerb(stage, words)
    const { rows, results } = (JSON.parse(printed) as { files: { rows: number; results: object }[] })
      .files[0]!
    process.stdout.write(
      `  ${name}: ${(bytes / MB).toFixed(1)} MB, ${rows} rows ${JSON.stringify(results)}, ${seconds.toFixed(1)} s, ${peak_mb?.toFixed(0)} MB${(peak_mb ?? 0) > LIMIT_MB ? ': TOO MUCH' : ''}\n`,
    )
    if ((peak_mb ?? 0) > LIMIT_MB) process.exitCode = 1
  } finally {
    await stage.end()
  }
}

/** Writes a file of the headings and these lines, until it is as long as asked or there are no more; gives its bytes. */
function write(path: string, most: number, line: Line): number {
  const file = openSync(path, 'w')
  let bytes = writeSync(file, `${HEADINGS}\r\n`)
  for (let n = 0; bytes < most; n++) {
    const next = line(n)
    if (next === undefined) break
    bytes += writeSync(file, next)
  }
  closeSync(file)
  return bytes
}
