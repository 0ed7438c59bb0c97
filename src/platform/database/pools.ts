import pg from 'pg'
import { PipelinedClient } from './pipelined-client.ts'
import { addressFor } from './roles.ts'

// Days stay days (text, 'YYYY-MM-DD'), never moments in somebody's time zone; counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
pg.types.setTypeParser(1182 as never, (text: string) => text.slice(1, -1).split(',').filter(Boolean)) // date[]

export type Pools = {
  app: pg.Pool
  /** For finding out who came, and writing it down: a page that takes long holds nobody up at the door. */
  visits: pg.Pool
  figures: pg.Pool
  auditor: pg.Pool
  end: () => Promise<void>
  /** What a thread opens pools of its own with: connections cannot be handed to it. */
  opened_with: { database_url: string; secret: string }
}

/**
 * Connections as the three roles the running program has. `statement_timeout` in milliseconds ends a query that no page
 * should wait for; long work (imports) asks for more.
 */
export function openPools(
  database_url: string,
  secret: string,
  options: { max?: number; statement_timeout?: number } = {},
): Pools {
  const open = (role: 'waymark_app' | 'waymark_figures' | 'waymark_auditor', max: number, planning = '') => {
    const pool = new pg.Pool({
      Client: PipelinedClient,
      connectionString: addressFor(role, database_url, secret),
      max,
      // Somebody who reads for a minute between two pages should not wait for a new connection and for every statement's plan anew.
      idleTimeoutMillis: 10 * 60_000,
      allowExitOnIdle: true,
      statement_timeout: options.statement_timeout ?? 15_000,
      options: '-c timezone=Europe/London -c default_transaction_isolation=read\\ committed' + planning,
    })
    pool.on('error', () => {}) // a lost idle connection is replaced at the next request, and /health tells a lost server
    return pool
  }
  const pools = {
    app: open('waymark_app', options.max ?? 8),
    visits: open('waymark_app', 2),
    // Figures read whole tables. Row security hides from the planner how many rows there are, and after a bulk load it would
    // walk them one by one: without nested loops it joins them whole.
    figures: open('waymark_figures', 3, ' -c enable_nestloop=off'),
    auditor: open('waymark_auditor', 2),
  }
  return {
    ...pools,
    opened_with: { database_url, secret },
    end: async () => void (await Promise.all(Object.values(pools).map((pool) => pool.end()))),
  }
}
