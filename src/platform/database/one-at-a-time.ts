import pg from 'pg'

/**
 * Does the work while no other process does work of this name on the database of `database_url`; waits for one that does, after saying so by
 * `waits`. The work is told whether it had to wait: it may have been done meanwhile.
 */
export async function oneAtATime<T>(
  { database_url, name, waits }: { database_url: string; name: string; waits: () => void },
  work: (waited: boolean) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: database_url })
  client.on('error', () => {}) // a database that is stopped while the work is done is told of by the work
  await client.connect()
  try {
    const { rows } = await client.query('select pg_try_advisory_lock(hashtext($1)) as free', [name])
    const waited = rows[0].free !== true
    if (waited) {
      waits()
      await client.query('select pg_advisory_lock(hashtext($1))', [name])
    }
    return await work(waited)
  } finally {
    await client.end().catch(() => {})
  }
}
