import { zip } from 'fflate'
import type { AsyncZippable } from 'fflate'

/** Every entry carries this time, so that the same files make the same archive, byte for byte. */
const ENTRY_TIME = new Date(1980, 0, 1)

/**
 * A ZIP archive of files in the order given; `stored` names the ones left uncompressed. Compression of large files
 * runs in worker threads, so that no page waits. The same files give the same bytes.
 */
export function zipFiles(
  files: Iterable<readonly [path: string, bytes: Uint8Array]>,
  stored: readonly string[] = [],
): Promise<Uint8Array> {
  const entries: AsyncZippable = {}
  for (const [path, bytes] of files)
    entries[path] = [bytes, { level: stored.includes(path) ? 0 : 6, mtime: ENTRY_TIME }]
  return new Promise((resolve, reject) => {
    zip(entries, (error, archive) => (error ? reject(error) : resolve(archive)))
  })
}
