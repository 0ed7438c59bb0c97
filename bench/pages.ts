// Pages and writes at 100,000 people, beside a bare Node + pg server that asks the same statements, in the same run.
import { parseArgs } from 'node:util'
import { comparePages } from './pages/compare-pages.ts'
import { printPages } from './pages/print-pages.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '8' },
    keep: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

const result = await comparePages({
  people: Number(values.people),
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
  keep: values.keep,
  only: values.only,
  tell: (line) => void process.stderr.write(`${line}\n`),
})
process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : printPages(result))
