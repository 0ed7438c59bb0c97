import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'

/*
 * For tests only: another program's opinion of the files we write. Nothing in the product needs LibreOffice.
 */

const LIBRARIES = { calc: 'libscfiltlo.so', writer: 'libswlo.so' } as const

function findProgram(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, 'soffice')).find((path) => existsSync(path))
}

/** Why a test that needs this part of LibreOffice is skipped, or false when it can run: node:test's `skip`. */
export function withoutLibreOffice(part: keyof typeof LIBRARIES): string | false {
  const program = findProgram()
  if (program === undefined) return 'LibreOffice is not on this machine'
  const library = join(dirname(realpathSync(program)), LIBRARIES[part])
  return existsSync(library) ? false : `LibreOffice ${part} is not on this machine`
}

const run = promisify(execFile)

/**
 * Converts a file with LibreOffice in a profile and folder of its own, removed afterwards; gives every file it made,
 * by name. `to` is LibreOffice's filter, such as 'pdf' or 'txt:Text (encoded):UTF8'.
 */
export async function convertWithLibreOffice(
  bytes: Uint8Array,
  name: string,
  to: string,
): Promise<Map<string, Buffer>> {
  const program = findProgram()
  if (program === undefined) throw new Error('LibreOffice is not on this machine')
  const folder = await mkdtemp(join(tmpdir(), 'libreoffice-'))
  try {
    await writeFile(join(folder, name), bytes)
    await run(
      program,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--norestore',
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, name),
      ],
      { timeout: 120_000 },
    )
    const made = await readdir(join(folder, 'out'))
    const files = made.map(async (file) => [file, await readFile(join(folder, 'out', file))] as const)
    return new Map(await Promise.all(files))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
