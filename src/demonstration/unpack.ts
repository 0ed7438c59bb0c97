import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'

const PACKED = join(import.meta.dirname, '..', '..', 'database', 'demonstration')

/** Hands over a folder with the files packed in database/demonstration/`name`, and removes it when the work is done or has failed. */
export async function withUnpacked<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-demonstration-'))
  try {
    for (const [path, bytes] of Object.entries(unzipSync(readFileSync(join(PACKED, name))))) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes)
    }
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
