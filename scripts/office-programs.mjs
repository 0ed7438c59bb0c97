// LibreOffice and poppler, with which tests open the files we write: another program's opinion. The product itself needs neither.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NEEDED = ['soffice', 'pdftotext', 'pdftoppm', 'fc-match']
const PACKAGES = ['libreoffice-writer-nogui', 'poppler-utils', 'fontconfig', 'fonts-liberation']

const isThere = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
const missing = () => NEEDED.filter((program) => !isThere(program))

/** Installs them where this is a Debian machine of our own (root); says loudly what will be skipped where they cannot be had. */
export function bringOfficePrograms() {
  if (missing().length === 0) return
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    process.stdout.write(`\n== ${missing().join(', ')} missing: installing ${PACKAGES.join(', ')}\n`)
    const apt = (...args) =>
      spawnSync('apt-get', ['-q', '-y', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        timeout: 300_000,
      }).status === 0
    if (apt('update')) apt('install', '--no-install-recommends', ...PACKAGES)
  }
  if (missing().length > 0)
    process.stdout.write(
      `\n== NOT TESTED HERE: papers as LibreOffice opens and prints them (${missing().join(', ')} missing).\n` +
        `== Everything else is. On Debian an administrator (root) brings them: apt-get install ${PACKAGES.join(' ')}\n`,
    )
}
