// npm test, by way of run.mjs, which installs and brings the project's Node: types, lint, format, every test beside the code, and the journeys in a real browser.
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const kept = mkdtempSync(join(tmpdir(), 'waymark-failed-'))
const faults = []

function step(name, args, stdio = 'inherit') {
  const started = Date.now()
  process.stdout.write(`\n== ${name}\n`)
  const done = spawnSync(nodePath, args, { cwd: root, stdio, env, encoding: 'utf8', maxBuffer: 1e8 })
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`
  process.stdout.write(said)
  if (done.status !== 0 && said) writeFileSync(join(kept, `${name}.txt`), said)
  process.stdout.write(
    `== ${name}: ${done.status === 0 ? 'good' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)\n`,
  )
  if (done.status !== 0) faults.push(name)
}

// TypeScript, oxlint and prettier ship their own programs or run on the project's Node.
const check = (name, program, ...args) => step(name, [join(root, 'node_modules', program), ...args], 'pipe')

const files = (...patterns) => patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()
const runTests = (name, tests, concurrency) =>
  step(name, [
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${concurrency}`,
    '--test-timeout=300000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('failed-tests.mjs', import.meta.url).href}`,
    `--test-reporter-destination=${join(kept, `${name}.txt`)}`,
    ...tests,
  ])

/** What failed stands last: whoever opens the log of a long run reads its end. */
function tellWhatFailed() {
  const failed = globSync('*.txt', { cwd: kept })
    .map((file) => readFileSync(join(kept, file), 'utf8'))
    .join('')
  if (failed) process.stdout.write(`\n== what failed\n\n${failed}`)
  if (faults.length > 0) process.stdout.write(`== FAILED: ${faults.join(', ')}\n`)
}

const only = process.argv.slice(2)
if (only.length > 0) {
  runTests('tests', only, 2)
} else {
  bringOfficePrograms()
  const code = ['src', 'journeys', 'bench']
  check('types', 'typescript/bin/tsc', '--noEmit')
  check('lint', 'oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...code)
  check('format', 'prettier/bin/prettier.cjs', '--check', '--log-level=warn', ...code, 'scripts')
  runTests('tests', files('src/**/*.test.ts', 'bench/**/*.test.ts'), 2)
  const journeys = files('journeys/**/*.test.ts')
  if (journeys.length > 0) runTests('journeys', journeys, 2)
}
if (data && existsSync(data)) {
  spawnSync(nodePath, [join(root, 'scripts', 'stop-test-server.ts'), join(data, 'server')], {
    stdio: 'inherit',
    cwd: root,
  })
  rmSync(data, { recursive: true, force: true })
}
tellWhatFailed()
rmSync(kept, { recursive: true, force: true })
process.exit(faults.length === 0 ? 0 : 1)
