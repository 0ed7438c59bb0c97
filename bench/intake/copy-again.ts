import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDatabase } from '#platform/database/open.ts'
import { asAdministrator } from '../stage/administrator.ts'
import { timed } from '../stage/numbers.ts'
import { takeRulesOff } from '../stage/take-rules-off.ts'

export type Copied = { table: string; rows: number; seconds: number }

/**
 * The floor that an import is held against: the rows it wrote, by COPY into the same tables of a copy of the database, emptied, with
 * their indexes and foreign keys, without row security and audit. Tables in an order that foreign keys allow. Nobody may be connected.
 */
export async function copyAgain(url: string, folder: string, tables: readonly string[]): Promise<Copied[]> {
  const files = join(folder, 'copied')
  mkdirSync(files)
  chmodSync(files, 0o777) // the server's own account writes and reads them
  const bare = await ensureDatabase(
    url,
    `${new URL(url).pathname.slice(1)}_bare`,
    new URL(url).pathname.slice(1),
  )
  return asAdministrator(bare, async (client) => {
    await takeRulesOff(client)
    for (const table of tables) await client.query(`copy ${table} to '${join(files, table)}'`)
    await client.query(`truncate ${tables.join(', ')} cascade`)
    await client.query('checkpoint')
    const copied: Copied[] = []
    for (const table of tables) {
      const { seconds, value } = await timed(() => client.query(`copy ${table} from '${join(files, table)}'`))
      copied.push({ table, rows: value.rowCount ?? 0, seconds })
    }
    return copied
  })
}
