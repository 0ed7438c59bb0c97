import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const FILE = join(import.meta.dirname, '..', '..', '..', 'database', 'schema.sql')

const HEAD = `-- Generated from the migrations by: npm run --silent waymark -- schema write
-- For reading: the whole database as it stands after the last migration, a schema for each module. What runs is database/migrations.
`

// Our own schemas: not PostgreSQL's, not the queue's, not the record of migrations.
const OURS = `n.nspname not in ('information_schema', 'jobs', 'migrations', 'public') and n.nspname !~ '^pg_'`

/** Each query gives rows of { schema, relation, text }: the SQL of one thing, in an order that does not depend on when it was made. */
const SCHEMAS = `
  select n.nspname as schema, '' as relation, format('create schema %I;', n.nspname) || coalesce((
    select string_agg(format(E'\\ngrant %s on schema %I to %s;', a.rights, n.nspname, a.grantee), '' order by a.grantee) from (
      select string_agg(lower(x.privilege_type), ', ' order by x.privilege_type) as rights, x.grantee::regrole::text as grantee
      from aclexplode(n.nspacl) x where x.grantee <> n.nspowner and x.grantee <> 0 group by x.grantee) a), '') as text
  from pg_namespace n where ${OURS} order by 1`

const TABLES = `
  select n.nspname as schema, c.relname as relation, format(E'create table %I.%I (\\n%s)%s;', n.nspname, c.relname,
    (select string_agg('  ' || part, E',\\n' order by kind, place, part) from (
      select 1 as kind, a.attnum::int as place, quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || case when a.attidentity <> '' then ' generated always as identity' when a.attgenerated <> ''
             then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as part
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, array_position(array['p', 'u', 'c', 'f'], k.contype::text), pg_get_constraintdef(k.oid)
      from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f') and k.conparentid = 0) parts),
    case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) else '' end) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} order by 1, 2`

const INDEXES = `
  select n.nspname as schema, c.relname as relation, string_agg(
    regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (UNIQUE )?INDEX \\S+ ', 'create \\1index ') || ';', E'\\n'
    order by regexp_replace(pg_get_indexdef(i.indexrelid), 'INDEX \\S+ ', '')) as text
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  where not c.relispartition and ${OURS} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  group by 1, 2 order by 1, 2`

const POLICIES = `
  select n.nspname as schema, c.relname as relation, string_agg(format('create policy %I on %I.%I for %s to %s%s%s;', p.polname, n.nspname, c.relname,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(coalesce(r.rolname, 'public'), ', ' order by r.rolname) from unnest(p.polroles) x left join pg_roles r on r.oid = x),
      coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', ''), coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')),
    E'\\n' order by p.polname) as text
  from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS} group by 1, 2 order by 1, 2`

const TRIGGERS = `
  select n.nspname as schema, c.relname as relation, string_agg(pg_get_triggerdef(t.oid) || ';', E'\\n' order by t.tgname) as text
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and not c.relispartition and ${OURS} group by 1, 2 order by 1, 2`

const GRANTS = `
  with granted as (
    select n.nspname as schema, c.relname as relation, x.grantee, lower(x.privilege_type) as privilege, null::text as column_name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) x
    where ${OURS} and c.relkind in ('r', 'p', 'v') and not c.relispartition and x.grantee <> c.relowner
    union all
    select n.nspname, c.relname, x.grantee, lower(x.privilege_type), quote_ident(a.attname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid cross join lateral aclexplode(a.attacl) x
    where ${OURS} and not c.relispartition and a.attnum > 0 and not a.attisdropped and x.grantee <> c.relowner
  ), said as (
    select schema, relation, coalesce(r.rolname, 'public') as grantee, privilege
      || coalesce(' (' || string_agg(column_name, ', ' order by column_name) || ')', '') as rights
    from granted left join pg_roles r on r.oid = grantee group by schema, relation, r.rolname, privilege, column_name is null)
  select schema, relation, string_agg(line, E'\\n' order by line) as text from (
    select schema, relation, format('grant %s on %I.%I to %s;', string_agg(rights, ', ' order by rights), schema, relation, grantee) as line
    from said group by schema, relation, grantee) lines group by 1, 2 order by 1, 2`

const VIEWS = `
  select n.nspname as schema, c.relname as relation, format(E'create view %I.%I%s as\\n%s', n.nspname, c.relname,
    coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid, true)) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${OURS} order by 1, 2`

const FUNCTIONS = `
  select n.nspname as schema, p.proname || pg_get_function_identity_arguments(p.oid) as relation, pg_get_functiondef(p.oid) || ';' as text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind in ('f', 'p') and ${OURS}
    and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1, 2`

type Thing = { schema: string; relation: string; text: string }

/** The text of schema.sql: every schema of ours with its functions, tables and views, each with its indexes, policies, triggers and grants. */
export async function schemaText(database_url: string): Promise<string> {
  const client = new pg.Client({ connectionString: database_url })
  await client.connect()
  // Names are written in full, whatever the path of whoever asks.
  await client.query(`set search_path = ''`)
  const ask = async (query: string) => (await client.query<Thing>(query)).rows
  const [schemas, functions] = [await ask(SCHEMAS), await ask(FUNCTIONS)]
  const [tables, views] = [await ask(TABLES), await ask(VIEWS)]
  const about = [await ask(INDEXES), await ask(POLICIES), await ask(TRIGGERS), await ask(GRANTS)].map(
    (things) => new Map(things.map(({ schema, relation, text }) => [`${schema}.${relation}`, text])),
  )
  await client.end()
  const within = (things: readonly Thing[], schema: string) => things.filter((one) => one.schema === schema)
  const whole = ({ schema, relation, text }: Thing) =>
    [text, ...about.map((texts) => texts.get(`${schema}.${relation}`) ?? '')].filter(Boolean).join('\n')
  const parts = schemas.flatMap(({ schema, text }) => [
    `-- ${schema}\n\n${text}`,
    ...within(functions, schema).map((one) => one.text),
    ...within(tables, schema).map(whole),
    ...within(views, schema).map(whole),
  ])
  return `${HEAD}\n${parts.map((part) => part.replaceAll(/[ \t]+$/gm, '').trim()).join('\n\n')}\n`
}

/** Writes schema.sql. */
export async function writeSchema(database_url: string): Promise<void> {
  writeFileSync(FILE, await schemaText(database_url))
}
