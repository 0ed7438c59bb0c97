-- Decision 1 and 6: a row is held by one team; who looked is recorded before anything is read; what changed is kept by the database.
-- Made by the migrator before this runs: waymark_owner (owns everything, cannot sign in), waymark_app, waymark_figures, waymark_auditor.

create schema access;
grant usage on schema access to waymark_app, waymark_figures, waymark_auditor;

-- The four settings are set for one transaction by platform/act.ts, as checked uuids.
create function access.area_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('waymark.area_id', true), '')::uuid $$;
create function access.actor_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('waymark.actor_id', true), '')::uuid $$;
create function access.visit_id() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('waymark.visit_id', true), '')::uuid $$;
create function access.my_teams() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('waymark.team_ids', true), ''), '{}')::uuid[] $$;

-- Ids carry their time (uuid version 7), so that new rows lie together in every index. PostgreSQL 18 has it built in.
do $$ begin
  if current_setting('server_version_num')::int >= 180000 then
    create function access.new_id() returns uuid language sql volatile parallel safe as 'select uuidv7()';
  else
    create function access.new_id() returns uuid language sql volatile parallel safe as $f$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $f$;
  end if;
end $$;

create table access.change (
  area_id     uuid not null default access.area_id(),
  change_id   uuid not null default access.new_id(),
  visit_id    uuid default access.visit_id(),
  actor_id    uuid default access.actor_id(),
  changed_at  timestamptz not null default now(),
  table_name  text not null,
  operation   text not null check (operation in ('insert', 'update', 'delete')),
  record_id   uuid,              -- when the statement changed one row
  record_ids  uuid[],            -- when it changed several
  before      jsonb,             -- the rows as they were before an update or a delete
  primary key (area_id, change_id));
create index on access.change (area_id, record_id) where record_id is not null;
alter table access.change enable row level security;
alter table access.change force row level security;
-- The owner is named because a row that follows its case to another team (on update cascade) is changed in the owner's name.
create policy kept on access.change for insert to waymark_app, waymark_owner with check (area_id = access.area_id());
create policy read_by_auditor on access.change for select to waymark_auditor using (area_id = access.area_id());
grant insert on access.change to waymark_app;
grant select on access.change to waymark_auditor;

-- Once a statement, not once a row: bulk loads stay within reach of COPY. Argument: the name of the record's id column.
create function access.keep_insert() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute format('select array_agg(%I) from after_rows', tg_argv[0]) into ids;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids)
    values (tg_table_schema || '.' || tg_table_name, 'insert',
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end);
  end if;
  return null;
end $$;
create function access.keep_update() returns trigger language plpgsql as $$
declare ids uuid[]; was jsonb;
begin
  execute format('select array_agg(%I), jsonb_agg(to_jsonb(r)) from before_rows r', tg_argv[0]) into ids, was;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids, before)
    values (tg_table_schema || '.' || tg_table_name, lower(tg_op),
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end, was);
  end if;
  return null;
end $$;

create function access.keep_changes(kept regclass) returns void language plpgsql as $$
declare id_column text;
begin
  select a.attname into strict id_column
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[i.indnkeyatts - 1]
  where i.indrelid = kept and i.indisprimary;
  execute format('create trigger keep_insert after insert on %s referencing new table as after_rows
    for each statement execute function access.keep_insert(%L)', kept, id_column);
  execute format('create trigger keep_update after update on %s referencing old table as before_rows
    for each statement execute function access.keep_update(%L)', kept, id_column);
  execute format('create trigger keep_delete after delete on %s referencing old table as before_rows
    for each statement execute function access.keep_update(%L)', kept, id_column);
end $$;

-- The one policy: you see, add and change what your teams hold in your area.
create function access.protect(protected regclass, rights text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy held_by_my_teams on %s to waymark_app
    using (area_id = access.area_id() and held_by = any (access.my_teams()))
    with check (area_id = access.area_id() and held_by = any (access.my_teams()))', protected);
  execute format('grant %s on %s to waymark_app', rights, protected);
  perform access.keep_changes(protected);
end $$;

-- For what everybody who works in the area may see, and that is about no person helped: teams, settings, profiles.
create function access.protect_within_area(protected regclass, rights text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy within_my_area on %s to waymark_app
    using (area_id = access.area_id()) with check (area_id = access.area_id())', protected);
  execute format('grant %s on %s to waymark_app', rights, protected);
  perform access.keep_changes(protected);
end $$;

-- Decision 4: figures read across teams of one area, and only the columns named here. database.test.ts refuses identifying ones.
create function access.figures_may_read(counted regclass, columns text) returns void language plpgsql as $$
begin
  execute format('grant usage on schema %I to waymark_figures', (select relnamespace::regnamespace::text from pg_class where oid = counted));
  execute format('create policy counted_within_area on %s for select to waymark_figures using (area_id = access.area_id())', counted);
  execute format('grant select (%s) on %s to waymark_figures', columns, counted);
end $$;

create table access.area (
  area_id     uuid not null primary key,
  code        text not null unique check (code ~ '^[a-z][a-z0-9-]*$'),
  name        text not null,
  force_code  text not null,      -- the police force area: reference.police_force_area, for example E23000019
  settings    jsonb not null default '{}',
  demonstration boolean not null default false);
alter table access.area enable row level security;
alter table access.area force row level security;
-- Which areas there are is public; only an act within an area changes it.
create policy areas_are_public on access.area for select to waymark_app, waymark_figures, waymark_auditor using (true);
create policy added_as_itself on access.area for insert to waymark_app with check (area_id = access.area_id());
create policy changed_within on access.area for update to waymark_app using (area_id = access.area_id()) with check (area_id = access.area_id());
grant select, insert, update on access.area to waymark_app;
grant select on access.area to waymark_figures, waymark_auditor;
select access.keep_changes('access.area');

create table access.organisation (
  area_id         uuid not null default access.area_id() references access.area,
  organisation_id uuid not null default access.new_id(),
  code            text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  name            text not null,
  kind            text not null check (kind in ('provider', 'force', 'commissioner', 'partner', 'platform')),
  primary key (area_id, organisation_id),
  unique (area_id, code));
select access.protect_within_area('access.organisation', 'select, insert, update');
grant select on access.organisation to waymark_auditor;
create policy read_by_auditor on access.organisation for select to waymark_auditor using (area_id = access.area_id());

create table access.team (
  area_id         uuid not null default access.area_id(),
  team_id         uuid not null default access.new_id(),
  organisation_id uuid not null,
  code            text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  name            text not null,
  kind            text not null check (kind in ('all_staff', 'casework', 'restricted', 'office')),
  primary key (area_id, team_id),
  unique (area_id, organisation_id, code),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id));
select access.protect_within_area('access.team', 'select, insert, update');

create table access.member (
  area_id         uuid not null default access.area_id(),
  member_id       uuid not null default access.new_id(),
  organisation_id uuid not null,
  name            text not null,
  job_title       text not null default '',
  roles           text[] not null default '{}',
  introduction    text,                      -- one line for the demonstration's sign-in page
  left_at         timestamptz,
  primary key (area_id, member_id),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id));
select access.protect_within_area('access.member', 'select, insert, update');
grant select on access.member to waymark_auditor;
create policy read_by_auditor on access.member for select to waymark_auditor using (area_id = access.area_id());

create table access.membership (
  area_id       uuid not null default access.area_id(),
  membership_id uuid not null default access.new_id(),
  team_id       uuid not null,
  member_id     uuid not null,
  joined_at     timestamptz not null default now(),
  ends_at       timestamptz,                 -- break-glass ends by itself
  break_glass_reason text,                   -- why someone made themself a member for a limited time
  primary key (area_id, membership_id),
  foreign key (area_id, team_id) references access.team (area_id, team_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id),
  check (break_glass_reason is null or ends_at is not null));
create index on access.membership (area_id, member_id);
select access.protect_within_area('access.membership', 'select, insert, update');

-- A session is seen only by whoever holds its token: the policy compares with the hashes of the tokens shown.
create table access.session (
  area_id        uuid not null,
  session_id     uuid not null default access.new_id(),
  token_hash     bytea not null unique,      -- SHA-256 of a 256-bit token; the token itself is only in the cookie
  member_id      uuid not null,
  signed_in_by   text not null check (signed_in_by in ('password', 'passkey', 'organisation', 'demonstration')),
  opened_at      timestamptz not null default now(),
  last_seen_at   timestamptz not null default now(),
  ends_at        timestamptz not null,
  revoked_at     timestamptz,
  primary key (area_id, session_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
create index on access.session (area_id, member_id);
create function access.session_keys() returns bytea[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('waymark.session_keys', true), ''), '{}')::bytea[] $$;
alter table access.session enable row level security;
alter table access.session force row level security;
create policy known_by_its_token on access.session to waymark_app
  using (token_hash = any (access.session_keys()) or (area_id = access.area_id() and member_id = access.actor_id()))
  with check (token_hash = any (access.session_keys()) or (area_id = access.area_id() and member_id = access.actor_id()));
grant select, insert, update on access.session to waymark_app;

-- Who looked, written and committed before anything is read. Added by all, changed by nobody, read through access only.
create table access.visit (
  area_id    uuid not null,
  visit_id   uuid not null,
  actor_id   uuid not null,
  visited_at timestamptz not null default now(),
  action     text not null,
  method     text not null,
  path       text not null,                  -- ids only: no screen has personal data in its address
  record_id  uuid,                           -- the record in the address, if there is one
  primary key (area_id, visit_id));
create index on access.visit (area_id, record_id, visited_at) where record_id is not null;
alter table access.visit enable row level security;
alter table access.visit force row level security;
create policy opened_by_anyone on access.visit for insert to waymark_app with check (area_id = access.area_id());
create policy read_by_auditor on access.visit for select to waymark_auditor using (area_id = access.area_id());
grant insert on access.visit to waymark_app;
grant select on access.visit to waymark_auditor;
