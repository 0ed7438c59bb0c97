import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Deliver, type Leaving, headersOf } from './deliver.ts'

/** A message in the folder, as it would have left. */
export type Kept = Leaving & { headers: Record<string, string>; left_at: string }

const NAME = /^[0-9a-f-]{36}\.json$/

/** Writes each message into a folder of this machine instead of sending it: for the demonstration, which writes to nobody. */
export const deliverToFolder =
  (folder: string): Deliver =>
  async (message) => {
    const kept: Kept = { ...message, headers: headersOf(message), left_at: new Date().toISOString() }
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeFile(join(folder, `${message.message_id}.json`), JSON.stringify(kept, null, 2), {
        mode: 0o600,
      })
      return { became: 'accepted' }
    } catch (error) {
      return { became: 'later', why: (error as NodeJS.ErrnoException).code ?? 'folder' }
    }
  }

/** The latest messages in the folder, newest first; fifty at most. A folder that is not there holds none. */
export async function keptInFolder(folder: string): Promise<Kept[]> {
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => NAME.test(name))
  // Ids carry their time, so that names are in its order.
  const latest = names.toSorted().toReversed().slice(0, 50)
  return Promise.all(
    latest.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Kept),
  )
}
