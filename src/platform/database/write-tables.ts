import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const FILE = join(import.meta.dirname, 'tables.ts')
const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  float8: 'number',
  float4: 'number',
  timestamptz: 'Date',
  jsonb: 'unknown',
  json: 'unknown',
  bytea: 'Buffer',
  interval: 'unknown',
  time: 'string',
}

/** The text of tables.ts: a Kysely type for every table and view of our schemas, read from the catalogue of `database_url`. */
export async function tablesText(database_url: string): Promise<string> {
  const client = new pg.Client({ connectionString: database_url })
  await client.connect()
  const { rows } = await client.query(`
    select n.nspname || '.' || c.relname as relation, c.relkind = 'r' or c.relkind = 'p' as is_table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
      a.atthasdef or a.attidentity <> '' or a.attgenerated <> '' as generated,
      (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
        and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[''') limit 1) as one_of
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
    where c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'migrations', 'public') and n.nspname !~ '^pg_'
    order by n.nspname, c.relname, a.attnum`)
  await client.end()
  const relations = Map.groupBy(rows, (row) => row.relation as string)
  const lines = [...relations].map(
    ([relation, columns]) =>
      `  '${relation}': {\n${columns.map((c) => `    ${c.name}: ${columnType(c)}`).join('\n')}\n  }`,
  )
  return (
    `// Generated from the migrations by: npm run --silent waymark -- schema write\n` +
    `import type { Generated } from 'kysely'\n\nexport interface DB {\n${lines.join('\n')}\n}\n`
  )
}

function columnType(column: {
  type: string
  nullable: boolean
  generated: boolean
  one_of: string | null
  is_table: boolean
}): string {
  const array = column.type.startsWith('_')
  const words = column.one_of?.match(/'((?:[^']|'')*)'::text/g)?.map((word) => word.slice(0, -6))
  const base =
    words && !array ? words.join(' | ') : (TYPES[array ? column.type.slice(1) : column.type] ?? 'unknown')
  // A view's columns carry no not-null marks: a view says in its own words what it promises.
  const full =
    (array ? `${base}[]` : base) + (column.nullable && column.is_table && base !== 'unknown' ? ' | null' : '')
  return column.generated ? `Generated<${full}>` : full
}

/** Writes tables.ts when it differs. */
export async function writeTables(database_url: string): Promise<void> {
  writeFileSync(FILE, await tablesText(database_url))
}
