// Every benchmark, one after another, each in a process of its own: npm run bench. Or one: npm run bench -- pages
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ALL = ['pages', 'transfer', 'move', 'plan', 'start']
const [only, ...args] = process.argv.slice(2)
if (only && !ALL.includes(only)) {
  process.stderr.write(`There is no benchmark "${only}". There are ${ALL.join(', ')}.\n`)
  process.exit(2)
}
for (const name of only ? [only] : ALL) {
  const { status } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, `${name}.ts`), ...args],
    { stdio: 'inherit' },
  )
  process.stdout.write('\n')
  if (status !== 0) process.exitCode = 1
}
