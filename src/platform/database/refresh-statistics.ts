import pg from 'pg'
import { addressFor } from './roles.ts'

/** Tells the planner how large these tables have become and what is in them. */
export type RefreshStatistics = (tables: readonly string[]) => Promise<void>

/**
 * Makes `refreshStatistics`. A table that was empty a moment ago has no statistics until autovacuum comes round, a minute later. Until
 * then the planner cannot tell a key from an index that merely begins with the area and the team (both then look like one row), and
 * every check of a foreign key may read a whole area: 8,000 cases took 40 seconds to load, and take one with statistics.
 */
export function makeRefreshStatistics(database_url: string, secret: string): RefreshStatistics {
  const connectionString = addressFor('waymark_migrator', database_url, secret)
  return async (tables) => {
    const client = new pg.Client({ connectionString, options: '-c role=waymark_owner' })
    await client.connect()
    try {
      await client.query(
        `analyze ${tables.map((table) => table.split('.').map(pg.escapeIdentifier).join('.')).join(', ')}`,
      )
    } finally {
      await client.end()
    }
  }
}
