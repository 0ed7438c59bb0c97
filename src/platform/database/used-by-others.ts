import pg from 'pg'

/** Whether anybody else is connected to the server of `url` now. */
export async function usedByOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select count(*) > 0 as used from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  await client.end()
  return rows[0].used
}
