import { law, MODULE_SCHEMAS, type Law } from './read-catalogue.ts'

const TABLES = `
  select n.nspname || '.' || c.relname as place, c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and n.oid in (${MODULE_SCHEMAS})`

/** What every table of ours has to be, for what row security leaves open otherwise. */
export const tableLaws: readonly Law[] = [
  law(
    'row-security',
    `select place, case when relrowsecurity then 'its owner is let past row security (force it)' else 'row security is not enabled' end as why
     from (${TABLES}) t where not (relrowsecurity and relforcerowsecurity)`,
  ),
  law(
    'area',
    `select place, 'has no column "area_id uuid not null"' as why from (${TABLES}) t
     where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'area_id' and a.attnotnull and a.atttypid = 'uuid'::regtype)`,
  ),
  law(
    'key',
    `select t.place || ' ' || i.indexrelid::regclass::text as place, 'a key that does not begin with area_id tells what other areas hold' as why
     from (${TABLES}) t join pg_index i on i.indrelid = t.oid
     where (i.indisunique or i.indisprimary)
       and (select attname from pg_attribute a where a.attrelid = t.oid and a.attnum = i.indkey[0]) is distinct from 'area_id'`,
  ),
  law(
    'primary-key',
    `select place, 'has no primary key' as why from (${TABLES}) t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  ),
  law(
    'foreign-key',
    `select t.place || ' ' || k.conname as place, 'a foreign key without area_id first lets a child point at another area''s parent' as why
     from (${TABLES}) t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     where (select attname from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1]) <> 'area_id'
        or (select attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]) <> 'area_id'`,
  ),
  law(
    'index',
    `select t.place || ' ' || i.indexrelid::regclass::text as place,
       case when m.amname <> 'btree' then 'a ' || m.amname || ' index is not used under row security' else 'an index on an expression is not used under row security: keep a key column' end as why
     from (${TABLES}) t join pg_index i on i.indrelid = t.oid join pg_class c on c.oid = i.indexrelid join pg_am m on m.oid = c.relam
     where m.amname <> 'btree' or i.indexprs is not null`,
  ),
  law(
    'audit',
    `select t.place, 'its ' || wanted.name || 's are not kept by a trigger once a statement (access.keep_changes)' as why
     from (${TABLES}) t cross join (values ('insert', 4), ('delete', 8), ('update', 16)) as wanted (name, bit)
     where not exists (
       select from pg_trigger g join pg_proc p on p.oid = g.tgfoid join pg_namespace n on n.oid = p.pronamespace
       where g.tgrelid = t.oid and not g.tgisinternal and g.tgenabled = 'O' and g.tgtype & wanted.bit <> 0 and g.tgtype & 1 = 0
         and n.nspname = 'access' and p.proname in ('keep_insert', 'keep_update', 'keep_unread'))`,
  ),
  law(
    'row-trigger',
    `select t.place || ' ' || g.tgname as place, 'a trigger once a row takes bulk loads out of reach of COPY' as why
     from (${TABLES}) t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal and g.tgtype & 1 = 1`,
  ),
]

/** What else must not be there at all, or only so. */
export const schemaLaws: readonly Law[] = [
  law(
    'view',
    `select c.oid::regclass::text as place, 'a view without security_invoker reads as its owner' as why from pg_class c
     where c.relkind = 'v' and c.relnamespace in (${MODULE_SCHEMAS}) and not coalesce(c.reloptions @> '{security_invoker=true}', false)`,
  ),
  law(
    'materialised-view',
    `select c.oid::regclass::text as place, 'a materialised view has no row security' as why from pg_class c
     where c.relkind = 'm' and c.relnamespace in (${MODULE_SCHEMAS})`,
  ),
  law(
    'definer',
    `select p.oid::regprocedure::text as place, 'a SECURITY DEFINER function acts as its owner, past the policies' as why from pg_proc p
     where p.prosecdef and p.pronamespace in (select oid from pg_namespace where nspname <> 'information_schema' and nspname !~ '^pg_')`,
  ),
  law(
    'foreign-table',
    `select c.oid::regclass::text as place, 'a foreign table has no row security' as why from pg_class c
     where c.relkind = 'f' and c.relnamespace in (${MODULE_SCHEMAS})`,
  ),
  law(
    'extension',
    `select extname as place, 'an extension brings functions that nobody here has looked at' as why from pg_extension where extname <> 'plpgsql'`,
  ),
]
