import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

const PACKED = join(import.meta.dirname, '..', '..', 'database', 'demonstration', 'nottinghamshire.zip')

/** Hands over a folder with the demonstration's files, and removes it when the work is done or has failed. */
export async function withUnpacked<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-demonstration-'))
  try {
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(PACKED)))) {
      const file = join(folder, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
