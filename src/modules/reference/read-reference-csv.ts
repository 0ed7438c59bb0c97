import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const folder = join(import.meta.dirname, '..', '..', '..', 'database', 'reference')

/**
 * The rows of one file of `database/reference`, each an object by column heading; every cell is text, '' when blank.
 * For small lists, read once when a module loads. Throws when the file is not there or is not well-formed.
 */
export function readReferenceCsv(file: string): Record<string, string>[] {
  return parse<Record<string, string>>(readFileSync(join(folder, file)), { columns: true, bom: true })
}
