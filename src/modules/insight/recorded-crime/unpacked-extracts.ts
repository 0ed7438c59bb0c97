import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { unzipSync } from 'fflate'

/** For the test: a folder with the demonstration's two extracts of 2013-14, gone when the tests end. */
export function unpackedExtracts(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-extracts-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, bytes] of Object.entries(
    unzipSync(
      readFileSync(
        join(
          import.meta.dirname,
          '..',
          '..',
          '..',
          '..',
          'database',
          'demonstration',
          'nottinghamshire-2013-14.zip',
        ),
      ),
    ),
  ))
    writeFileSync(join(folder, name), bytes)
  return folder
}
