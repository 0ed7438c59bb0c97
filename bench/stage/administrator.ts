import pg from 'pg'

/** Runs `work` on a connection that signs in as the server's administrator: for bare tables and statistics, never for what Waymark does. */
export async function asAdministrator<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
