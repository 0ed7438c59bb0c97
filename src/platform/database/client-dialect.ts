import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import type { Dialect, QueryResult } from 'kysely'
import type pg from 'pg'

// Statements are prepared once a connection under a short name; the map is bounded, so odd one-off statements stay unnamed.
const names = new Map<string, string>()
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size > 2000 || text.length > 20_000) return known
  const name = `w${names.size}`
  names.set(text, name)
  return name
}

/** Kysely on one connection whose transaction somebody else (platform/act.ts) opens and ends. */
export function clientDialect(client: pg.PoolClient): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const name = query.parameters.length > 60 ? undefined : nameOf(query.sql)
      const result = await client.query({
        text: query.sql,
        values: query.parameters as unknown[],
        ...(name ? { name } : {}),
      })
      return { rows: (result.rows ?? []) as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
    },
    streamQuery: () => {
      throw new Error('Read in keyset pages instead of streaming')
    },
  }
  const refuseTransaction = async () => {
    throw new Error('One act is one transaction: it is opened by act, not by a feature')
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuseTransaction,
    commitTransaction: refuseTransaction,
    rollbackTransaction: refuseTransaction,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}
