// npm test, by way of run.mjs, which installs and brings the project's Node: types, lint, format, every test beside the code, and the journeys in a real browser.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodePath, root } from './node.mjs'
import { bringOfficePrograms } from './office-programs.mjs'

// A server of its own for this run, so that a run never meets what another left behind. Kept in a folder anyone may enter.
const data = process.env.DATABASE_URL ? undefined : mkdtempSync(join(tmpdir(), 'waymark-test-'))
const env = {
  ...process.env,
  NODE_OPTIONS: '',
  WAYMARK_LOG: 'error',
  ...(data ? { WAYMARK_TEST_DATA: join(data, 'server') } : {}),
}

function step(name, command, args) {
  const started = Date.now()
  process.stdout.write(`\n== ${name}\n`)
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env })
  process.stdout.write(
    `== ${name}: ${done.status === 0 ? 'good' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  )
  return done.status === 0
}

// TypeScript, oxlint and prettier ship their own programs or run on the project's Node.
const files = (...patterns) => patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()
const runTests = (name, tests, concurrency) =>
  step(name, nodePath, [
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=300000',
    ...tests,
  ])

const only = process.argv.slice(2)
let good = true
if (only.length > 0) {
  good = runTests('tests', only, 2)
} else {
  bringOfficePrograms()
  good = step('types', nodePath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit']) && good
  good =
    step('lint', nodePath, [
      join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'),
      '--type-aware',
      '--deny-warnings',
      'src',
      'journeys',
      'bench',
    ]) && good
  good =
    step('format', nodePath, [
      join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs'),
      '--check',
      '--log-level=warn',
      'src',
      'journeys',
      'bench',
      'scripts',
    ]) && good
  good = runTests('tests', files('src/**/*.test.ts', 'bench/**/*.test.ts'), 2) && good
  const journeys = files('journeys/**/*.test.ts')
  if (journeys.length > 0) good = runTests('journeys', journeys, 2) && good
}
if (data && existsSync(data)) {
  spawnSync(nodePath, [join(root, 'scripts', 'stop-test-server.ts'), join(data, 'server')], {
    stdio: 'inherit',
    cwd: root,
  })
  rmSync(data, { recursive: true, force: true })
}
process.exit(good ? 0 : 1)
