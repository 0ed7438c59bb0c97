import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore, gather, linkStore } from '../../src/modules/people/matching/index.ts'
import { byCluster, pairwise } from './measure.ts'
import type { Chunk } from './read-generated.ts'
import { divide, encodeChunk, poolRoom } from './read-generated.ts'
import { readColumnMap } from './column-map.ts'

const READER = new URL('./read-generated.ts', import.meta.url).href
const MAP = readColumnMap(join(import.meta.dirname, 'maps', 'generated.json'))

/** Writes a generated file in another process (its memory is not the engine's) and answers its path. */
export function generated(records: number, seed: number): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'))
  const path = join(folder, `${records}.csv`)
  const code = `import(process.argv[1]).then((m) => m.generate(process.argv[2], +process.argv[3], +process.argv[4]))`
  const generator = new URL('./generate.ts', import.meta.url).href
  const flags = ['--disable-warning=ExperimentalWarning', '-e', code]
  const done = spawnSync(process.execPath, [...flags, generator, path, String(records), String(seed)], {
    stdio: 'inherit',
  })
  if (done.status !== 0) throw new Error('The generator did not finish.')
  return { path, remove: () => rmSync(folder, { recursive: true }) }
}

/** Reads and links one generated file on `threads` threads; times are milliseconds by stage. */
export async function runGenerated(path: string, threads: number) {
  const crew = gather(threads)
  const stages: Record<string, number> = {}
  const started = performance.now()
  const before = process.cpuUsage()
  const { header, chunks, records, size } = divide(path, threads)
  const store = createStore(records, poolRoom(size, records))
  const truth = new Int32Array(new SharedArrayBuffer(4 * records))
  const fields = header.map(
    (column) => Object.entries(MAP.fields).find(([, from]) => [from].flat().includes(column))?.[0],
  )
  const jobs = chunks.map(({ from, records: before }, k): Chunk => {
    const to = chunks[k + 1]?.from ?? size
    const shared = { store, truth, fields, truthColumn: header.indexOf(MAP.truth!) }
    return { path, from, to, firstRecord: before, poolFrom: poolRoom(from, before), ...shared }
  })
  await crew.each(READER, 'encodeChunk', encodeChunk, jobs)
  stages['read and encode'] = performance.now() - started
  const linked = await linkStore(store, records, { crew, timed: (stage, time) => (stages[stage] = time) })
  const milliseconds = performance.now() - started
  const { user, system } = process.cpuUsage(before)
  const peak_megabytes = Math.round(process.resourceUsage().maxRSS / 1024)
  await crew.dismiss()
  const people = { people: Array.from(truth, String), boundary: 0 }
  return {
    records,
    threads,
    stages,
    milliseconds,
    cpu_milliseconds: (user + system) / 1000,
    peak_megabytes,
    candidate_pairs: linked.candidates.reduce((sum, { left }) => sum + left.length, 0),
    pairwise: pairwise(linked.pairs, people, linked.threshold),
    cluster: byCluster(linked.identities, people),
  }
}
