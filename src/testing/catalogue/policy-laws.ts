import type pg from 'pg'
import { law, MODULE_SCHEMAS, type Law } from './read-catalogue.ts'

type Policy = {
  place: string
  name: string
  command: string
  roles: string
  using: string | null
  check: string | null
}

const MINE = '((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))'
const AREA = '(area_id = access.area_id())'
// Sharing is giving (decision 2): a row written for a team can be read by it.
const GIVEN = '((area_id = access.area_id()) AND (given_to = ANY (access.my_teams())))'
const OWN = '((area_id = access.area_id()) AND (member_id = access.actor_id()))'

/** The policies that access.protect, protect_within_area, protect_own and figures_may_read make, and that of a row given to a team: to the letter. */
const STANDARD: readonly Omit<Policy, 'place'>[] = [
  { name: 'held_by_my_teams', command: '*', roles: 'waymark_app', using: MINE, check: MINE },
  { name: 'within_my_area', command: '*', roles: 'waymark_app', using: AREA, check: AREA },
  { name: 'reached_by_its_member', command: '*', roles: 'waymark_app', using: OWN, check: OWN },
  { name: 'given_to_my_teams', command: 'r', roles: 'waymark_app', using: GIVEN, check: null },
  { name: 'counted_within_area', command: 'r', roles: 'waymark_figures', using: AREA, check: null },
]

async function unlike(client: pg.Client) {
  const { rows } = await client.query<Policy>(
    `select p.polrelid::regclass::text as place, p.polname as name, p.polcmd as command,
       (select string_agg(r.rolname, ' ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles)) as roles,
       pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace in (${MODULE_SCHEMAS}) order by 1, 2`,
  )
  return rows
    .filter(
      (policy) =>
        !STANDARD.some((s) => JSON.stringify({ place: policy.place, ...s }) === JSON.stringify(policy)),
    )
    .map(({ place, name, roles, using, check }) => ({
      place: `${place} ${name}`,
      why: `is not one of the standard policies: to ${roles}, using ${using ?? 'nothing'}, with check ${check ?? 'nothing'}`,
    }))
}

/** What a policy has to be. Another than the standard ones is listed in database.test.ts with its reason. */
export const policyLaws: readonly Law[] = [
  { rule: 'policy', find: unlike },
  law(
    'no-policy',
    `select c.oid::regclass::text as place, 'no policy says who sees it, though it is granted' as why from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace in (${MODULE_SCHEMAS})
       and not exists (select from pg_policy p where p.polrelid = c.oid)`,
  ),
  law(
    'policy-roles',
    `select p.polrelid::regclass::text || ' ' || p.polname as place, 'a policy without roles is for everybody' as why
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace in (${MODULE_SCHEMAS}) and p.polroles = '{0}'`,
  ),
  law(
    'policy-sub-select',
    `select p.polrelid::regclass::text || ' ' || p.polname as place, 'a policy with a sub-select cannot be distributed, and is slow' as why
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace in (${MODULE_SCHEMAS})
       and (coalesce(p.polqual::text, '') || coalesce(p.polwithcheck::text, '')) like '%{SUBLINK%'`,
  ),
]
