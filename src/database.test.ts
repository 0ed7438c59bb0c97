// What the catalogue says after the migrations, against the laws: every leak that row security is known for is refused here. Each law is
// shown to work on a thing made wrong on purpose.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#platform/testing.ts'
import { CLASSIFIED, EXCEPTIONS } from './testing/catalogue/exceptions.ts'
import { policyLaws } from './testing/catalogue/policy-laws.ts'
import { refusals } from './testing/catalogue/read-catalogue.ts'
import { columnsOfFigures, figuresLaw, roleLaws } from './testing/catalogue/role-laws.ts'
import { schemaLaws, tableLaws } from './testing/catalogue/table-laws.ts'

const { url } = await testDatabase()
const client = new pg.Client({ connectionString: url })
client.on('error', () => {}) // the database is dropped when the tests end, this connection with it
await client.connect()
after(() => client.end())

const laws = [...tableLaws, ...schemaLaws, ...policyLaws, ...roleLaws, figuresLaw(CLASSIFIED)]
const excepted = ({ rule, place }: { rule: string; place: string }) => `${rule} ${place}` in EXCEPTIONS

const before = await refusals(client, laws)

test('nothing in the database breaks a law, but for what is listed with its reason', () => {
  const broken = before
    .filter((one) => !excepted(one))
    .map(({ rule, place, why }) => `${rule}: ${place} ${why}`)
  assert.deepEqual(broken, [], 'mend it, or list it in src/testing/catalogue/exceptions.ts with its reason')
})

test('every exception is still needed, and says why', () => {
  const met = new Set(before.map(({ rule, place }) => `${rule} ${place}`))
  assert.deepEqual(
    Object.keys(EXCEPTIONS).filter((one) => !met.has(one)),
    [],
  )
  assert.ok(Object.values(EXCEPTIONS).every((reason) => reason.length > 10))
})

test('every classified column is still granted to the role of figures', async () => {
  const granted = new Set((await columnsOfFigures(client)).map(({ place }) => place))
  assert.deepEqual(
    Object.keys(CLASSIFIED).filter((place) => !granted.has(place)),
    [],
  )
})

// A good table, as the base of bad ones.
const GOOD = `
  create table bad.thing (
    area_id uuid not null default access.area_id(), thing_id uuid not null default access.new_id(), held_by uuid not null,
    kind text not null check (kind in ('a', 'b')), words text, primary key (area_id, thing_id),
    foreign key (area_id, held_by) references access.team (area_id, team_id));
  select access.protect('bad.thing', 'select, insert');
  select access.figures_may_read('bad.thing', 'area_id, thing_id, held_by, kind');`

/** What is refused of things made in a schema of their own, as the owner; nothing of it stays. */
async function refusedOf(sql: string): Promise<string[]> {
  await client.query('begin')
  try {
    await client.query(`create schema bad authorization waymark_owner; grant usage on schema bad to waymark_app, waymark_figures;
      set local role waymark_owner; ${sql}; set local role none`)
    const known = new Set(before.map((one) => JSON.stringify(one)))
    return (await refusals(client, laws))
      .filter((one) => !known.has(JSON.stringify(one)))
      .map(({ rule, place }) => `${rule}: ${place}`)
  } finally {
    await client.query('rollback')
  }
}

test('a table made as it should be is not refused', async () => {
  assert.deepEqual(await refusedOf(GOOD), [])
})

const BAD: readonly (readonly [what: string, sql: string, refused: string])[] = [
  [
    'a table without row security',
    'create table bad.open (area_id uuid not null, id uuid, primary key (area_id, id))',
    'row-security: bad.open',
  ],
  [
    'a table whose owner is let past',
    `${GOOD} alter table bad.thing no force row level security`,
    'row-security: bad.thing',
  ],
  ['a table without an area', 'create table bad.nowhere (id uuid primary key)', 'area: bad.nowhere'],
  [
    'a primary key without the area first',
    'create table bad.keyed (area_id uuid not null, id uuid, primary key (id, area_id))',
    'key: bad.keyed bad.keyed_pkey',
  ],
  [
    'a global unique key',
    `${GOOD} alter table bad.thing add constraint once unique (words)`,
    'key: bad.thing bad.once',
  ],
  [
    'a global unique index',
    `${GOOD} create unique index once on bad.thing (thing_id) where words is not null`,
    'key: bad.thing bad.once',
  ],
  ['a table without a primary key', 'create table bad.heap (area_id uuid not null)', 'primary-key: bad.heap'],
  [
    'a foreign key without the area',
    `${GOOD} create unique index u on bad.thing (area_id); create table bad.child (area_id uuid not null, id uuid, thing uuid, primary key (area_id, id));
     alter table bad.thing add constraint t unique (thing_id); alter table bad.child add constraint up foreign key (thing) references bad.thing (thing_id)`,
    'foreign-key: bad.child up',
  ],
  [
    'a trigram or other GIN index',
    `${GOOD} alter table bad.thing add tags text[]; create index g on bad.thing using gin (tags)`,
    'index: bad.thing bad.g',
  ],
  [
    'a GiST index',
    `${GOOD} alter table bad.thing add during tstzrange; create index g on bad.thing using gist (during)`,
    'index: bad.thing bad.g',
  ],
  [
    'an index on lower()',
    `${GOOD} create index l on bad.thing (area_id, lower(words))`,
    'index: bad.thing bad.l',
  ],
  ['a table whose changes are not kept', `${GOOD} drop trigger keep_update on bad.thing`, 'audit: bad.thing'],
  [
    'a trigger that is switched off',
    `${GOOD} alter table bad.thing disable trigger keep_delete`,
    'audit: bad.thing',
  ],
  [
    'a trigger once a row',
    `${GOOD} create trigger each_row before update on bad.thing for each row execute function suppress_redundant_updates_trigger()`,
    'row-trigger: bad.thing each_row',
  ],
  [
    'a view that reads as its owner',
    `${GOOD} create view bad.seen as select * from bad.thing`,
    'view: bad.seen',
  ],
  [
    'a materialised view',
    `${GOOD} create materialized view bad.kept as select * from bad.thing`,
    'materialised-view: bad.kept',
  ],
  [
    'a function that acts as its owner',
    `create function bad.peep() returns int language sql security definer as 'select 1'`,
    'definer: bad.peep()',
  ],
  [
    'a table that nobody has a policy for',
    'create table bad.bare (area_id uuid not null, id uuid, primary key (area_id, id)); alter table bad.bare enable row level security',
    'no-policy: bad.bare',
  ],
  [
    'a policy of one’s own making',
    `${GOOD} create policy mine on bad.thing for select to waymark_app using (kind = 'a')`,
    'policy: bad.thing mine',
  ],
  [
    'a standard policy that was widened',
    `${GOOD} alter policy held_by_my_teams on bad.thing using (true)`,
    'policy: bad.thing held_by_my_teams',
  ],
  [
    'a policy for everybody',
    `${GOOD} create policy mine on bad.thing for select using (area_id = access.area_id())`,
    'policy-roles: bad.thing mine',
  ],
  [
    'a policy with a sub-select',
    `${GOOD} create policy mine on bad.thing for select to waymark_app using (held_by in (select team_id from access.team))`,
    'policy-sub-select: bad.thing mine',
  ],
  ['TRUNCATE for the pages', `${GOOD} grant truncate on bad.thing to waymark_app`, 'privilege: bad.thing'],
  ['a grant to everybody', `${GOOD} grant select on bad.thing to public`, 'privilege: bad.thing'],
  [
    'a table that figures may write',
    `${GOOD} grant update on bad.thing to waymark_figures`,
    'privilege: bad.thing',
  ],
  ['a schema in which the pages may make things', 'grant create on schema bad to waymark_app', 'create: bad'],
  [
    'words for the role of figures',
    `${GOOD} grant select (words) on bad.thing to waymark_figures`,
    'figures: bad.thing.words',
  ],
  [
    'a new text for the role of figures',
    `${GOOD} alter table bad.thing add colour text; grant select (colour) on bad.thing to waymark_figures`,
    'figures: bad.thing.colour',
  ],
  [
    'a date of birth for the role of figures',
    `${GOOD} alter table bad.thing add date_of_birth date; grant select (date_of_birth) on bad.thing to waymark_figures`,
    'figures: bad.thing.date_of_birth',
  ],
  [
    'a whole table for the role of figures',
    `${GOOD} grant select on bad.thing to waymark_figures`,
    'figures: bad.thing.words',
  ],
  [
    'jsonb for the role of figures',
    `${GOOD} alter table bad.thing add more jsonb; grant select (more) on bad.thing to waymark_figures`,
    'figures: bad.thing.more',
  ],
]
for (const [what, sql, refused] of BAD)
  test(`${what} is refused`, async () => {
    const found = await refusedOf(sql)
    assert.ok(found.includes(refused), `${refused} is not among ${found.join('; ')}`)
  })

for (const [what, sql, refused] of [
  ['a running role that may pass row security', 'alter role waymark_app bypassrls', 'role: waymark_app'],
  [
    'a running role that can act as the owner',
    'grant waymark_owner to waymark_figures',
    'role-member: waymark_figures',
  ],
  ['a table that a running role owns', 'alter table bad.thing owner to waymark_app', 'owner: bad.thing'],
] as const)
  test(`${what} is refused`, async () => {
    const found = await refusedOf(
      `${GOOD} set local role none; grant create on schema bad to waymark_app; ${sql}`,
    )
    assert.ok(found.includes(refused), `${refused} is not among ${found.join('; ')}`)
  })
