import type pg from 'pg'
import { law, MODULE_SCHEMAS, RUNNING_ROLES, type Law } from './read-catalogue.ts'

/** What the roles of the running program must not have. */
export const roleLaws: readonly Law[] = [
  law(
    'role',
    `select rolname as place, 'may do what a running role must not: ' || concat_ws(', ', case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypass row security' end,
       case when rolcreaterole then 'create roles' end, case when rolcreatedb then 'create databases' end, case when rolreplication then 'replicate' end, case when rolinherit then 'inherit' end) as why
     from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
    [RUNNING_ROLES],
  ),
  law(
    'role-member',
    `select m.rolname as place, 'can act as ' || r.rolname as why from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles r on r.oid = a.roleid
     where m.rolname = any ($1)`,
    [RUNNING_ROLES],
  ),
  law(
    'owner',
    `select c.oid::regclass::text as place, 'is owned by ' || r.rolname || ', who is not held by policies' as why from pg_class c join pg_roles r on r.oid = c.relowner
     where c.relnamespace in (${MODULE_SCHEMAS}) and c.relkind in ('r', 'p', 'v', 'm') and r.rolname <> 'waymark_owner'`,
  ),
  law(
    'privilege',
    `select c.oid::regclass::text as place, coalesce(r.rolname, 'everybody') || ' has ' || g.privilege_type || ' on it' as why
     from pg_class c cross join lateral aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
     where c.relnamespace in (${MODULE_SCHEMAS}) and c.relkind in ('r', 'p', 'v') and g.grantee <> c.relowner
       and (g.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE') or g.is_grantable or not coalesce(r.rolname = any ($1), false)
         or (r.rolname in ('waymark_figures', 'waymark_auditor') and g.privilege_type <> 'SELECT'))`,
    [RUNNING_ROLES],
  ),
  law(
    'create',
    `select n.nspname as place, r.rolname || ' may make things in it' as why from pg_namespace n cross join pg_roles r
     where r.rolname = any ($1) and n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')`,
    [RUNNING_ROLES],
  ),
]

// Names of columns that can tell who somebody is, or hold words that somebody typed.
const IDENTIFYING =
  /(^|_)(name|forename|surname|alias|known_as|title|date_of_birth|born|dob|birth|age|email|mobile|phone|telephone|number|value|address|line|town|street|house|postcode|uprn|note|notes|text|words|comment|comments|reason_given|because|description|summary|free|message|subject|content|body|answer|hours|before|reference|worker|officer|latitude|longitude|easting|northing|ip|token|secret|hash|key|keys)(_|$)/

export type Granted = { place: string; type: string; listed: boolean }

/** Every column that the role of figures may read: its type, and whether a CHECK lists what can stand in it. */
export async function columnsOfFigures(client: pg.Client): Promise<Granted[]> {
  const { rows } = await client.query<Granted>(
    `select c.oid::regclass::text || '.' || a.attname as place, t.typname as type,
       exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
         and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(' || a.attname || ' = ANY \\(ARRAY\\[')) as listed
     from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace in (${MODULE_SCHEMAS}) and a.attnum > 0 and not a.attisdropped
       and has_column_privilege('waymark_figures', c.oid, a.attnum, 'select') order by 1`,
  )
  return rows
}

const PLAIN = new Set([
  'uuid',
  'date',
  'bool',
  'int2',
  'int4',
  'int8',
  'numeric',
  'float4',
  'float8',
  'timestamptz',
  '_uuid',
  '_int4',
  'daterange',
])

/**
 * What the role that computes figures must not read (decision 4). Every text that it may read, and whose values no CHECK lists, has to be
 * in `classified` with a reason: whoever grants a new one decides.
 */
export const figuresLaw = (classified: Readonly<Record<string, string>>): Law => ({
  rule: 'figures',
  find: async (client) =>
    (await columnsOfFigures(client))
      .filter(({ place }) => !(place in classified))
      .flatMap(({ place, type, listed }) => {
        const column = place.slice(place.lastIndexOf('.') + 1)
        if (IDENTIFYING.test(column) && !listed)
          return [
            { place, why: 'waymark_figures may read a column whose name says that it tells who somebody is' },
          ]
        if (!PLAIN.has(type) && !listed)
          return [
            {
              place,
              why: `waymark_figures may read a ${type} that nobody has classified (database.test.ts)`,
            },
          ]
        return []
      }),
})
