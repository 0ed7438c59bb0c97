// Everything runs on the Node that the project brings (package.json), whatever Node the machine has.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const nodePath = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** Installs the locked packages once; again only when package-lock.json has changed. Prints to stderr only. */
export function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.waymark-installed')
  if (existsSync(nodePath) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stderr.write('Installing what Waymark needs (once)…\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // Not `npm ci`: it refuses a lock that lacks another platform's optional binaries, and not every registry carries them all.
  // Versions are pinned exactly and come from package-lock.json all the same; --no-save leaves that file alone.
  const done = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    process.stderr.write(
      'npm could not install the packages. Is a package registry within reach? Try: npm install\n',
    )
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

// What Node made of each source file, by its content: every start after the first takes half a second less.
const compiled = join(root, 'node_modules', '.cache', 'waymark')

/**
 * Runs `args` on the project's own Node and ends as it ends; Ctrl-C and TERM are passed on. On Windows a signal sent is an end without a word, and
 * the console tells every process of Ctrl-C itself: there this one only waits.
 */
export function run(args, options = {}) {
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env }
  const child = spawn(nodePath, args, { stdio: 'inherit', cwd: process.cwd(), env, ...options })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => process.platform !== 'win32' && child.kill(signal))
  return new Promise((resolve) =>
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1))),
  )
}
