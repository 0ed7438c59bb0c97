import { parseArgs } from 'node:util'
import { generated, runGenerated } from './linkage/run-generated.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '10000,100000,1000000' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
})

const results = []
for (const records of values.records.split(',').map(Number)) {
  const file = generated(records, Number(values.seed))
  const result = await runGenerated(file.path, Number(values.threads))
  file.remove()
  results.push(result)
  if (values.json) continue
  const { stages, milliseconds, cpu_milliseconds, peak_megabytes, candidate_pairs, pairwise, cluster } =
    result
  console.log(`${records} records, ${result.threads} threads, ${candidate_pairs} candidates`)
  for (const [stage, time] of Object.entries(stages))
    console.log(`  ${stage.padEnd(16)} ${(time / 1000).toFixed(2)} s`)
  console.log(
    `  ${'in all'.padEnd(16)} ${(milliseconds / 1000).toFixed(2)} s (${(cpu_milliseconds / 1000).toFixed(2)} s of processor time), at most ${peak_megabytes} MB`,
  )
  console.log(`  links: precision ${pairwise.precision.toFixed(4)}, recall ${pairwise.recall.toFixed(4)}`)
  console.log(
    `  people: precision ${cluster.precision.toFixed(4)}, recall ${cluster.recall.toFixed(4)}, F1 ${cluster.f1.toFixed(4)}`,
  )
}
const [first, last] = [results[0]!, results.at(-1)!]
const exponent = Math.log(last.milliseconds / first.milliseconds) / Math.log(last.records / first.records)
if (values.json) console.log(JSON.stringify({ results, growth_exponent: exponent }, null, 2))
else if (results.length > 1)
  console.log(`time grows with the number of records to the power ${exponent.toFixed(2)}`)
