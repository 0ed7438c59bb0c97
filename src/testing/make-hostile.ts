import pg from 'pg'

type Place = { relation: string; name: string; type: 'text' | 'text[]' | 'jsonb' }

/** What may be typed nowhere, although it is kept as text: keys by which the program finds something of its own. */
const KEYS = ['papers.paper template', 'delivery_plan.deliverable measure']

/**
 * Writes the text into every text column that will take it, of every table with a row, and before everything in lists and documents that
 * looks written by somebody (it has a space). Returns how many columns there were. What a CHECK refuses, a code, stays as it was.
 */
export async function makeHostile(client: pg.Client, text: string): Promise<number> {
  const { rows } = await client.query<Place>(`
    select n.nspname || '.' || c.relname as relation, a.attname as name, format_type(a.atttypid, null) as type from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype)
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'jobs', 'migrations', 'public')
      and not (n.nspname = 'access' and a.attname not in ('name', 'job_title', 'introduction'))`)
  let changed = 0
  for (const place of rows.filter(({ relation, name }) => !KEYS.includes(`${relation} ${name}`)))
    changed += (await (place.type === 'text' ? throughout : within)(client, place, text)) ? 1 : 0
  return changed
}

async function throughout(client: pg.Client, { relation, name }: Place, text: string): Promise<boolean> {
  const done = await client
    .query(`update ${relation} set ${client.escapeIdentifier(name)} = $1`, [text])
    .catch(() => undefined)
  return Boolean(done?.rowCount)
}

async function within(client: pg.Client, { relation, name, type }: Place, text: string): Promise<boolean> {
  const column = client.escapeIdentifier(name)
  const { rows } = await client.query(
    `select ctid::text as at, to_jsonb(${column}) as was from ${relation} where ${column} is not null`,
  )
  let changed = false
  for (const { at, was } of rows) {
    const written = writtenBefore(was, text)
    if (JSON.stringify(written) === JSON.stringify(was)) continue
    const value = type === 'jsonb' ? JSON.stringify(written) : written
    const done = await client
      .query(`update ${relation} set ${column} = $1 where ctid = $2::tid`, [value, at])
      .catch(() => undefined)
    changed ||= Boolean(done?.rowCount)
  }
  return changed
}

function writtenBefore(value: unknown, text: string): unknown {
  if (typeof value === 'string') return value.includes(' ') && !value.startsWith(text) ? text + value : value
  if (Array.isArray(value)) return value.map((one) => writtenBefore(one, text))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, writtenBefore(one, text)]))
  return value
}
