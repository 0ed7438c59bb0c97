import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readColumnMap } from './linkage/column-map.ts'
import { printSet } from './linkage/print.ts'
import { runSet } from './linkage/run-set.ts'
import type { SetToRun } from './linkage/run-set.ts'
import { linkMillion } from './linkage-million.ts'

const here = (path: string) => new URL(path, import.meta.url).pathname
const SHARED = here('../../shared/linkage/')
const SETS = [
  ['febrl1', 'febrl'],
  ['febrl2', 'febrl'],
  ['febrl3', 'febrl'],
  ['fake_1000', 'fake_1000'],
] as const

const { values } = asked(() =>
  parseArgs({
    options: {
      file: { type: 'string' },
      file2: { type: 'string' },
      columns: { type: 'string' },
      truth: { type: 'string' },
      json: { type: 'boolean', default: false },
      million: { type: 'boolean', default: false },
      database: { type: 'boolean', default: false },
      records: { type: 'string' },
      threads: { type: 'string', default: '2' },
      seed: { type: 'string', default: '1' },
    },
  }),
)

/** What was asked for; a word that is not known is told, not thrown. */
function asked<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nbench/linkage/README.md says what can be asked.\n`)
    return process.exit(2)
  }
}

/** A whole number above 0, as typed after `--name`. */
function whole(name: string, typed: string): number {
  if (!/^[1-9]\d{0,8}$/.test(typed))
    throw new Error(`--${name} must be a whole number above 0, not "${typed}".`)
  return Number(typed)
}

function setsAsked(): SetToRun[] {
  if (values.file2 && !values.file) throw new Error('Say the first file too: --file F --file2 G.')
  if (values.file) {
    if (values.file2 === values.file) throw new Error('--file and --file2 are the same file.')
    if (!values.columns)
      throw new Error('Say which column is which: --columns MAP.json (see bench/linkage/README.md).')
    const map = readColumnMap(values.columns)
    const truth = values.truth ?? map.truth
    if (!truth) throw new Error('Say which column tells who a row truly is: --truth COLUMN.')
    return [{ name: values.file, file: values.file, file2: values.file2, map, truth }]
  }
  return SETS.flatMap(([name, mapName]) => {
    const file = `${SHARED}${name}.csv`
    if (!existsSync(file)) return []
    const map = readColumnMap(here(`linkage/maps/${mapName}.json`))
    return [{ name, file, map, truth: map.truth! }]
  })
}

async function measureSets(): Promise<void> {
  const sets = setsAsked()
  if (sets.length === 0)
    process.stderr.write(
      'The linkage sets are not here (../shared/linkage), so there is nothing to measure. Use --file.\n',
    )
  const results = []
  for (const set of sets) {
    const result = await runSet(set)
    if (!values.json) console.log(`${printSet(result)}\n`)
    results.push(result)
  }
  if (values.json) console.log(JSON.stringify(results, null, 2))
}

try {
  const { records, threads, seed, json } = values
  if (values.database) {
    // only here, for it brings the whole application with it
    const { linkThroughDatabase } = await import('./linkage-database.ts')
    await linkThroughDatabase(whole('records', records ?? '1000000'), whole('seed', seed), json)
  } else if (values.million) {
    const sizes = (records ?? '10000,100000,1000000').split(',').map((size) => whole('records', size))
    await linkMillion({ records: sizes, threads: whole('threads', threads), seed: whole('seed', seed), json })
  } else await measureSets()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
