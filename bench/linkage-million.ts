import { generated, runGenerated } from './linkage/run-generated.ts'

/** What to link and on how many threads. */
export interface MillionOptions {
  readonly records: readonly number[]
  readonly threads: number
  readonly seed: number
  readonly json: boolean
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`

/**
 * Generates files of these sizes, links each and prints the time by stage, the memory, the quality, and the power
 * of the number of records with which time grows.
 */
export async function linkMillion({ records: sizes, threads, seed, json }: MillionOptions): Promise<void> {
  const results = []
  for (const records of sizes) {
    const file = generated(records, seed)
    try {
      results.push(await runGenerated(file.path, threads))
    } finally {
      file.remove()
    }
    if (!json) console.log(describe(results.at(-1)!))
  }
  const [first, last] = [results[0]!, results.at(-1)!]
  const power = Math.log(last.milliseconds / first.milliseconds) / Math.log(last.records / first.records)
  if (json) console.log(JSON.stringify({ results, growth_exponent: power }, null, 2))
  else if (results.length > 1)
    console.log(`time grows with the number of records to the power ${power.toFixed(2)}`)
}

function describe(result: Awaited<ReturnType<typeof runGenerated>>): string {
  const { records, threads, candidate_pairs, stages, pairwise, cluster } = result
  const linking = result.milliseconds - stages['read and encode']!
  return [
    `${records} records, ${threads} threads, ${candidate_pairs} candidates`,
    ...Object.entries(stages).map(([stage, time]) => `  ${stage.padEnd(18)} ${seconds(time)}`),
    `  ${'without reading'.padEnd(18)} ${seconds(linking)}`,
    `  ${'in all'.padEnd(18)} ${seconds(result.milliseconds)} (${seconds(result.cpu_milliseconds)} of processor time), at most ${result.peak_megabytes} MB`,
    `  links: precision ${pairwise.precision.toFixed(4)}, recall ${pairwise.recall.toFixed(4)}`,
    `  people: precision ${cluster.precision.toFixed(4)}, recall ${cluster.recall.toFixed(4)}, F1 ${cluster.f1.toFixed(4)}`,
  ].join('\n')
}
