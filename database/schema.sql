-- Generated from the migrations by: npm run --silent waymark -- schema write
-- For reading: the whole database as it stands after the last migration, a schema for each module. What runs is database/migrations.

-- access

create schema access;
grant usage on schema access to waymark_app;
grant usage on schema access to waymark_auditor;
grant usage on schema access to waymark_figures;

CREATE OR REPLACE FUNCTION access.actor_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('waymark.actor_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION access.area_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('waymark.area_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION access.count_standing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into access.standing (area_id, changes) select distinct c.area_id, 1 from changed c
    on conflict (area_id) do update set changes = standing.changes + 1;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.figures_may_read(counted regclass, columns text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('grant usage on schema %I to waymark_figures', (select relnamespace::regnamespace::text from pg_class where oid = counted));
  execute format('create policy counted_within_area on %s for select to waymark_figures using (area_id = access.area_id())', counted);
  execute format('grant select (%s) on %s to waymark_figures', columns, counted);
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_changes(kept regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare id_column text; place text;
begin
  select a.attname into strict id_column
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[i.indnkeyatts - 1]
  where i.indrelid = kept and i.indisprimary;
  select 'second' into place from pg_attribute a where a.attrelid = kept and a.attname = id_column
    and (select count(*) from pg_attribute b where b.attrelid = kept and b.attnum between 1 and a.attnum and not b.attisdropped) = 2;
  execute format('create or replace trigger keep_insert after insert on %s referencing new table as after_rows
    for each statement execute function access.keep_insert(%L, %L)', kept, id_column, coalesce(place, 'named'));
  execute format('create or replace trigger keep_update after update on %s referencing old table as before_rows
    for each statement execute function access.keep_update(%L, %L)', kept, id_column, coalesce(place, 'named'));
  execute format('create or replace trigger keep_delete after delete on %s referencing old table as before_rows
    for each statement execute function access.keep_update(%L, %L)', kept, id_column, coalesce(place, 'named'));
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids uuid[];
begin
  if tg_argv[1] = 'second' then
    select array_agg(r.id) into ids from after_rows r (area, id);
  else
    execute format('select array_agg(%I) from after_rows', tg_argv[0]) into ids;
  end if;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids)
    values (tg_table_schema || '.' || tg_table_name, 'insert',
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_unread()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids uuid[];
begin
  execute format('select array_agg(%I) from before_rows', tg_argv[0]) into ids;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids)
    values (tg_table_schema || '.' || tg_table_name, lower(tg_op),
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.keep_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare ids uuid[]; was jsonb;
begin
  if tg_argv[1] = 'second' then
    select array_agg(r.id) into ids from before_rows r (area, id);
    if ids is not null then
      select jsonb_agg(to_jsonb(r)) into was from before_rows r;
    end if;
  else
    execute format('select array_agg(%I), jsonb_agg(to_jsonb(r)) from before_rows r', tg_argv[0]) into ids, was;
  end if;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids, before)
    values (tg_table_schema || '.' || tg_table_name, lower(tg_op),
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end, was);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION access.my_teams()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('waymark.team_ids', true), ''), '{}')::uuid[] $function$
;

CREATE OR REPLACE FUNCTION access.new_id()
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE
AS $function$select uuidv7()$function$
;

CREATE OR REPLACE FUNCTION access.open_visits(asked_area uuid, visit_ids uuid[], token_hashes bytea[], actions text[], methods text[], paths text[], record_ids uuid[], idle interval)
 RETURNS TABLE(visit_id uuid, standing bigint)
 LANGUAGE plpgsql
AS $function$
declare unseen boolean := false; one_unseen boolean;
begin
  perform set_config('waymark.area_id', asked_area::text, true), set_config('waymark.session_keys', token_hashes::text, true);
  for visit_id, standing, one_unseen in
    with came as materialized (
      select v.*, s.member_id, s.last_seen_at < now() - interval '1 minute' as unseen
      from unnest(visit_ids, token_hashes, actions, methods, paths, record_ids) as v (id, token_hash, action, method, path, record_id)
      join access.session s on s.token_hash = v.token_hash and s.area_id = asked_area
      join access.member m on m.area_id = s.area_id and m.member_id = s.member_id and m.left_at is null
      where s.revoked_at is null and s.ends_at > now() and s.last_seen_at > now() - idle
    ), kept as (
      insert into access.visit (area_id, visit_id, actor_id, action, method, path, record_id)
      select asked_area, c.id, c.member_id, c.action, c.method, c.path, c.record_id from came c
    )
    select c.id, coalesce((select t.changes from access.standing t where t.area_id = asked_area), 0), c.unseen from came c
  loop
    unseen := unseen or one_unseen;
    return next;
  end loop;
  if unseen then
    -- Those that are over are among the hashes too, and stay over.
    update access.session s set last_seen_at = now()
    where s.area_id = asked_area and s.token_hash = any (token_hashes) and s.last_seen_at < now() - interval '1 minute'
      and s.last_seen_at > now() - idle;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION access.organisation_shown()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('waymark.organisation_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION access.protect_own(protected regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare id_column text;
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy reached_by_its_member on %s to waymark_app
    using (area_id = access.area_id() and member_id = access.actor_id())
    with check (area_id = access.area_id() and member_id = access.actor_id())', protected);
  execute format('grant %s on %s to waymark_app', rights, protected);
  select a.attname into strict id_column
  from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[i.indnkeyatts - 1]
  where i.indrelid = protected and i.indisprimary;
  execute format('create trigger keep_insert after insert on %s referencing new table as after_rows
    for each statement execute function access.keep_insert(%L)', protected, id_column);
  execute format('create trigger keep_update after update on %s referencing old table as before_rows
    for each statement execute function access.keep_unread(%L)', protected, id_column);
  execute format('create trigger keep_delete after delete on %s referencing old table as before_rows
    for each statement execute function access.keep_unread(%L)', protected, id_column);
end $function$
;

CREATE OR REPLACE FUNCTION access.protect_within_area(protected regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy within_my_area on %s to waymark_app
    using (area_id = access.area_id()) with check (area_id = access.area_id())', protected);
  execute format('grant %s on %s to waymark_app', rights, protected);
  perform access.keep_changes(protected);
end $function$
;

CREATE OR REPLACE FUNCTION access.protect(protected regclass, rights text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy held_by_my_teams on %s to waymark_app
    using (area_id = access.area_id() and held_by = any (access.my_teams()))
    with check (area_id = access.area_id() and held_by = any (access.my_teams()))', protected);
  execute format('grant %s on %s to waymark_app', rights, protected);
  perform access.keep_changes(protected);
end $function$
;

CREATE OR REPLACE FUNCTION access.session_keys()
 RETURNS bytea[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('waymark.session_keys', true), ''), '{}')::bytea[] $function$
;

CREATE OR REPLACE FUNCTION access.visit_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('waymark.visit_id', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION access.who_came(asked_area uuid, token_hashes bytea[])
 RETURNS TABLE(token_hash text, standing bigint, holds_until timestamp with time zone, session_id uuid, member_id uuid, organisation_id uuid, organisation_name text, organisation_kind text, name text, roles text[], team_ids uuid[], signed_in_by text, area_code text, area_name text, demonstration boolean)
 LANGUAGE plpgsql
AS $function$
begin
  perform set_config('waymark.area_id', asked_area::text, true), set_config('waymark.session_keys', token_hashes::text, true);
  return query
  select encode(s.token_hash, 'hex'), coalesce(t.changes, 0), in_teams.holds_until, s.session_id, m.member_id, m.organisation_id, o.name, o.kind, m.name, m.roles,
    in_teams.team_ids, s.signed_in_by, a.code, a.name, a.demonstration
  from access.session s
  join access.member m on m.area_id = s.area_id and m.member_id = s.member_id and m.left_at is null
  join access.organisation o on o.area_id = m.area_id and o.organisation_id = m.organisation_id
  join access.area a on a.area_id = s.area_id
  left join access.standing t on t.area_id = s.area_id
  cross join lateral (
    select coalesce(array_agg(i.team_id), '{}') as team_ids, coalesce(min(i.ends_at), 'infinity') as holds_until
    from access.membership i
    where i.area_id = asked_area and i.member_id = m.member_id and (i.ends_at is null or i.ends_at > now())) in_teams
  where s.area_id = asked_area and s.token_hash = any (token_hashes);
end $function$
;

create table access.account (
  area_id uuid not null default access.area_id(),
  member_id uuid not null,
  organisation_id uuid not null,
  email text not null,
  email_key bytea not null,
  made_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, member_id),
  UNIQUE (area_id, email_key),
  CHECK ((email = lower(email))),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create policy found_by_its_address on access.account for all to waymark_app using (((area_id = access.area_id()) AND ((email_key = ANY (access.session_keys())) OR (member_id = access.actor_id()) OR (organisation_id = access.organisation_shown())))) with check (((area_id = access.area_id()) AND ((member_id = access.actor_id()) OR (organisation_id = access.organisation_shown()))));
CREATE TRIGGER keep_delete AFTER DELETE ON access.account REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('member_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.account REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('member_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.account REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('member_id', 'second');
grant insert, select, update on access.account to waymark_app;

create table access.area (
  area_id uuid not null,
  code text not null,
  name text not null,
  force_code text not null,
  settings jsonb not null default '{}'::jsonb,
  demonstration boolean not null default false,
  PRIMARY KEY (area_id),
  UNIQUE (code),
  CHECK ((code ~ '^[a-z][a-z0-9-]*$'::text)));
create policy added_as_itself on access.area for insert to waymark_app with check ((area_id = access.area_id()));
create policy areas_are_public on access.area for select to waymark_app, waymark_auditor, waymark_figures using (true);
create policy changed_within on access.area for update to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER count_delete AFTER DELETE ON access.area REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_insert AFTER INSERT ON access.area REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_update AFTER UPDATE ON access.area REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER keep_delete AFTER DELETE ON access.area REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('area_id', 'named');
CREATE TRIGGER keep_insert AFTER INSERT ON access.area REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('area_id', 'named');
CREATE TRIGGER keep_update AFTER UPDATE ON access.area REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('area_id', 'named');
grant insert, select, update on access.area to waymark_app;
grant select on access.area to waymark_auditor;
grant select on access.area to waymark_figures;

create table access.authenticator (
  area_id uuid not null default access.area_id(),
  member_id uuid not null default access.actor_id(),
  secret_sealed bytea not null,
  last_counter bigint not null,
  set_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, member_id),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy reached_by_its_member on access.authenticator for all to waymark_app using (((area_id = access.area_id()) AND (member_id = access.actor_id()))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
CREATE TRIGGER keep_delete AFTER DELETE ON access.authenticator REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('member_id');
CREATE TRIGGER keep_insert AFTER INSERT ON access.authenticator REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('member_id');
CREATE TRIGGER keep_update AFTER UPDATE ON access.authenticator REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('member_id');
grant delete, insert, select, update on access.authenticator to waymark_app;

create table access.break_glass (
  area_id uuid not null default access.area_id(),
  break_glass_id uuid not null default access.new_id(),
  organisation_id uuid not null,
  team_id uuid not null,
  member_id uuid not null default access.actor_id(),
  membership_id uuid not null,
  reason text not null,
  begun_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  reviewed_by uuid,
  reviewed_at timestamp with time zone,
  finding text,
  review text,
  PRIMARY KEY (area_id, break_glass_id),
  CHECK ((((reviewed_at IS NULL) = (reviewed_by IS NULL)) AND ((reviewed_at IS NULL) = (finding IS NULL)))),
  CHECK ((finding = ANY (ARRAY['right'::text, 'not-right'::text]))),
  CHECK ((reviewed_by <> member_id)),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, membership_id) REFERENCES access.membership(area_id, membership_id),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id),
  FOREIGN KEY (area_id, reviewed_by) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, team_id) REFERENCES access.team(area_id, team_id));
create index ON access.break_glass USING btree (area_id, organisation_id, begun_at);
create policy seen_by_its_organisation on access.break_glass for all to waymark_app using (((area_id = access.area_id()) AND ((member_id = access.actor_id()) OR (organisation_id = access.organisation_shown())))) with check (((area_id = access.area_id()) AND ((member_id = access.actor_id()) OR (organisation_id = access.organisation_shown()))));
CREATE TRIGGER keep_delete AFTER DELETE ON access.break_glass REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('break_glass_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.break_glass REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('break_glass_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.break_glass REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('break_glass_id', 'second');
grant insert, select, update (finding, review, reviewed_at, reviewed_by) on access.break_glass to waymark_app;

create table access.change (
  area_id uuid not null default access.area_id(),
  change_id uuid not null default access.new_id(),
  visit_id uuid default access.visit_id(),
  actor_id uuid default access.actor_id(),
  changed_at timestamp with time zone not null default now(),
  table_name text not null,
  operation text not null,
  record_id uuid,
  record_ids uuid[],
  before jsonb,
  PRIMARY KEY (area_id, change_id),
  CHECK ((operation = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text]))));
create index ON access.change USING btree (area_id, changed_at) WHERE (record_ids IS NOT NULL);
create index ON access.change USING btree (area_id, record_id) WHERE (record_id IS NOT NULL);
create policy kept on access.change for insert to waymark_app, waymark_owner with check ((area_id = access.area_id()));
create policy read_by_auditor on access.change for select to waymark_auditor using ((area_id = access.area_id()));
grant insert on access.change to waymark_app;
grant select on access.change to waymark_auditor;

create table access.draft (
  area_id uuid not null default access.area_id(),
  draft_id uuid not null default access.new_id(),
  member_id uuid not null default access.actor_id(),
  url text not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, draft_id),
  UNIQUE (area_id, member_id, url),
  CHECK ((length(url) <= 300)),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy typed_by_me on access.draft for all to waymark_app using (((area_id = access.area_id()) AND (member_id = access.actor_id()))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
grant delete, insert, select, update on access.draft to waymark_app;

create table access.identity_link (
  area_id uuid not null default access.area_id(),
  identity_link_id uuid not null default access.new_id(),
  identity_provider_id uuid not null,
  subject_key bytea not null,
  member_id uuid not null default access.actor_id(),
  linked_at timestamp with time zone not null default now(),
  issuer text not null,
  PRIMARY KEY (area_id, identity_link_id),
  UNIQUE (area_id, identity_provider_id, subject_key),
  FOREIGN KEY (area_id, identity_provider_id) REFERENCES access.identity_provider(area_id, identity_provider_id),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy known_by_its_subject on access.identity_link for all to waymark_app using (((area_id = access.area_id()) AND ((subject_key = ANY (access.session_keys())) OR (member_id = access.actor_id())))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
CREATE TRIGGER keep_delete AFTER DELETE ON access.identity_link REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('identity_link_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.identity_link REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('identity_link_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.identity_link REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('identity_link_id', 'second');
grant delete, insert, select on access.identity_link to waymark_app;

create table access.identity_provider (
  area_id uuid not null default access.area_id(),
  identity_provider_id uuid not null default access.new_id(),
  organisation_id uuid not null,
  issuer text not null,
  client_id text not null,
  client_secret_sealed bytea not null,
  stopped_at timestamp with time zone,
  PRIMARY KEY (area_id, identity_provider_id),
  UNIQUE (area_id, organisation_id),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create policy within_my_area on access.identity_provider for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON access.identity_provider REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('identity_provider_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.identity_provider REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('identity_provider_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.identity_provider REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('identity_provider_id', 'second');
grant insert, select, update on access.identity_provider to waymark_app;

create table access.invitation (
  area_id uuid not null default access.area_id(),
  invitation_id uuid not null default access.new_id(),
  organisation_id uuid not null,
  member_id uuid not null,
  code_hash bytea not null,
  invited_by uuid not null default access.actor_id(),
  invited_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  PRIMARY KEY (area_id, invitation_id),
  UNIQUE (area_id, code_hash),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create index ON access.invitation USING btree (area_id, member_id);
create policy known_by_its_code on access.invitation for all to waymark_app using (((area_id = access.area_id()) AND ((code_hash = ANY (access.session_keys())) OR (organisation_id = access.organisation_shown())))) with check (((area_id = access.area_id()) AND ((code_hash = ANY (access.session_keys())) OR (organisation_id = access.organisation_shown()))));
CREATE TRIGGER keep_delete AFTER DELETE ON access.invitation REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('invitation_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.invitation REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('invitation_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.invitation REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('invitation_id', 'second');
grant insert, select, update on access.invitation to waymark_app;

create table access.member (
  area_id uuid not null default access.area_id(),
  member_id uuid not null default access.new_id(),
  organisation_id uuid not null,
  name text not null,
  job_title text not null default ''::text,
  roles text[] not null default '{}'::text[],
  introduction text,
  left_at timestamp with time zone,
  PRIMARY KEY (area_id, member_id),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create policy read_by_auditor on access.member for select to waymark_auditor using ((area_id = access.area_id()));
create policy within_my_area on access.member for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER count_delete AFTER DELETE ON access.member REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_insert AFTER INSERT ON access.member REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_update AFTER UPDATE ON access.member REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER keep_delete AFTER DELETE ON access.member REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('member_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.member REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('member_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.member REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('member_id', 'second');
grant insert, select, update on access.member to waymark_app;
grant select on access.member to waymark_auditor;

create table access.membership (
  area_id uuid not null default access.area_id(),
  membership_id uuid not null default access.new_id(),
  team_id uuid not null,
  member_id uuid not null,
  joined_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone,
  break_glass boolean not null default false,
  PRIMARY KEY (area_id, membership_id),
  CHECK (((NOT break_glass) OR ((ends_at IS NOT NULL) AND (ends_at <= (joined_at + '12:00:00'::interval))))),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, team_id) REFERENCES access.team(area_id, team_id));
create index ON access.membership USING btree (area_id, member_id);
create policy within_my_area on access.membership for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER count_delete AFTER DELETE ON access.membership REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_insert AFTER INSERT ON access.membership REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_update AFTER UPDATE ON access.membership REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER keep_delete AFTER DELETE ON access.membership REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('membership_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.membership REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('membership_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.membership REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('membership_id', 'second');
grant insert, select, update on access.membership to waymark_app;

create table access.organisation (
  area_id uuid not null default access.area_id(),
  organisation_id uuid not null default access.new_id(),
  code text not null,
  name text not null,
  kind text not null,
  PRIMARY KEY (area_id, organisation_id),
  UNIQUE (area_id, code),
  CHECK ((code ~ '^[a-z][a-z0-9-]*$'::text)),
  CHECK ((kind = ANY (ARRAY['provider'::text, 'force'::text, 'commissioner'::text, 'partner'::text, 'platform'::text]))),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id));
create policy read_by_auditor on access.organisation for select to waymark_auditor using ((area_id = access.area_id()));
create policy within_my_area on access.organisation for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER count_delete AFTER DELETE ON access.organisation REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_insert AFTER INSERT ON access.organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER count_update AFTER UPDATE ON access.organisation REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION access.count_standing();
CREATE TRIGGER keep_delete AFTER DELETE ON access.organisation REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('organisation_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.organisation REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('organisation_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.organisation REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('organisation_id', 'second');
grant insert, select, update on access.organisation to waymark_app;
grant select on access.organisation to waymark_auditor;

create table access.passkey (
  area_id uuid not null default access.area_id(),
  passkey_id uuid not null default access.new_id(),
  member_id uuid not null default access.actor_id(),
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  name text not null,
  added_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  PRIMARY KEY (area_id, passkey_id),
  UNIQUE (area_id, credential_id),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create index ON access.passkey USING btree (area_id, member_id);
create policy reached_by_its_member on access.passkey for all to waymark_app using (((area_id = access.area_id()) AND (member_id = access.actor_id()))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
CREATE TRIGGER keep_delete AFTER DELETE ON access.passkey REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('passkey_id');
CREATE TRIGGER keep_insert AFTER INSERT ON access.passkey REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('passkey_id');
CREATE TRIGGER keep_update AFTER UPDATE ON access.passkey REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('passkey_id');
grant delete, insert, select, update on access.passkey to waymark_app;

create table access.password (
  area_id uuid not null default access.area_id(),
  member_id uuid not null default access.actor_id(),
  hash text not null,
  set_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, member_id),
  CHECK ((hash ~~ '$argon2id$%'::text)),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy reached_by_its_member on access.password for all to waymark_app using (((area_id = access.area_id()) AND (member_id = access.actor_id()))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
CREATE TRIGGER keep_delete AFTER DELETE ON access.password REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('member_id');
CREATE TRIGGER keep_insert AFTER INSERT ON access.password REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('member_id');
CREATE TRIGGER keep_update AFTER UPDATE ON access.password REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('member_id');
grant delete, insert, select, update on access.password to waymark_app;

create table access.recovery_code (
  area_id uuid not null default access.area_id(),
  recovery_code_id uuid not null default access.new_id(),
  member_id uuid not null default access.actor_id(),
  code_hash bytea not null,
  used_at timestamp with time zone,
  PRIMARY KEY (area_id, recovery_code_id),
  UNIQUE (area_id, member_id, code_hash),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy reached_by_its_member on access.recovery_code for all to waymark_app using (((area_id = access.area_id()) AND (member_id = access.actor_id()))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
CREATE TRIGGER keep_delete AFTER DELETE ON access.recovery_code REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('recovery_code_id');
CREATE TRIGGER keep_insert AFTER INSERT ON access.recovery_code REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('recovery_code_id');
CREATE TRIGGER keep_update AFTER UPDATE ON access.recovery_code REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('recovery_code_id');
grant delete, insert, select, update on access.recovery_code to waymark_app;

create table access.sent_form (
  area_id uuid not null default access.area_id(),
  member_id uuid not null default access.actor_id(),
  key bytea not null,
  url text not null,
  said text,
  sent_at timestamp with time zone not null,
  PRIMARY KEY (area_id, member_id, key),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy sent_by_me on access.sent_form for all to waymark_app using (((area_id = access.area_id()) AND (member_id = access.actor_id()))) with check (((area_id = access.area_id()) AND (member_id = access.actor_id())));
grant delete, insert, select on access.sent_form to waymark_app;

create table access.session (
  area_id uuid not null,
  session_id uuid not null default access.new_id(),
  token_hash bytea not null,
  member_id uuid not null,
  signed_in_by text not null,
  opened_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  ends_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  PRIMARY KEY (area_id, session_id),
  UNIQUE (token_hash),
  CHECK ((signed_in_by = ANY (ARRAY['password'::text, 'passkey'::text, 'organisation'::text, 'demonstration'::text]))),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create index ON access.session USING btree (area_id, member_id);
create policy known_by_its_token on access.session for all to waymark_app using (((token_hash = ANY (access.session_keys())) OR ((area_id = access.area_id()) AND (member_id = access.actor_id())))) with check (((token_hash = ANY (access.session_keys())) OR ((area_id = access.area_id()) AND (member_id = access.actor_id()))));
grant insert, select, update on access.session to waymark_app;

create table access.sign_in_attempt (
  area_id uuid not null default access.area_id(),
  attempt_id uuid not null default access.new_id(),
  attempted_at timestamp with time zone not null default now(),
  method text not null,
  outcome text not null,
  account_key bytea,
  address_key bytea,
  browser_key bytea,
  member_id uuid,
  PRIMARY KEY (area_id, attempt_id),
  CHECK ((method = ANY (ARRAY['password'::text, 'code'::text, 'recovery-code'::text, 'passkey'::text, 'organisation'::text, 'invitation'::text, 'demonstration'::text]))),
  CHECK ((outcome = ANY (ARRAY['begun'::text, 'first-step'::text, 'succeeded'::text, 'wrong'::text, 'refused'::text]))));
create index ON access.sign_in_attempt USING btree (area_id, account_key, attempted_at);
create index ON access.sign_in_attempt USING btree (area_id, address_key, attempted_at);
create policy read_by_auditor on access.sign_in_attempt for select to waymark_auditor using ((area_id = access.area_id()));
create policy within_my_area on access.sign_in_attempt for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
grant delete, insert, select, update (member_id, outcome) on access.sign_in_attempt to waymark_app;
grant select on access.sign_in_attempt to waymark_auditor;

create table access.sign_in_step (
  area_id uuid not null default access.area_id(),
  step_id uuid not null default access.new_id(),
  token_hash bytea not null,
  kind text not null,
  member_id uuid,
  content jsonb not null default '{}'::jsonb,
  wrong_codes integer not null default 0,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (area_id, step_id),
  UNIQUE (area_id, token_hash),
  CHECK ((kind = ANY (ARRAY['second-step'::text, 'first-sign-in'::text, 'passkey'::text, 'new-passkey'::text, 'organisation'::text]))),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id));
create policy known_by_its_token on access.sign_in_step for all to waymark_app using (((area_id = access.area_id()) AND ((token_hash = ANY (access.session_keys())) OR (expires_at < now())))) with check (((area_id = access.area_id()) AND (token_hash = ANY (access.session_keys()))));
grant delete, insert, select, update on access.sign_in_step to waymark_app;

create table access.standing (
  area_id uuid not null default access.area_id(),
  changes bigint not null,
  PRIMARY KEY (area_id),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id));
create policy within_my_area on access.standing for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
grant insert, select, update on access.standing to waymark_app;

create table access.team (
  area_id uuid not null default access.area_id(),
  team_id uuid not null default access.new_id(),
  organisation_id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  PRIMARY KEY (area_id, team_id),
  UNIQUE (area_id, organisation_id, code),
  CHECK ((code ~ '^[a-z][a-z0-9-]*$'::text)),
  CHECK ((kind = ANY (ARRAY['all_staff'::text, 'casework'::text, 'restricted'::text, 'office'::text]))),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create policy within_my_area on access.team for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON access.team REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('team_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON access.team REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('team_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON access.team REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('team_id', 'second');
grant insert, select, update on access.team to waymark_app;

create table access.visit (
  area_id uuid not null,
  visit_id uuid not null,
  actor_id uuid not null,
  visited_at timestamp with time zone not null default now(),
  action text not null,
  method text not null,
  path text not null,
  record_id uuid,
  PRIMARY KEY (area_id, visit_id));
create index ON access.visit USING btree (area_id, record_id, visited_at) WHERE (record_id IS NOT NULL);
create policy opened_by_anyone on access.visit for insert to waymark_app with check ((area_id = access.area_id()));
create policy read_by_auditor on access.visit for select to waymark_auditor using ((area_id = access.area_id()));
grant insert on access.visit to waymark_app;
grant select on access.visit to waymark_auditor;

-- community_points

create schema community_points;
grant usage on schema community_points to waymark_app;
grant usage on schema community_points to waymark_figures;

create table community_points.community_point (
  area_id uuid not null default access.area_id(),
  community_point_id uuid not null default access.new_id(),
  held_by uuid not null,
  name text not null,
  district text not null,
  sites integer not null default 1,
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, community_point_id),
  UNIQUE (area_id, held_by, name, district),
  CHECK ((sites > 0)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy counted_within_area on community_points.community_point for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on community_points.community_point for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON community_points.community_point REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('community_point_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON community_points.community_point REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('community_point_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON community_points.community_point REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('community_point_id', 'second');
grant insert, select, update on community_points.community_point to waymark_app;
grant select (area_id, community_point_id, district, held_by, name, sites) on community_points.community_point to waymark_figures;

create table community_points.stage (
  area_id uuid not null default access.area_id(),
  stage_id uuid not null default access.new_id(),
  community_point_id uuid not null,
  held_by uuid not null,
  stage text not null,
  reached_on date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, stage_id),
  UNIQUE (area_id, community_point_id, stage, reached_on),
  CHECK ((stage = ANY (ARRAY['engaged'::text, 'applied'::text, 'registered'::text, 'lapsed'::text]))),
  FOREIGN KEY (area_id, community_point_id) REFERENCES community_points.community_point(area_id, community_point_id));
create policy counted_within_area on community_points.stage for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on community_points.stage for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON community_points.stage REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('stage_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON community_points.stage REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('stage_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON community_points.stage REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('stage_id', 'second');
grant insert, select on community_points.stage to waymark_app;
grant select (area_id, community_point_id, held_by, reached_on, recorded_at, stage, stage_id) on community_points.stage to waymark_figures;

-- delivery_plan

create schema delivery_plan;
grant usage on schema delivery_plan to waymark_app;

create table delivery_plan.cycle (
  area_id uuid not null default access.area_id(),
  cycle_id uuid not null default access.new_id(),
  year_id uuid not null,
  held_by uuid not null,
  name text not null,
  period_from date not null,
  period_to date not null,
  due_on date not null,
  opened_at timestamp with time zone not null default now(),
  opened_by uuid not null default access.actor_id(),
  closed_at timestamp with time zone,
  overall text,
  PRIMARY KEY (area_id, cycle_id),
  UNIQUE (area_id, cycle_id, held_by),
  UNIQUE (area_id, year_id, period_to),
  CHECK ((period_to >= period_from)),
  FOREIGN KEY (area_id, year_id, held_by) REFERENCES delivery_plan.year(area_id, year_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on delivery_plan.cycle for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.cycle REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('cycle_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.cycle REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('cycle_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.cycle REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('cycle_id', 'second');
grant insert, select, update on delivery_plan.cycle to waymark_app;

create table delivery_plan.deliverable (
  area_id uuid not null default access.area_id(),
  deliverable_id uuid not null default access.new_id(),
  year_id uuid not null,
  theme_id uuid not null,
  held_by uuid not null,
  number integer not null,
  words text not null,
  organisation text not null,
  success text,
  funding text,
  funding_pounds numeric(12,2),
  starts_on date,
  due_on date,
  rule text not null default 'none'::text,
  measure text,
  measured_over text not null default 'quarter'::text,
  target numeric(12,2),
  amber_to numeric(12,2),
  less_is_better boolean not null default false,
  carried_from uuid,
  read_from text,
  recorded_by uuid not null default access.actor_id(),
  recorded_at timestamp with time zone not null default now(),
  also_measures text[] not null default '{}'::text[],
  done_on date,
  dates_too boolean not null default false,
  PRIMARY KEY (area_id, deliverable_id),
  UNIQUE (area_id, deliverable_id, held_by),
  UNIQUE (area_id, year_id, theme_id, number),
  CHECK (((NOT dates_too) OR ((rule = ANY (ARRAY['percentage'::text, 'bands'::text])) AND (due_on IS NOT NULL)))),
  CHECK (((rule <> 'bands'::text) OR (amber_to IS NOT NULL))),
  CHECK (((rule <> 'date'::text) OR (due_on IS NOT NULL))),
  CHECK (((rule <> ALL (ARRAY['percentage'::text, 'bands'::text])) OR ((measure IS NOT NULL) AND (target IS NOT NULL)))),
  CHECK ((measured_over = ANY (ARRAY['quarter'::text, 'year'::text]))),
  CHECK ((number > 0)),
  CHECK ((rule = ANY (ARRAY['none'::text, 'date'::text, 'percentage'::text, 'bands'::text]))),
  FOREIGN KEY (area_id, carried_from) REFERENCES delivery_plan.deliverable(area_id, deliverable_id),
  FOREIGN KEY (area_id, theme_id) REFERENCES delivery_plan.theme(area_id, theme_id),
  FOREIGN KEY (area_id, year_id, held_by) REFERENCES delivery_plan.year(area_id, year_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on delivery_plan.deliverable for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.deliverable REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('deliverable_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.deliverable REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('deliverable_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.deliverable REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('deliverable_id', 'second');
grant insert, select, update on delivery_plan.deliverable to waymark_app;

create table delivery_plan.deliverable_owner (
  area_id uuid not null default access.area_id(),
  deliverable_owner_id uuid not null default access.new_id(),
  deliverable_id uuid not null,
  owner_id uuid not null,
  held_by uuid not null,
  place integer not null,
  PRIMARY KEY (area_id, deliverable_owner_id),
  UNIQUE (area_id, deliverable_id, owner_id),
  FOREIGN KEY (area_id, deliverable_id, held_by) REFERENCES delivery_plan.deliverable(area_id, deliverable_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, owner_id) REFERENCES delivery_plan.owner(area_id, owner_id));
create policy held_by_my_teams on delivery_plan.deliverable_owner for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.deliverable_owner REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('deliverable_owner_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.deliverable_owner REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('deliverable_owner_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.deliverable_owner REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('deliverable_owner_id', 'second');
grant delete, insert, select on delivery_plan.deliverable_owner to waymark_app;

create table delivery_plan.owner (
  area_id uuid not null default access.area_id(),
  owner_id uuid not null default access.new_id(),
  plan_id uuid not null,
  held_by uuid not null,
  initials text not null,
  member_id uuid,
  team_id uuid,
  PRIMARY KEY (area_id, owner_id),
  UNIQUE (area_id, plan_id, initials),
  FOREIGN KEY (area_id, member_id) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, plan_id, held_by) REFERENCES delivery_plan.plan(area_id, plan_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, team_id) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on delivery_plan.owner for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.owner REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('owner_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.owner REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('owner_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.owner REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('owner_id', 'second');
grant insert, select, update on delivery_plan.owner to waymark_app;

create table delivery_plan.plan (
  area_id uuid not null default access.area_id(),
  plan_id uuid not null default access.new_id(),
  held_by uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  presented_on date,
  theme_word text not null default 'Theme'::text,
  deliverable_word text not null default 'Deliverable'::text,
  green_means text not null,
  amber_means text not null,
  red_means text not null,
  white_means text not null,
  recorded_by uuid not null default access.actor_id(),
  recorded_at timestamp with time zone not null default now(),
  amber_within integer not null default 5,
  at_risk_days integer not null default 28,
  plan_word text not null default 'Plan'::text,
  plan_words text,
  theme_words text,
  year_word text not null default 'Delivery plan'::text,
  year_words text,
  deliverable_words text,
  owner_word text not null default 'Owner'::text,
  owner_words text,
  update_word text not null default 'Update'::text,
  update_words text,
  cycle_word text not null default 'Reporting cycle'::text,
  cycle_words text,
  PRIMARY KEY (area_id, plan_id),
  UNIQUE (area_id, plan_id, held_by),
  CHECK (((amber_within >= 0) AND (amber_within <= 100))),
  CHECK (((at_risk_days >= 0) AND (at_risk_days <= 366))),
  CHECK ((ends_on > starts_on)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on delivery_plan.plan for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.plan REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('plan_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.plan REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('plan_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.plan REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('plan_id', 'second');
grant insert, select, update on delivery_plan.plan to waymark_app;

create table delivery_plan.plan_import (
  area_id uuid not null default access.area_id(),
  plan_import_id uuid not null default access.new_id(),
  held_by uuid not null,
  name text not null,
  source_text text not null,
  kept_at timestamp with time zone,
  cycle_id uuid,
  imported_by uuid not null default access.actor_id(),
  imported_at timestamp with time zone not null default now(),
  about jsonb not null default '{}'::jsonb,
  rows_said jsonb not null default '{}'::jsonb,
  PRIMARY KEY (area_id, plan_import_id),
  FOREIGN KEY (area_id, cycle_id) REFERENCES delivery_plan.cycle(area_id, cycle_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on delivery_plan.plan_import for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.plan_import REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('plan_import_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.plan_import REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('plan_import_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.plan_import REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('plan_import_id', 'second');
grant insert, select, update on delivery_plan.plan_import to waymark_app;

create table delivery_plan.rating (
  area_id uuid not null default access.area_id(),
  rating_id uuid not null default access.new_id(),
  deliverable_id uuid not null,
  cycle_id uuid not null,
  held_by uuid not null,
  status text not null,
  proposed text,
  because text,
  reason text,
  read_from text,
  decided_by uuid not null default access.actor_id(),
  decided_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (area_id, rating_id),
  CHECK (((proposed IS NULL) OR (proposed = status) OR (reason IS NOT NULL))),
  CHECK ((proposed = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'white'::text]))),
  CHECK ((status = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'white'::text]))),
  FOREIGN KEY (area_id, cycle_id, held_by) REFERENCES delivery_plan.cycle(area_id, cycle_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, deliverable_id, held_by) REFERENCES delivery_plan.deliverable(area_id, deliverable_id, held_by) ON UPDATE CASCADE);
create index ON delivery_plan.rating USING btree (area_id, cycle_id, deliverable_id, decided_at);
create policy held_by_my_teams on delivery_plan.rating for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.rating REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('rating_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.rating REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('rating_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.rating REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('rating_id', 'second');
grant insert, select on delivery_plan.rating to waymark_app;

create table delivery_plan.reminder (
  area_id uuid not null default access.area_id(),
  reminder_id uuid not null default access.new_id(),
  update_request_id uuid not null,
  held_by uuid not null,
  given_to uuid not null,
  kind text not null,
  reminded_on date not null,
  PRIMARY KEY (area_id, reminder_id),
  UNIQUE (area_id, update_request_id, kind),
  CHECK ((kind = ANY (ARRAY['due-soon'::text, 'due'::text, 'overdue'::text]))),
  FOREIGN KEY (area_id, update_request_id) REFERENCES delivery_plan.update_request(area_id, update_request_id));
create policy given_to_my_teams on delivery_plan.reminder for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on delivery_plan.reminder for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.reminder REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('reminder_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.reminder REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('reminder_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.reminder REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('reminder_id', 'second');
grant insert, select on delivery_plan.reminder to waymark_app;

create table delivery_plan.sourced_figure (
  area_id uuid not null default access.area_id(),
  sourced_figure_id uuid not null default access.new_id(),
  plan_id uuid not null,
  held_by uuid not null,
  name text not null,
  value text not null,
  n text,
  origin text not null,
  as_at_on date,
  recorded_by uuid not null default access.actor_id(),
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, sourced_figure_id),
  UNIQUE (area_id, plan_id, name),
  FOREIGN KEY (area_id, plan_id, held_by) REFERENCES delivery_plan.plan(area_id, plan_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on delivery_plan.sourced_figure for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.sourced_figure REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sourced_figure_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.sourced_figure REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('sourced_figure_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.sourced_figure REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sourced_figure_id', 'second');
grant insert, select on delivery_plan.sourced_figure to waymark_app;

create table delivery_plan.theme (
  area_id uuid not null default access.area_id(),
  theme_id uuid not null default access.new_id(),
  plan_id uuid not null,
  held_by uuid not null,
  number integer not null,
  title text not null,
  PRIMARY KEY (area_id, theme_id),
  UNIQUE (area_id, plan_id, number),
  CHECK ((number > 0)),
  FOREIGN KEY (area_id, plan_id, held_by) REFERENCES delivery_plan.plan(area_id, plan_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on delivery_plan.theme for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.theme REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('theme_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.theme REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('theme_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.theme REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('theme_id', 'second');
grant insert, select, update on delivery_plan.theme to waymark_app;

create table delivery_plan.update (
  area_id uuid not null default access.area_id(),
  update_id uuid not null default access.new_id(),
  deliverable_id uuid not null,
  held_by uuid not null,
  cycle_id uuid,
  update_request_id uuid,
  given_to uuid,
  dated_on date,
  dated_to text not null default 'day'::text,
  author text not null,
  words text not null,
  figures jsonb not null default '[]'::jsonb,
  suggests text,
  corrects uuid,
  read_from text,
  written_by uuid not null default access.actor_id(),
  written_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, update_id),
  CHECK (((dated_to = 'none'::text) = (dated_on IS NULL))),
  CHECK (((update_request_id IS NULL) = (given_to IS NULL))),
  CHECK (((update_request_id IS NULL) OR (cycle_id IS NOT NULL))),
  CHECK ((dated_to = ANY (ARRAY['day'::text, 'month'::text, 'none'::text]))),
  CHECK ((suggests = ANY (ARRAY['green'::text, 'amber'::text, 'red'::text, 'white'::text]))),
  FOREIGN KEY (area_id, corrects) REFERENCES delivery_plan.update(area_id, update_id),
  FOREIGN KEY (area_id, cycle_id, held_by) REFERENCES delivery_plan.cycle(area_id, cycle_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, deliverable_id, held_by) REFERENCES delivery_plan.deliverable(area_id, deliverable_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, update_request_id, deliverable_id, cycle_id, held_by, given_to) REFERENCES delivery_plan.update_request(area_id, update_request_id, deliverable_id, cycle_id, held_by, given_to) ON UPDATE CASCADE);
create index ON delivery_plan.update USING btree (area_id, corrects) WHERE (corrects IS NOT NULL);
create index ON delivery_plan.update USING btree (area_id, deliverable_id);
create index ON delivery_plan.update USING btree (area_id, update_request_id) WHERE (update_request_id IS NOT NULL);
create policy answered_by_my_teams on delivery_plan.update for insert to waymark_app with check (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy given_to_my_teams on delivery_plan.update for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on delivery_plan.update for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.update REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('update_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.update REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('update_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.update REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('update_id', 'second');
grant insert, select on delivery_plan.update to waymark_app;

create table delivery_plan.update_request (
  area_id uuid not null default access.area_id(),
  update_request_id uuid not null default access.new_id(),
  cycle_id uuid not null,
  deliverable_id uuid not null,
  owner_id uuid not null,
  held_by uuid not null,
  given_to uuid not null,
  for_member uuid,
  heading text not null,
  cycle_name text not null,
  period_from date not null,
  period_to date not null,
  year_from date not null,
  due_on date not null,
  said_before text,
  asked_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  said_before_figures jsonb not null default '[]'::jsonb,
  said_before_by text,
  colours_mean jsonb not null default '{}'::jsonb,
  level_words jsonb not null default '{}'::jsonb,
  PRIMARY KEY (area_id, update_request_id),
  UNIQUE (area_id, cycle_id, deliverable_id, owner_id),
  UNIQUE (area_id, update_request_id, deliverable_id, cycle_id, held_by, given_to),
  FOREIGN KEY (area_id, cycle_id, held_by) REFERENCES delivery_plan.cycle(area_id, cycle_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, deliverable_id, held_by) REFERENCES delivery_plan.deliverable(area_id, deliverable_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, for_member) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, given_to) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, owner_id) REFERENCES delivery_plan.owner(area_id, owner_id));
create index ON delivery_plan.update_request USING btree (area_id, given_to) WHERE (withdrawn_at IS NULL);
create policy given_to_my_teams on delivery_plan.update_request for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on delivery_plan.update_request for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.update_request REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('update_request_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.update_request REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('update_request_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.update_request REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('update_request_id', 'second');
grant insert, select, update on delivery_plan.update_request to waymark_app;

create table delivery_plan.year (
  area_id uuid not null default access.area_id(),
  year_id uuid not null default access.new_id(),
  plan_id uuid not null,
  held_by uuid not null,
  title text not null,
  starts_on date not null,
  ends_on date not null,
  PRIMARY KEY (area_id, year_id),
  UNIQUE (area_id, plan_id, starts_on),
  UNIQUE (area_id, year_id, held_by),
  CHECK ((ends_on > starts_on)),
  FOREIGN KEY (area_id, plan_id, held_by) REFERENCES delivery_plan.plan(area_id, plan_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on delivery_plan.year for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON delivery_plan.year REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('year_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON delivery_plan.year REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('year_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON delivery_plan.year REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('year_id', 'second');
grant insert, select, update on delivery_plan.year to waymark_app;

-- insight

create schema insight;
grant usage on schema insight to waymark_app;
grant usage on schema insight to waymark_figures;

CREATE OR REPLACE FUNCTION insight.quarter_of(day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select extract(year from day - interval '3 months')::int || '-' || right((extract(year from day - interval '3 months')::int + 1)::text, 2)
    || ' Q' || extract(quarter from day - interval '3 months')::int $function$
;

create table insight.asb_incident (
  area_id uuid not null default access.area_id(),
  asb_incident_id uuid not null default access.new_id(),
  held_by uuid not null,
  incident_number text not null,
  occurred_on date not null,
  qualifier text not null,
  at_risk boolean not null default false,
  district text,
  ward text,
  victim_record_id uuid,
  PRIMARY KEY (area_id, asb_incident_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, victim_record_id) REFERENCES insight.victim_record(area_id, victim_record_id));
create index ON insight.asb_incident USING btree (area_id, occurred_on);
create index ON insight.asb_incident USING btree (area_id, victim_record_id);
create UNIQUE index ON insight.asb_incident USING btree (area_id, held_by, incident_number, victim_record_id) NULLS NOT DISTINCT;
create policy counted_within_area on insight.asb_incident for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on insight.asb_incident for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.asb_incident REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('asb_incident_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.asb_incident REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('asb_incident_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.asb_incident REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('asb_incident_id', 'second');
grant insert, select on insight.asb_incident to waymark_app;
grant select (area_id, asb_incident_id, at_risk, district, held_by, incident_number, occurred_on, qualifier, victim_record_id, ward) on insight.asb_incident to waymark_figures;

create table insight."extract" (
  area_id uuid not null default access.area_id(),
  extract_id uuid not null default access.new_id(),
  held_by uuid not null,
  kind text not null,
  file_name text not null,
  profile text not null,
  content_hash text not null,
  rows_read integer not null default 0,
  rows_kept integer not null default 0,
  refused jsonb not null default '[]'::jsonb,
  refused_count integer not null default 0,
  finished_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, extract_id),
  CHECK ((kind = ANY (ARRAY['recorded-crime'::text, 'asb'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy counted_within_area on insight."extract" for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on insight."extract" for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON insight."extract" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('extract_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight."extract" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('extract_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight."extract" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('extract_id', 'second');
grant insert, select, update on insight."extract" to waymark_app;
grant select (area_id, extract_id, finished_at, held_by, kind, refused_count, rows_kept, rows_read) on insight."extract" to waymark_figures;

create table insight.published_tables (
  area_id uuid not null default access.area_id(),
  published_tables_id uuid not null default access.new_id(),
  held_by uuid not null,
  address text not null,
  title text not null,
  period_from date not null,
  period_to date not null,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  PRIMARY KEY (area_id, published_tables_id),
  UNIQUE (area_id, address),
  UNIQUE (area_id, published_tables_id, held_by),
  CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL))),
  CHECK ((address ~ '^[a-z0-9-]+$'::text)),
  CHECK ((period_to >= period_from)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on insight.published_tables for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy published_to_all on insight.published_tables for select to waymark_app using ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.published_tables REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_tables_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.published_tables REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('published_tables_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.published_tables REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_tables_id', 'second');
grant insert, select, update on insight.published_tables to waymark_app;

create table insight.published_tables_figures (
  area_id uuid not null default access.area_id(),
  published_tables_version_id uuid not null,
  held_by uuid not null,
  figures jsonb not null,
  held_against text[] not null default '{}'::text[],
  overlaps_because text,
  PRIMARY KEY (area_id, published_tables_version_id),
  CHECK (((held_against = '{}'::text[]) = (overlaps_because IS NULL))),
  FOREIGN KEY (area_id, published_tables_version_id, held_by) REFERENCES insight.published_tables_version(area_id, published_tables_version_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on insight.published_tables_figures for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.published_tables_figures REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_tables_version_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.published_tables_figures REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('published_tables_version_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.published_tables_figures REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_tables_version_id', 'second');
grant insert, select on insight.published_tables_figures to waymark_app;

create table insight.published_tables_version (
  area_id uuid not null default access.area_id(),
  published_tables_version_id uuid not null default access.new_id(),
  published_tables_id uuid not null,
  held_by uuid not null,
  version integer not null,
  document jsonb not null,
  tables jsonb not null,
  changes jsonb not null default '[]'::jsonb,
  because text,
  published_by uuid not null default access.actor_id(),
  published_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  PRIMARY KEY (area_id, published_tables_version_id),
  UNIQUE (area_id, published_tables_id, version),
  UNIQUE (area_id, published_tables_version_id, held_by),
  CHECK (((version = 1) OR (because IS NOT NULL))),
  CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL))),
  CHECK ((version > 0)),
  FOREIGN KEY (area_id, published_tables_id, held_by) REFERENCES insight.published_tables(area_id, published_tables_id, held_by) ON UPDATE CASCADE);
create index ON insight.published_tables_version USING btree (area_id, published_at);
create policy held_by_my_teams on insight.published_tables_version for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy published_to_all on insight.published_tables_version for select to waymark_app using ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.published_tables_version REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_tables_version_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.published_tables_version REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('published_tables_version_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.published_tables_version REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_tables_version_id', 'second');
grant insert, select, update (withdrawn_at, withdrawn_because) on insight.published_tables_version to waymark_app;

create table insight.recorded_crime (
  area_id uuid not null default access.area_id(),
  recorded_crime_id uuid not null default access.new_id(),
  held_by uuid not null,
  crime_number text not null,
  recorded_on date not null,
  committed_on date,
  class text not null,
  offence text,
  offence_group text not null,
  offence_subgroup text,
  domestic boolean not null default false,
  hate_strands text[] not null default '{}'::text[],
  district text,
  ward text,
  victim_type text not null,
  victim_record_id uuid,
  PRIMARY KEY (area_id, recorded_crime_id),
  CHECK ((victim_type = ANY (ARRAY['person'::text, 'organisation'::text, 'state'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, victim_record_id) REFERENCES insight.victim_record(area_id, victim_record_id));
create index ON insight.recorded_crime USING btree (area_id, recorded_on);
create index ON insight.recorded_crime USING btree (area_id, victim_record_id);
create UNIQUE index ON insight.recorded_crime USING btree (area_id, held_by, crime_number, victim_record_id) NULLS NOT DISTINCT;
create policy counted_within_area on insight.recorded_crime for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on insight.recorded_crime for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.recorded_crime REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('recorded_crime_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.recorded_crime REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('recorded_crime_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.recorded_crime REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('recorded_crime_id', 'second');
grant insert, select on insight.recorded_crime to waymark_app;
grant select (area_id, class, committed_on, crime_number, district, domestic, hate_strands, held_by, offence_group, offence_subgroup, recorded_crime_id, recorded_on, victim_record_id, victim_type, ward) on insight.recorded_crime to waymark_figures;

create table insight.small_number_rule (
  area_id uuid not null default access.area_id(),
  small_number_rule_id uuid not null default access.new_id(),
  held_by uuid not null,
  tables text not null,
  hide_below integer,
  because text not null,
  decided_by uuid not null default access.actor_id(),
  decided_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, small_number_rule_id),
  CHECK (((hide_below >= 0) AND (hide_below <= 100))),
  CHECK ((tables ~ '^[a-z_]+$'::text)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create index ON insight.small_number_rule USING btree (area_id, tables, decided_at);
create policy decided_for_the_area on insight.small_number_rule for select to waymark_app using ((area_id = access.area_id()));
create policy held_by_my_teams on insight.small_number_rule for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.small_number_rule REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('small_number_rule_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.small_number_rule REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('small_number_rule_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.small_number_rule REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('small_number_rule_id', 'second');
grant insert, select on insight.small_number_rule to waymark_app;

create table insight.victim_record (
  area_id uuid not null default access.area_id(),
  victim_record_id uuid not null default access.new_id(),
  held_by uuid not null,
  victim_id uuid,
  nominal text,
  surname text,
  forenames text,
  born_on text,
  sex text,
  postcode text,
  phone text,
  email text,
  PRIMARY KEY (area_id, victim_record_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create index ON insight.victim_record USING btree (area_id, victim_id);
create policy counted_within_area on insight.victim_record for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on insight.victim_record for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON insight.victim_record REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('victim_record_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON insight.victim_record REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('victim_record_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON insight.victim_record REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('victim_record_id', 'second');
grant insert, select, update on insight.victim_record to waymark_app;
grant select (area_id, held_by, victim_id, victim_record_id) on insight.victim_record to waymark_figures;

create view insight.action with (security_invoker=true) as
 SELECT a.area_id,
    a.held_by,
    a.action_id,
    a.case_id AS record_id,
    a.acted_on AS counted_on,
    a.type,
    c.tier,
    items.number
   FROM support.action a
     JOIN support."case" c ON c.area_id = a.area_id AND c.case_id = a.case_id
     CROSS JOIN LATERAL generate_series(1, a.quantity) items(number);
grant select on insight.action to waymark_app;
grant select on insight.action to waymark_figures;

create view insight.asb with (security_invoker=true) as
 SELECT i.area_id,
    i.held_by,
    i.asb_incident_id AS record_id,
    i.incident_number,
    i.occurred_on AS counted_on,
    i.qualifier AS class,
    i.district,
    v.victim_id
   FROM insight.asb_incident i
     JOIN insight.victim_record v ON v.area_id = i.area_id AND v.victim_record_id = i.victim_record_id
  WHERE i.at_risk AND v.victim_id IS NOT NULL;
grant select on insight.asb to waymark_app;
grant select on insight.asb to waymark_figures;

create view insight."case" with (security_invoker=true) as
 SELECT c.area_id,
    c.held_by,
    c.case_id AS record_id,
    c.person_id,
    c.opened_on,
    x.closed_on,
    x.reason AS close_reason,
    c.tier,
    p.district
   FROM support."case" c
     JOIN people.person p ON p.area_id = c.area_id AND p.person_id = c.person_id
     LEFT JOIN support.closure x ON x.area_id = c.area_id AND x.case_id = c.case_id AND x.returned_on IS NULL;
grant select on insight."case" to waymark_app;
grant select on insight."case" to waymark_figures;

create view insight.community_point_stage with (security_invoker=true) as
 SELECT s.area_id,
    s.held_by,
    p.community_point_id AS record_id,
    p.name,
    p.district,
    p.sites,
    s.stage,
    s.reached_on,
    lead(COALESCE(s.reached_on, '-infinity'::date), 1, 'infinity'::date) OVER (PARTITION BY s.area_id, s.community_point_id ORDER BY (COALESCE(s.reached_on, '-infinity'::date)), s.recorded_at, s.stage_id) AS until
   FROM community_points.stage s
     JOIN community_points.community_point p ON p.area_id = s.area_id AND p.community_point_id = s.community_point_id;
grant select on insight.community_point_stage to waymark_app;
grant select on insight.community_point_stage to waymark_figures;

create view insight.crime with (security_invoker=true) as
 SELECT c.area_id,
    c.held_by,
    c.recorded_crime_id AS record_id,
    c.crime_number,
    c.recorded_on AS counted_on,
    c.class,
    c.offence_group,
    c.domestic,
    c.hate_strands,
    c.district,
    v.victim_id
   FROM insight.recorded_crime c
     JOIN insight.victim_record v ON v.area_id = c.area_id AND v.victim_record_id = c.victim_record_id
  WHERE c.victim_type = 'person'::text AND v.victim_id IS NOT NULL;
grant select on insight.crime to waymark_app;
grant select on insight.crime to waymark_figures;

create view insight.human_being with (security_invoker=true) as
 SELECT area_id,
    kept_by,
    person_id,
    identity_id AS human_being
   FROM people.identity;
grant select on insight.human_being to waymark_figures;

create view insight.linked_people with (security_invoker=true) as
 SELECT area_id,
    held_by,
    person_id,
    other_person_id
   FROM people.link
  WHERE unlinked_at IS NULL;
grant select on insight.linked_people to waymark_app;
grant select on insight.linked_people to waymark_figures;

create view insight.outcome_change with (security_invoker=true) as
 WITH answers AS (
         SELECT a.area_id,
            a.held_by,
            a.case_id,
            a.self_assessment_id,
            a.assessed_on,
            a.stage,
            given.outcome,
            given.score,
            a.scale
           FROM outcomes.self_assessment a
             CROSS JOIN LATERAL ( VALUES ('health-wellbeing'::text,a.health_wellbeing), ('cope'::text,a.cope), ('safety'::text,a.safety), ('informed'::text,a.informed)) given(outcome, score)
          WHERE given.score IS NOT NULL
        ), firsts AS (
         SELECT DISTINCT ON (answers.area_id, answers.case_id, answers.outcome) answers.area_id,
            answers.held_by,
            answers.case_id,
            answers.self_assessment_id,
            answers.assessed_on,
            answers.stage,
            answers.outcome,
            answers.score,
            answers.scale
           FROM answers
          WHERE answers.stage = 'first'::text
          ORDER BY answers.area_id, answers.case_id, answers.outcome, answers.assessed_on, answers.self_assessment_id
        ), lasts AS (
         SELECT DISTINCT ON (answers.area_id, answers.case_id, answers.outcome) answers.area_id,
            answers.held_by,
            answers.case_id,
            answers.self_assessment_id,
            answers.assessed_on,
            answers.stage,
            answers.outcome,
            answers.score,
            answers.scale
           FROM answers
          WHERE answers.stage = 'last'::text
          ORDER BY answers.area_id, answers.case_id, answers.outcome, answers.assessed_on DESC, answers.self_assessment_id DESC
        )
 SELECT l.area_id,
    l.held_by,
    l.self_assessment_id,
    l.case_id AS record_id,
    l.assessed_on AS counted_on,
    l.outcome,
    f.score AS first_score,
    l.score AS last_score,
        CASE
            WHEN l.score > f.score THEN 'improved'::text
            WHEN l.score = f.score THEN 'sustained'::text
            ELSE 'declined'::text
        END AS change
   FROM lasts l
     JOIN firsts f USING (area_id, case_id, outcome)
  WHERE f.scale = l.scale;
grant select on insight.outcome_change to waymark_app;
grant select on insight.outcome_change to waymark_figures;

create view insight.record_reference with (security_invoker=true) as
 SELECT referral.area_id,
    referral.referral_id AS record_id,
    referral.reference
   FROM referrals.referral
UNION ALL
 SELECT "case".area_id,
    "case".case_id AS record_id,
    "case".reference
   FROM support."case"
UNION ALL
 SELECT rj_referral.area_id,
    rj_referral.rj_referral_id AS record_id,
    rj_referral.reference
   FROM restorative_justice.rj_referral
UNION ALL
 SELECT community_point.area_id,
    community_point.community_point_id AS record_id,
    community_point.name AS reference
   FROM community_points.community_point;
grant select on insight.record_reference to waymark_app;

create view insight.recorded_harm with (security_invoker=true) as
 SELECT c.area_id,
    c.held_by,
    v.victim_id,
    v.surname,
    v.born_on,
    'crime'::text AS kind,
    c.crime_number AS number,
    COALESCE(c.committed_on, c.recorded_on) AS happened_on,
    COALESCE(c.offence, c.class) AS what
   FROM insight.recorded_crime c
     JOIN insight.victim_record v ON v.area_id = c.area_id AND v.victim_record_id = c.victim_record_id
UNION ALL
 SELECT i.area_id,
    i.held_by,
    v.victim_id,
    v.surname,
    v.born_on,
    'incident'::text AS kind,
    i.incident_number AS number,
    i.occurred_on AS happened_on,
    i.qualifier AS what
   FROM insight.asb_incident i
     JOIN insight.victim_record v ON v.area_id = i.area_id AND v.victim_record_id = i.victim_record_id;
grant select on insight.recorded_harm to waymark_app;

create view insight.referral with (security_invoker=true) as
 SELECT area_id,
    held_by,
    referral_id AS record_id,
    person_id,
    received_on AS counted_on,
    source,
    result,
    district,
    offence_group,
    offence_subgroup,
    hate_strand,
    recorded_at
   FROM referrals.referral;
grant select on insight.referral to waymark_app;
grant select on insight.referral to waymark_figures;

create view insight.reported_harm with (security_invoker=true) as
 SELECT area_id,
    held_by,
    person_id,
    referral_id,
    reference,
    COALESCE(reported_on, received_on) AS happened_on,
    sender,
    COALESCE(crime_reference, occurrence_number) AS number,
    crime_reference,
    occurrence_number,
    offence_text,
    offence_group,
    offence_subgroup
   FROM referrals.referral
  WHERE result <> ALL (ARRAY['error'::text, 'duplicate'::text, 'deceased'::text]);
grant select on insight.reported_harm to waymark_app;

create view insight.rj_referral with (security_invoker=true) as
 SELECT r.area_id,
    r.held_by,
    r.rj_referral_id AS record_id,
    r.received_on AS counted_on,
    r.source,
    COALESCE(o.outcome, 'no-outcome-recorded'::text) AS outcome
   FROM restorative_justice.rj_referral r
     LEFT JOIN restorative_justice.rj_outcome o ON o.area_id = r.area_id AND o.rj_referral_id = r.rj_referral_id AND o.superseded_at IS NULL;
grant select on insight.rj_referral to waymark_app;
grant select on insight.rj_referral to waymark_figures;

create view insight.survey with (security_invoker=true) as
 SELECT s.area_id,
    s.held_by,
    s.survey_id,
    s.case_id AS record_id,
    s.sent_on,
    s.returned_on,
    s.satisfaction,
    s.would_use_again,
    s.would_recommend,
    COALESCE(x.closed_on, s.sent_on) AS counted_on
   FROM outcomes.survey s
     LEFT JOIN ( SELECT o.area_id,
            o.survey_id,
            max(c.closed_on) AS closed_on
           FROM outcomes.survey o
             JOIN support.closure c ON c.area_id = o.area_id AND c.case_id = o.case_id AND c.closed_on <= o.sent_on
          GROUP BY o.area_id, o.survey_id) x ON x.area_id = s.area_id AND x.survey_id = s.survey_id;
grant select on insight.survey to waymark_app;
grant select on insight.survey to waymark_figures;

-- mail

create schema mail;
grant usage on schema mail to waymark_app;

CREATE OR REPLACE FUNCTION mail.sending()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('waymark.sending', true), ''), 'off') = 'on' $function$
;

create table mail.message (
  area_id uuid not null default access.area_id(),
  message_id uuid not null default access.new_id(),
  about text not null,
  once text not null,
  for_id uuid,
  to_address text,
  subject text,
  words text,
  stop_url text,
  state text not null default 'waiting'::text,
  why text,
  tries integer not null default 0,
  queued_at timestamp with time zone not null default now(),
  try_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  PRIMARY KEY (area_id, message_id),
  UNIQUE (area_id, once),
  CHECK (((state <> 'sent'::text) OR (to_address IS NULL))),
  CHECK (((state = ANY (ARRAY['sent'::text, 'refused'::text, 'unsure'::text])) = (ended_at IS NOT NULL))),
  CHECK (((to_address IS NOT NULL) OR ((words IS NULL) AND (stop_url IS NULL)))),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'refused'::text, 'unsure'::text]))),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id));
create index ON mail.message USING btree (area_id, try_at) WHERE (to_address IS NOT NULL);
create policy queued_by_anyone on mail.message for insert to waymark_app with check ((area_id = access.area_id()));
create policy reached_by_the_sender on mail.message for all to waymark_app using (((area_id = access.area_id()) AND mail.sending())) with check (((area_id = access.area_id()) AND mail.sending()));
CREATE TRIGGER keep_delete AFTER DELETE ON mail.message REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('message_id');
CREATE TRIGGER keep_insert AFTER INSERT ON mail.message REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('message_id');
CREATE TRIGGER keep_update AFTER UPDATE ON mail.message REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('message_id');
grant delete, insert, select, update on mail.message to waymark_app;

-- moving

create schema moving;
grant usage on schema moving to waymark_app;

create table moving.move (
  area_id uuid not null default access.area_id(),
  move_id uuid not null default access.new_id(),
  held_by uuid not null,
  profile text not null,
  folder text not null,
  started_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  proof jsonb,
  started_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, move_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on moving.move for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON moving.move REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('move_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON moving.move REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('move_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON moving.move REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('move_id', 'second');
grant insert, select, update on moving.move to waymark_app;

create table moving.refused_row (
  area_id uuid not null default access.area_id(),
  refused_row_id uuid not null default access.new_id(),
  move_id uuid not null,
  held_by uuid not null,
  file text not null,
  row_number integer not null,
  reason text not null,
  PRIMARY KEY (area_id, refused_row_id),
  FOREIGN KEY (area_id, move_id) REFERENCES moving.move(area_id, move_id));
create index ON moving.refused_row USING btree (area_id, move_id, file, row_number);
create policy held_by_my_teams on moving.refused_row for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON moving.refused_row REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('refused_row_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON moving.refused_row REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('refused_row_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON moving.refused_row REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('refused_row_id', 'second');
grant insert, select on moving.refused_row to waymark_app;

-- organisations

create schema organisations;
grant usage on schema organisations to waymark_app;
grant usage on schema organisations to waymark_figures;

create table organisations.agreement (
  area_id uuid not null default access.area_id(),
  agreement_id uuid not null default access.new_id(),
  given_by uuid not null,
  received_by uuid,
  receiver text not null,
  reference text not null,
  purpose text not null,
  items text not null,
  ground text not null,
  in_force_from date not null,
  review_on date not null,
  ended_on date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid not null default access.actor_id(),
  told_at_close text not null default 'no-contact'::text,
  PRIMARY KEY (area_id, agreement_id),
  UNIQUE (area_id, given_by, reference),
  CHECK ((ended_on >= in_force_from)),
  CHECK ((ground = ANY (ARRAY['consent'::text, 'legal-obligation'::text, 'public-task'::text, 'vital-interests'::text, 'legitimate-interests'::text]))),
  CHECK ((review_on > in_force_from)),
  CHECK ((told_at_close = ANY (ARRAY['nothing'::text, 'no-contact'::text, 'closed'::text]))),
  FOREIGN KEY (area_id, given_by) REFERENCES access.organisation(area_id, organisation_id),
  FOREIGN KEY (area_id, received_by) REFERENCES access.organisation(area_id, organisation_id),
  FOREIGN KEY (area_id, recorded_by) REFERENCES access.member(area_id, member_id));
create policy within_my_area on organisations.agreement for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON organisations.agreement REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('agreement_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON organisations.agreement REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('agreement_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON organisations.agreement REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('agreement_id', 'second');
grant insert, select, update on organisations.agreement to waymark_app;

create table organisations.detail (
  area_id uuid not null default access.area_id(),
  organisation_id uuid not null,
  about text,
  phone text,
  website text,
  changed_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, organisation_id),
  CHECK ((website ~ '^https?://'::text)),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create policy within_my_area on organisations.detail for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON organisations.detail REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('organisation_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON organisations.detail REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('organisation_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON organisations.detail REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('organisation_id', 'second');
grant insert, select, update on organisations.detail to waymark_app;

create table organisations.share (
  area_id uuid not null default access.area_id(),
  share_id uuid not null default access.new_id(),
  held_by uuid not null,
  agreement_id uuid not null,
  record_id uuid not null,
  shared_on date not null,
  shared_at timestamp with time zone not null default now(),
  shared_by uuid not null default access.actor_id(),
  things integer not null default 1,
  PRIMARY KEY (area_id, share_id),
  CHECK ((things > 0)),
  FOREIGN KEY (area_id, agreement_id) REFERENCES organisations.agreement(area_id, agreement_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, shared_by) REFERENCES access.member(area_id, member_id));
create index ON organisations.share USING btree (area_id, agreement_id);
create index ON organisations.share USING btree (area_id, record_id);
create policy counted_within_area on organisations.share for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on organisations.share for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON organisations.share REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('share_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON organisations.share REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('share_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON organisations.share REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('share_id', 'second');
grant insert, select on organisations.share to waymark_app;
grant select (agreement_id, area_id, held_by, share_id, shared_on, things) on organisations.share to waymark_figures;

-- outcomes

create schema outcomes;
grant usage on schema outcomes to waymark_app;
grant usage on schema outcomes to waymark_figures;

create table outcomes.self_assessment (
  area_id uuid not null default access.area_id(),
  self_assessment_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  assessed_on date not null,
  stage text not null,
  scale integer not null default 10,
  health_wellbeing integer,
  cope integer,
  safety integer,
  informed integer,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, self_assessment_id),
  CHECK (((cope >= 1) AND (cope <= scale))),
  CHECK (((health_wellbeing >= 1) AND (health_wellbeing <= scale))),
  CHECK (((informed >= 1) AND (informed <= scale))),
  CHECK (((safety >= 1) AND (safety <= scale))),
  CHECK (((scale >= 2) AND (scale <= 100))),
  CHECK ((stage = ANY (ARRAY['first'::text, 'review'::text, 'last'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON outcomes.self_assessment USING btree (area_id, case_id);
create policy counted_within_area on outcomes.self_assessment for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on outcomes.self_assessment for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON outcomes.self_assessment REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('self_assessment_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON outcomes.self_assessment REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('self_assessment_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON outcomes.self_assessment REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('self_assessment_id', 'second');
grant insert, select, update on outcomes.self_assessment to waymark_app;
grant select (area_id, assessed_on, case_id, cope, health_wellbeing, held_by, informed, recorded_at, safety, scale, self_assessment_id, stage) on outcomes.self_assessment to waymark_figures;

create table outcomes.survey (
  area_id uuid not null default access.area_id(),
  survey_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  sent_on date not null,
  returned_on date,
  satisfaction text,
  would_use_again boolean,
  would_recommend boolean,
  comment text,
  answers_recorded_by uuid,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, survey_id),
  CHECK ((satisfaction = ANY (ARRAY['completely'::text, 'mostly'::text, 'partly'::text, 'dissatisfied'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON outcomes.survey USING btree (area_id, case_id);
create policy counted_within_area on outcomes.survey for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on outcomes.survey for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON outcomes.survey REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('survey_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON outcomes.survey REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('survey_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON outcomes.survey REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('survey_id', 'second');
grant insert, select, update on outcomes.survey to waymark_app;
grant select (area_id, case_id, held_by, recorded_at, returned_on, satisfaction, sent_on, survey_id, would_recommend, would_use_again) on outcomes.survey to waymark_figures;

-- papers

create schema papers;
grant usage on schema papers to waymark_app;

create table papers.action_progress (
  area_id uuid not null default access.area_id(),
  action_progress_id uuid not null default access.new_id(),
  meeting_action_id uuid not null,
  held_by uuid not null,
  words text not null,
  is_done boolean not null,
  told_on date not null,
  told_by uuid not null default access.actor_id(),
  told_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (area_id, action_progress_id),
  FOREIGN KEY (area_id, meeting_action_id, held_by) REFERENCES papers.meeting_action(area_id, meeting_action_id, held_by) ON UPDATE CASCADE);
create index ON papers.action_progress USING btree (area_id, meeting_action_id, told_at);
create policy held_by_my_teams on papers.action_progress for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.action_progress REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('action_progress_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.action_progress REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('action_progress_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.action_progress REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('action_progress_id', 'second');
grant insert, select on papers.action_progress to waymark_app;

create table papers.agenda_item (
  area_id uuid not null default access.area_id(),
  agenda_item_id uuid not null default access.new_id(),
  meeting_id uuid not null,
  held_by uuid not null,
  number integer not null,
  title text not null,
  is_public boolean not null default true,
  ground text,
  because text,
  paper_id uuid,
  follows uuid,
  PRIMARY KEY (area_id, agenda_item_id),
  UNIQUE (area_id, agenda_item_id, held_by),
  UNIQUE (area_id, meeting_id, number),
  CHECK (((is_public = (ground IS NULL)) AND (is_public = (because IS NULL)))),
  CHECK ((ground ~ '^[a-z0-9-]+$'::text)),
  CHECK ((number > 0)),
  FOREIGN KEY (area_id, follows) REFERENCES papers.agenda_item(area_id, agenda_item_id),
  FOREIGN KEY (area_id, meeting_id, held_by) REFERENCES papers.meeting(area_id, meeting_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, paper_id) REFERENCES papers.paper(area_id, paper_id));
create index ON papers.agenda_item USING btree (area_id, paper_id) WHERE (paper_id IS NOT NULL);
create policy held_by_my_teams on papers.agenda_item for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.agenda_item REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('agenda_item_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.agenda_item REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('agenda_item_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.agenda_item REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('agenda_item_id', 'second');
grant delete, insert, select, update on papers.agenda_item to waymark_app;

create table papers.board (
  area_id uuid not null default access.area_id(),
  board_id uuid not null default access.new_id(),
  held_by uuid not null,
  name text not null,
  code text not null,
  is_panel boolean not null default false,
  PRIMARY KEY (area_id, board_id),
  UNIQUE (area_id, board_id, held_by),
  UNIQUE (area_id, held_by, code),
  CHECK ((code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on papers.board for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.board REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('board_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.board REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('board_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.board REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('board_id', 'second');
grant insert, select, update on papers.board to waymark_app;

create table papers.comment (
  area_id uuid not null default access.area_id(),
  comment_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  given_to uuid,
  answers uuid,
  place text,
  about text,
  words text not null,
  made_by uuid not null default access.actor_id(),
  made_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (area_id, comment_id),
  CHECK (((answers IS NOT NULL) OR (place IS NOT NULL))),
  FOREIGN KEY (area_id, answers) REFERENCES papers.comment(area_id, comment_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, paper_id) REFERENCES papers.paper(area_id, paper_id));
create index ON papers.comment USING btree (area_id, paper_id, made_at);
create policy given_to_my_teams on papers.comment for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.comment for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.comment REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('comment_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.comment REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('comment_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.comment REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('comment_id', 'second');
grant insert, select on papers.comment to waymark_app;

create table papers.correction (
  area_id uuid not null default access.area_id(),
  correction_id uuid not null default access.new_id(),
  paper_id uuid not null,
  corrects uuid not null,
  held_by uuid not null,
  because text not null,
  begun_by uuid not null default access.actor_id(),
  begun_at timestamp with time zone not null default now(),
  given_to uuid,
  PRIMARY KEY (area_id, correction_id),
  UNIQUE (area_id, corrects),
  UNIQUE (area_id, paper_id),
  FOREIGN KEY (area_id, corrects) REFERENCES papers.paper(area_id, paper_id),
  FOREIGN KEY (area_id, given_to) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, paper_id, held_by) REFERENCES papers.paper(area_id, paper_id, held_by) ON UPDATE CASCADE);
create policy given_to_my_teams on papers.correction for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.correction for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.correction REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('correction_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.correction REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('correction_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.correction REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('correction_id', 'second');
grant insert, select, update (given_to) on papers.correction to waymark_app;

create table papers.decision (
  area_id uuid not null default access.area_id(),
  decision_id uuid not null default access.new_id(),
  agenda_item_id uuid not null,
  held_by uuid not null,
  words text not null,
  decided_by text not null,
  decided_on date not null,
  is_public boolean not null,
  recorded_by uuid not null default access.actor_id(),
  recorded_at timestamp with time zone not null default clock_timestamp(),
  replaces uuid,
  PRIMARY KEY (area_id, decision_id),
  UNIQUE (area_id, replaces),
  FOREIGN KEY (area_id, agenda_item_id, held_by) REFERENCES papers.agenda_item(area_id, agenda_item_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, replaces) REFERENCES papers.decision(area_id, decision_id));
create index ON papers.decision USING btree (area_id, agenda_item_id);
create policy held_by_my_teams on papers.decision for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.decision REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('decision_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.decision REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('decision_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.decision REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('decision_id', 'second');
grant insert, select on papers.decision to waymark_app;

create table papers.figure_source (
  area_id uuid not null default access.area_id(),
  figure_source_id uuid not null default access.new_id(),
  update_id uuid not null,
  held_by uuid not null,
  figure text not null,
  place integer not null,
  about text not null,
  n text,
  origin text not null,
  as_at_on date,
  entered_by uuid not null default access.actor_id(),
  entered_at timestamp with time zone not null default now(),
  counted_by text,
  counted_from date,
  PRIMARY KEY (area_id, figure_source_id),
  UNIQUE (area_id, update_id, figure, place),
  CHECK (((counted_by IS NULL) OR (as_at_on IS NOT NULL))),
  CHECK ((place > 0)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, update_id) REFERENCES delivery_plan.update(area_id, update_id));
create policy held_by_my_teams on papers.figure_source for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.figure_source REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('figure_source_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.figure_source REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('figure_source_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.figure_source REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('figure_source_id', 'second');
grant insert, select, update on papers.figure_source to waymark_app;

create table papers.finding_answer (
  area_id uuid not null default access.area_id(),
  finding_answer_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  given_to uuid,
  finding text not null,
  rule text not null,
  quote text not null,
  reason text not null,
  answered_by uuid not null default access.actor_id(),
  answered_at timestamp with time zone not null default now(),
  taken_out boolean not null default false,
  PRIMARY KEY (area_id, finding_answer_id),
  UNIQUE (area_id, paper_id, finding),
  FOREIGN KEY (area_id, answered_by) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, paper_id, held_by) REFERENCES papers.paper(area_id, paper_id, held_by) ON UPDATE CASCADE);
create policy given_to_my_teams on papers.finding_answer for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.finding_answer for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.finding_answer REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('finding_answer_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.finding_answer REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('finding_answer_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.finding_answer REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('finding_answer_id', 'second');
grant insert, select, update on papers.finding_answer to waymark_app;

create table papers.meeting (
  area_id uuid not null default access.area_id(),
  meeting_id uuid not null default access.new_id(),
  board_id uuid not null,
  held_by uuid not null,
  meets_on date not null,
  starts_at text,
  place text,
  papers_due_on date not null,
  PRIMARY KEY (area_id, meeting_id),
  UNIQUE (area_id, board_id, meets_on),
  UNIQUE (area_id, meeting_id, held_by),
  CHECK ((papers_due_on <= meets_on)),
  FOREIGN KEY (area_id, board_id, held_by) REFERENCES papers.board(area_id, board_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on papers.meeting for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.meeting REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('meeting_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.meeting REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('meeting_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.meeting REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('meeting_id', 'second');
grant insert, select, update on papers.meeting to waymark_app;

create table papers.meeting_action (
  area_id uuid not null default access.area_id(),
  meeting_action_id uuid not null default access.new_id(),
  agenda_item_id uuid not null,
  held_by uuid not null,
  words text not null,
  owner text not null,
  due_on date not null,
  recorded_by uuid not null default access.actor_id(),
  recorded_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (area_id, meeting_action_id),
  UNIQUE (area_id, meeting_action_id, held_by),
  FOREIGN KEY (area_id, agenda_item_id, held_by) REFERENCES papers.agenda_item(area_id, agenda_item_id, held_by) ON UPDATE CASCADE);
create index ON papers.meeting_action USING btree (area_id, agenda_item_id);
create policy held_by_my_teams on papers.meeting_action for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.meeting_action REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('meeting_action_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.meeting_action REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('meeting_action_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.meeting_action REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('meeting_action_id', 'second');
grant insert, select on papers.meeting_action to waymark_app;

create table papers.paper (
  area_id uuid not null default access.area_id(),
  paper_id uuid not null default access.new_id(),
  held_by uuid not null,
  given_to uuid,
  organisation_id uuid,
  template text not null,
  title text not null,
  period_from date not null,
  period_to date not null,
  report_to text not null,
  meeting_on date not null,
  agenda_item text,
  report_author text not null,
  is_public boolean not null default true,
  written_by uuid not null default access.actor_id(),
  written_at timestamp with time zone not null default now(),
  for_what text not null default 'consideration'::text,
  other_contacts text,
  author_email text,
  template_definition jsonb,
  template_version integer,
  PRIMARY KEY (area_id, paper_id),
  UNIQUE (area_id, paper_id, held_by),
  CHECK ((for_what = ANY (ARRAY['consideration'::text, 'information'::text, 'decision'::text]))),
  CHECK ((period_to >= period_from)),
  FOREIGN KEY (area_id, given_to) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, organisation_id) REFERENCES access.organisation(area_id, organisation_id));
create policy given_to_my_teams on papers.paper for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.paper for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.paper REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('paper_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.paper REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('paper_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.paper REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('paper_id', 'second');
grant insert, select, update on papers.paper to waymark_app;

create table papers.plan_subject (
  area_id uuid not null default access.area_id(),
  plan_subject_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  theme_id uuid not null,
  cycle_id uuid not null,
  PRIMARY KEY (area_id, plan_subject_id),
  UNIQUE (area_id, paper_id),
  FOREIGN KEY (area_id, cycle_id) REFERENCES delivery_plan.cycle(area_id, cycle_id),
  FOREIGN KEY (area_id, paper_id, held_by) REFERENCES papers.paper(area_id, paper_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, theme_id) REFERENCES delivery_plan.theme(area_id, theme_id));
create policy held_by_my_teams on papers.plan_subject for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.plan_subject REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('plan_subject_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.plan_subject REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('plan_subject_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.plan_subject REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('plan_subject_id', 'second');
grant insert, select on papers.plan_subject to waymark_app;

create table papers.publication (
  area_id uuid not null default access.area_id(),
  publication_id uuid not null default access.new_id(),
  held_by uuid not null,
  address text not null,
  meeting text not null,
  met_on date not null,
  item integer not null,
  title text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  series text,
  PRIMARY KEY (area_id, publication_id),
  UNIQUE (area_id, address),
  UNIQUE (area_id, publication_id, held_by),
  CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL))),
  CHECK ((address ~ '^[a-z0-9-]+$'::text)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on papers.publication for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy published_to_all on papers.publication for select to waymark_app using ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.publication REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('publication_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.publication REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('publication_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.publication REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('publication_id', 'second');
grant insert, select, update on papers.publication to waymark_app;

create table papers.publication_version (
  area_id uuid not null default access.area_id(),
  publication_version_id uuid not null default access.new_id(),
  publication_id uuid not null,
  held_by uuid not null,
  paper_id uuid not null,
  version integer not null,
  document jsonb not null,
  redactions jsonb not null,
  because text,
  published_by uuid not null default access.actor_id(),
  published_at timestamp with time zone not null default now(),
  withdrawn_at timestamp with time zone,
  withdrawn_because text,
  PRIMARY KEY (area_id, publication_version_id),
  UNIQUE (area_id, publication_id, version),
  CHECK (((version = 1) OR (because IS NOT NULL))),
  CHECK (((withdrawn_at IS NULL) = (withdrawn_because IS NULL))),
  CHECK ((version > 0)),
  FOREIGN KEY (area_id, paper_id) REFERENCES papers.paper(area_id, paper_id),
  FOREIGN KEY (area_id, publication_id, held_by) REFERENCES papers.publication(area_id, publication_id, held_by) ON UPDATE CASCADE);
create index ON papers.publication_version USING btree (area_id, paper_id);
create index ON papers.publication_version USING btree (area_id, published_at);
create policy held_by_my_teams on papers.publication_version for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy published_to_all on papers.publication_version for select to waymark_app using ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.publication_version REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('publication_version_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.publication_version REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('publication_version_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.publication_version REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('publication_version_id', 'second');
grant insert, select, update (withdrawn_at, withdrawn_because) on papers.publication_version to waymark_app;

create table papers.published_meeting (
  area_id uuid not null default access.area_id(),
  published_meeting_id uuid not null default access.new_id(),
  meeting_id uuid not null,
  held_by uuid not null,
  address text not null,
  meeting text not null,
  met_on date not null,
  starts_at text,
  place text,
  items jsonb not null,
  published_at timestamp with time zone not null default now(),
  moved_from date,
  PRIMARY KEY (area_id, published_meeting_id),
  UNIQUE (area_id, address),
  UNIQUE (area_id, meeting_id),
  CHECK ((address ~ '^[a-z0-9-]+$'::text)),
  FOREIGN KEY (area_id, meeting_id, held_by) REFERENCES papers.meeting(area_id, meeting_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on papers.published_meeting for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy published_to_all on papers.published_meeting for select to waymark_app using ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.published_meeting REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_meeting_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.published_meeting REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('published_meeting_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.published_meeting REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('published_meeting_id', 'second');
grant insert, select, update on papers.published_meeting to waymark_app;

create table papers.redaction (
  area_id uuid not null default access.area_id(),
  redaction_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  block integer not null,
  place text not null,
  words text,
  ground text not null,
  because text not null,
  made_by uuid not null default access.actor_id(),
  made_at timestamp with time zone not null default now(),
  lifted_by uuid,
  lifted_at timestamp with time zone,
  PRIMARY KEY (area_id, redaction_id),
  CHECK (((lifted_by IS NULL) = (lifted_at IS NULL))),
  CHECK ((block >= 0)),
  CHECK ((ground ~ '^[a-z0-9-]+$'::text)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, paper_id) REFERENCES papers.paper(area_id, paper_id));
create index ON papers.redaction USING btree (area_id, paper_id);
create policy held_by_my_teams on papers.redaction for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.redaction REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('redaction_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.redaction REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('redaction_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.redaction REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('redaction_id', 'second');
grant insert, select, update on papers.redaction to waymark_app;

create table papers.restatement (
  area_id uuid not null default access.area_id(),
  restatement_id uuid not null default access.new_id(),
  publication_id uuid not null,
  held_by uuid not null,
  version integer not null,
  figure text not null,
  name text not null,
  was text not null,
  was_as_at timestamp with time zone not null,
  is_now text not null,
  is_as_at timestamp with time zone not null,
  because text not null,
  told_by uuid not null default access.actor_id(),
  told_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, restatement_id),
  FOREIGN KEY (area_id, publication_id, held_by) REFERENCES papers.publication(area_id, publication_id, held_by) ON UPDATE CASCADE);
create index ON papers.restatement USING btree (area_id, publication_id);
create index ON papers.restatement USING btree (area_id, told_at);
create policy held_by_my_teams on papers.restatement for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy published_to_all on papers.restatement for select to waymark_app using ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.restatement REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('restatement_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.restatement REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('restatement_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.restatement REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('restatement_id', 'second');
grant insert, select on papers.restatement to waymark_app;

create table papers.section_words (
  area_id uuid not null default access.area_id(),
  section_words_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  given_to uuid,
  section text not null,
  words text not null,
  written_at timestamp with time zone not null default now(),
  written_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, section_words_id),
  UNIQUE (area_id, paper_id, section),
  FOREIGN KEY (area_id, paper_id, held_by) REFERENCES papers.paper(area_id, paper_id, held_by) ON UPDATE CASCADE);
create policy given_to_my_teams on papers.section_words for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.section_words for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.section_words REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('section_words_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.section_words REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('section_words_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.section_words REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('section_words_id', 'second');
grant insert, select, update on papers.section_words to waymark_app;

create table papers.sign_off (
  area_id uuid not null default access.area_id(),
  sign_off_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  given_to uuid,
  signed_by uuid not null default access.actor_id(),
  signed_at timestamp with time zone not null default now(),
  document jsonb not null,
  figures jsonb not null,
  PRIMARY KEY (area_id, sign_off_id),
  UNIQUE (area_id, paper_id),
  FOREIGN KEY (area_id, paper_id, held_by) REFERENCES papers.paper(area_id, paper_id, held_by) ON UPDATE CASCADE);
create policy given_to_my_teams on papers.sign_off for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.sign_off for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy signed_by_the_office on papers.sign_off for insert to waymark_app with check (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.sign_off REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sign_off_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.sign_off REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('sign_off_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.sign_off REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sign_off_id', 'second');
grant insert, select on papers.sign_off to waymark_app;

create table papers.step (
  area_id uuid not null default access.area_id(),
  step_id uuid not null default access.new_id(),
  paper_id uuid not null,
  held_by uuid not null,
  given_to uuid,
  step text not null,
  reason text,
  taken_by uuid not null default access.actor_id(),
  taken_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (area_id, step_id),
  CHECK (((step <> 'returned'::text) OR (reason IS NOT NULL))),
  CHECK ((step = ANY (ARRAY['review'::text, 'sign_off'::text, 'returned'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, paper_id) REFERENCES papers.paper(area_id, paper_id));
create index ON papers.step USING btree (area_id, paper_id, taken_at);
create policy given_to_my_teams on papers.step for select to waymark_app using (((area_id = access.area_id()) AND (given_to = ANY (access.my_teams()))));
create policy held_by_my_teams on papers.step for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.step REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('step_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.step REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('step_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.step REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('step_id', 'second');
grant insert, select on papers.step to waymark_app;

create table papers.template (
  area_id uuid not null default access.area_id(),
  template_id uuid not null default access.new_id(),
  held_by uuid not null,
  name text not null,
  about text not null,
  draft jsonb not null,
  changed_at timestamp with time zone not null default clock_timestamp(),
  made_by uuid not null default access.actor_id(),
  made_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, template_id),
  UNIQUE (area_id, template_id, held_by),
  CHECK ((about = ANY (ARRAY['service'::text, 'plan'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on papers.template for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.template REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('template_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.template REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('template_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.template REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('template_id', 'second');
grant insert, select, update on papers.template to waymark_app;

create table papers.template_version (
  area_id uuid not null default access.area_id(),
  template_version_id uuid not null default access.new_id(),
  template_id uuid not null,
  held_by uuid not null,
  version integer not null,
  definition jsonb not null,
  kept_by uuid not null default access.actor_id(),
  kept_at timestamp with time zone not null default clock_timestamp(),
  PRIMARY KEY (area_id, template_version_id),
  UNIQUE (area_id, template_id, version),
  CHECK ((version > 0)),
  FOREIGN KEY (area_id, template_id, held_by) REFERENCES papers.template(area_id, template_id, held_by) ON UPDATE CASCADE);
create policy held_by_my_teams on papers.template_version for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON papers.template_version REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('template_version_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON papers.template_version REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('template_version_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON papers.template_version REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('template_version_id', 'second');
grant insert, select on papers.template_version to waymark_app;

-- people

create schema people;
grant usage on schema people to waymark_app;
grant usage on schema people to waymark_figures;

CREATE OR REPLACE FUNCTION people.hold_still(held_person uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform from people.address where area_id = access.area_id() and person_id = held_person for update;
  perform from people.contact_method where area_id = access.area_id() and person_id = held_person for update;
  perform from people.person where area_id = access.area_id() and person_id = held_person for update;
end $function$
;

create table people.address (
  area_id uuid not null default access.area_id(),
  address_id uuid not null default access.new_id(),
  person_id uuid not null,
  held_by uuid not null,
  line text not null default ''::text,
  town text not null default ''::text,
  postcode text not null default ''::text,
  safe text not null default 'unknown'::text,
  message_ok text not null default 'unknown'::text,
  suspect_lives_here boolean not null default false,
  protected boolean not null default false,
  until date,
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, address_id),
  CHECK ((message_ok = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CHECK ((safe = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON people.address USING btree (area_id, person_id);
create policy given_to_be_protected on people.address for insert to waymark_app with check (((area_id = access.area_id()) AND protected));
create policy held_by_my_teams on people.address for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.address REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('address_id', 'second');
CREATE TRIGGER keep_given_true_delete AFTER DELETE ON people.address REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION support.keep_given_true();
CREATE TRIGGER keep_given_true_insert AFTER INSERT ON people.address REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION support.keep_given_true();
CREATE TRIGGER keep_given_true_update AFTER UPDATE ON people.address REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION support.keep_given_true();
CREATE TRIGGER keep_insert AFTER INSERT ON people.address REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('address_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.address REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('address_id', 'second');
grant delete, insert, select, update on people.address to waymark_app;

create table people.contact_method (
  area_id uuid not null default access.area_id(),
  contact_method_id uuid not null default access.new_id(),
  person_id uuid not null,
  held_by uuid not null,
  kind text not null,
  value text not null,
  safe text not null default 'unknown'::text,
  message_ok text not null default 'unknown'::text,
  withhold_caller_id boolean not null default false,
  hours text,
  shared_with text,
  notes text,
  checked_on date,
  review_on date,
  stopped_on date,
  stopped_because text,
  recorded_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, contact_method_id),
  CHECK (((stopped_on IS NULL) = (stopped_because IS NULL))),
  CHECK ((kind = ANY (ARRAY['mobile'::text, 'phone'::text, 'email'::text]))),
  CHECK ((message_ok = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CHECK ((safe = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))),
  CHECK ((stopped_because = ANY (ARRAY['someone-else-answered'::text, 'wrong-number'::text, 'not-delivered'::text, 'asked-to-stop'::text, 'not-safe'::text, 'other'::text]))),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON people.contact_method USING btree (area_id, person_id);
create policy held_by_my_teams on people.contact_method for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.contact_method REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('contact_method_id', 'second');
CREATE TRIGGER keep_given_true_insert AFTER INSERT ON people.contact_method REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION support.keep_given_true();
CREATE TRIGGER keep_given_true_update AFTER UPDATE ON people.contact_method REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION support.keep_given_true();
CREATE TRIGGER keep_insert AFTER INSERT ON people.contact_method REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('contact_method_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.contact_method REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('contact_method_id', 'second');
grant insert, select, update on people.contact_method to waymark_app;

create table people.identity (
  area_id uuid not null default access.area_id(),
  person_id uuid not null,
  kept_by uuid not null default access.actor_id(),
  identity_id uuid not null,
  tied_by text not null,
  tied_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, kept_by, person_id),
  CHECK ((tied_by = ANY (ARRAY['itself'::text, 'link'::text, 'match'::text]))));
create policy counted_within_area on people.identity for select to waymark_figures using ((area_id = access.area_id()));
create policy kept_by_me on people.identity for all to waymark_app using (((area_id = access.area_id()) AND (kept_by = access.actor_id()))) with check (((area_id = access.area_id()) AND (kept_by = access.actor_id())));
grant delete, insert, select, update on people.identity to waymark_app;
grant select (area_id, identity_id, kept_by, person_id, tied_at, tied_by) on people.identity to waymark_figures;

create table people.link (
  area_id uuid not null default access.area_id(),
  link_id uuid not null default access.new_id(),
  held_by uuid not null,
  person_id uuid not null,
  other_person_id uuid not null,
  batch_id uuid,
  linked_at timestamp with time zone not null default now(),
  linked_by uuid default access.actor_id(),
  unlinked_at timestamp with time zone,
  PRIMARY KEY (area_id, link_id),
  CHECK ((person_id < other_person_id)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, other_person_id) REFERENCES people.person(area_id, person_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON people.link USING btree (area_id, batch_id) WHERE (batch_id IS NOT NULL);
create index ON people.link USING btree (area_id, other_person_id);
create UNIQUE index ON people.link USING btree (area_id, person_id, other_person_id) WHERE (unlinked_at IS NULL);
create policy counted_within_area on people.link for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on people.link for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.link REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.link REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('link_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.link REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_id', 'second');
grant insert, select, update on people.link to waymark_app;
grant select (area_id, batch_id, held_by, link_id, linked_at, other_person_id, person_id, unlinked_at) on people.link to waymark_figures;

create table people.link_batch (
  area_id uuid not null default access.area_id(),
  link_batch_id uuid not null default access.new_id(),
  held_by uuid not null,
  records integer not null,
  links integer not null,
  reviews integer not null,
  link_threshold real not null,
  review_threshold real not null,
  estimated_error real not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid default access.actor_id(),
  undone_at timestamp with time zone,
  undone_by uuid,
  undone_because text,
  PRIMARY KEY (area_id, link_batch_id),
  CHECK (((undone_at IS NULL) = (undone_because IS NULL))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy held_by_my_teams on people.link_batch for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.link_batch REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_batch_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.link_batch REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('link_batch_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.link_batch REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_batch_id', 'second');
grant insert, select, update on people.link_batch to waymark_app;

create table people.link_decision (
  area_id uuid not null default access.area_id(),
  link_decision_id uuid not null default access.new_id(),
  held_by uuid not null,
  person_id uuid not null,
  other_person_id uuid not null,
  decision text not null,
  because text not null default ''::text,
  band text not null default ''::text,
  reasons text[] not null default '{}'::text[],
  score real,
  batch_id uuid,
  decided_at timestamp with time zone not null default now(),
  decided_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, link_decision_id),
  CHECK ((band = ANY (ARRAY[''::text, 'almost certain'::text, 'likely'::text, 'possible'::text, 'unlikely'::text]))),
  CHECK ((decision = ANY (ARRAY['same'::text, 'not-same'::text, 'not-sure'::text, 'unlinked'::text]))),
  CHECK ((person_id < other_person_id)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, other_person_id) REFERENCES people.person(area_id, person_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON people.link_decision USING btree (area_id, other_person_id);
create index ON people.link_decision USING btree (area_id, person_id);
create policy held_by_my_teams on people.link_decision for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.link_decision REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_decision_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.link_decision REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('link_decision_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.link_decision REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_decision_id', 'second');
grant insert, select on people.link_decision to waymark_app;

create table people.link_review (
  area_id uuid not null default access.area_id(),
  link_review_id uuid not null default access.new_id(),
  link_batch_id uuid not null,
  held_by uuid not null,
  person_id uuid not null,
  other_person_id uuid not null,
  band text not null,
  reasons text[] not null,
  score real not null,
  decided_at timestamp with time zone,
  PRIMARY KEY (area_id, link_review_id),
  CHECK ((band = ANY (ARRAY['almost certain'::text, 'likely'::text, 'possible'::text]))),
  CHECK ((person_id < other_person_id)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, link_batch_id) REFERENCES people.link_batch(area_id, link_batch_id),
  FOREIGN KEY (area_id, other_person_id) REFERENCES people.person(area_id, person_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON people.link_review USING btree (area_id, held_by, score DESC, link_review_id) WHERE (decided_at IS NULL);
create UNIQUE index ON people.link_review USING btree (area_id, person_id, other_person_id) WHERE (decided_at IS NULL);
create policy held_by_my_teams on people.link_review for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.link_review REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_review_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.link_review REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('link_review_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.link_review REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('link_review_id', 'second');
grant insert, select, update on people.link_review to waymark_app;

create table people.matching_model (
  area_id uuid not null default access.area_id(),
  matching_model_id uuid not null default access.new_id(),
  records integer not null,
  model text not null,
  estimated_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, matching_model_id));
create policy within_my_area on people.matching_model for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON people.matching_model REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('matching_model_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.matching_model REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('matching_model_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.matching_model REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('matching_model_id', 'second');
grant insert, select on people.matching_model to waymark_app;

create table people.matching_threshold_change (
  area_id uuid not null default access.area_id(),
  matching_threshold_change_id uuid not null default access.new_id(),
  link_was real not null,
  review_was real not null,
  link real not null,
  review real not null,
  because text not null,
  changed_by uuid not null default access.actor_id(),
  changed_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, matching_threshold_change_id),
  CHECK ((review <= link)));
create index ON people.matching_threshold_change USING btree (area_id, changed_at);
create policy within_my_area on people.matching_threshold_change for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON people.matching_threshold_change REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('matching_threshold_change_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.matching_threshold_change REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('matching_threshold_change_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.matching_threshold_change REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('matching_threshold_change_id', 'second');
grant insert, select on people.matching_threshold_change to waymark_app;

create table people.person (
  area_id uuid not null default access.area_id(),
  person_id uuid not null default access.new_id(),
  held_by uuid not null,
  source_reference text,
  forename text not null default ''::text,
  surname text not null default ''::text,
  surname_key text not null default ''::text,
  forename_key text not null default ''::text,
  pseudonym text,
  date_of_birth date,
  sex text,
  ethnicity text,
  language text,
  communication_needs text,
  code_word text,
  district text,
  outcode text,
  sensitive boolean not null default false,
  sensitive_because text,
  address_protected boolean not null default false,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, person_id),
  CHECK ((sex = ANY (ARRAY['F'::text, 'M'::text, 'X'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create index ON people.person USING btree (area_id, held_by, surname_key, forename_key, person_id);
create UNIQUE index ON people.person USING btree (area_id, held_by, source_reference) WHERE (source_reference IS NOT NULL);
create policy counted_within_area on people.person for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on people.person for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.person REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('person_id', 'second');
CREATE TRIGGER keep_given_true AFTER UPDATE ON people.person REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION support.keep_given_true();
CREATE TRIGGER keep_insert AFTER INSERT ON people.person REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('person_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.person REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('person_id', 'second');
grant insert, select, update on people.person to waymark_app;
grant select (area_id, district, ethnicity, held_by, outcode, person_id, recorded_at, sensitive, sex) on people.person to waymark_figures;

create table people.person_key (
  area_id uuid not null default access.area_id(),
  person_id uuid not null,
  part smallint not null default 0,
  held_by uuid not null,
  born_forename bigint,
  born_surname bigint,
  name_year bigint,
  name_day bigint,
  name bigint,
  address bigint,
  phone bigint,
  other_phone bigint,
  email bigint,
  email_name bigint,
  born bigint,
  born_month bigint,
  postcode bigint,
  sound_forename bigint,
  sound_surname bigint,
  once bigint,
  packed bytea,
  PRIMARY KEY (area_id, person_id, part));
create index ON people.person_key USING btree (address) WHERE (address IS NOT NULL);
create index ON people.person_key USING btree (born) WHERE (born IS NOT NULL);
create index ON people.person_key USING btree (born_forename) WHERE (born_forename IS NOT NULL);
create index ON people.person_key USING btree (born_month) WHERE (born_month IS NOT NULL);
create index ON people.person_key USING btree (born_surname) WHERE (born_surname IS NOT NULL);
create index ON people.person_key USING btree (email) WHERE (email IS NOT NULL);
create index ON people.person_key USING btree (email_name) WHERE (email_name IS NOT NULL);
create index ON people.person_key USING btree (name) WHERE (name IS NOT NULL);
create index ON people.person_key USING btree (name_day) WHERE (name_day IS NOT NULL);
create index ON people.person_key USING btree (name_year) WHERE (name_year IS NOT NULL);
create index ON people.person_key USING btree (once) WHERE (once IS NOT NULL);
create index ON people.person_key USING btree (other_phone) WHERE (other_phone IS NOT NULL);
create index ON people.person_key USING btree (phone) WHERE (phone IS NOT NULL);
create index ON people.person_key USING btree (postcode) WHERE (postcode IS NOT NULL);
create index ON people.person_key USING btree (sound_forename) WHERE (sound_forename IS NOT NULL);
create index ON people.person_key USING btree (sound_surname) WHERE (sound_surname IS NOT NULL);
create policy held_by_my_teams on people.person_key for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
grant delete, insert, select on people.person_key to waymark_app;

create table people.previous_name (
  area_id uuid not null default access.area_id(),
  previous_name_id uuid not null default access.new_id(),
  person_id uuid not null,
  held_by uuid not null,
  forename text not null default ''::text,
  surname text not null default ''::text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, previous_name_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON people.previous_name USING btree (area_id, person_id);
create policy held_by_my_teams on people.previous_name for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON people.previous_name REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('previous_name_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON people.previous_name REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('previous_name_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON people.previous_name REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('previous_name_id', 'second');
grant delete, insert, select on people.previous_name to waymark_app;

create view people.person_to_give with (security_invoker=true) as
 SELECT area_id,
    person_id,
    held_by,
    code_word,
    address_protected,
    jsonb_build_object('forename', forename, 'surname', surname, 'pseudonym', pseudonym, 'date_of_birth', date_of_birth, 'sex', sex, 'ethnicity', ethnicity, 'language', language, 'communication_needs', communication_needs, 'sensitive', sensitive, 'sensitive_because', sensitive_because, 'contact_methods', COALESCE(( SELECT jsonb_agg(jsonb_build_object('kind', m.kind, 'value', m.value, 'safe',
                CASE
                    WHEN m.stopped_on IS NULL THEN m.safe
                    ELSE 'no'::text
                END, 'message_ok', m.message_ok, 'withhold_caller_id', m.withhold_caller_id, 'hours', m.hours, 'shared_with', m.shared_with, 'notes', m.notes, 'checked_on', m.checked_on, 'review_on', m.review_on) ORDER BY m.recorded_at, m.contact_method_id) AS jsonb_agg
           FROM people.contact_method m
          WHERE m.area_id = p.area_id AND m.person_id = p.person_id AND (m.stopped_because IS NULL OR (m.stopped_because <> ALL (ARRAY['wrong-number'::text, 'not-delivered'::text])))), '[]'::jsonb), 'address', ( SELECT jsonb_build_object('line', a.line, 'town', a.town, 'postcode', a.postcode, 'safe', a.safe, 'message_ok', a.message_ok, 'suspect_lives_here', a.suspect_lives_here) AS jsonb_build_object
           FROM people.address a
          WHERE a.area_id = p.area_id AND a.person_id = p.person_id AND a.until IS NULL AND NOT a.protected
          ORDER BY a.recorded_at DESC, a.address_id DESC
         LIMIT 1)) AS person
   FROM people.person p;
grant select on people.person_to_give to waymark_app;

-- public_site

create schema public_site;
grant usage on schema public_site to waymark_app;

create table public_site.asking (
  area_id uuid not null default access.area_id(),
  asking_id uuid not null default access.new_id(),
  asked_at timestamp with time zone not null default now(),
  from_key bytea not null,
  for_key bytea not null,
  wrote text,
  PRIMARY KEY (area_id, asking_id),
  CHECK ((wrote = ANY (ARRAY['confirm'::text, 'already'::text, 'change'::text]))),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id));
create index ON public_site.asking USING btree (area_id, asked_at);
create policy within_my_area on public_site.asking for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON public_site.asking REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('asking_id');
CREATE TRIGGER keep_insert AFTER INSERT ON public_site.asking REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('asking_id');
CREATE TRIGGER keep_update AFTER UPDATE ON public_site.asking REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('asking_id');
grant delete, insert, select on public_site.asking to waymark_app;

create table public_site.follower (
  area_id uuid not null default access.area_id(),
  follower_id uuid not null default access.new_id(),
  held_by uuid not null,
  address_sealed bytea not null,
  address_key bytea not null,
  token_hash bytea not null,
  asked_at timestamp with time zone not null default now(),
  confirmed_at timestamp with time zone,
  follows text[],
  asked_follows text[],
  PRIMARY KEY (area_id, follower_id),
  UNIQUE (area_id, held_by, address_key),
  UNIQUE (area_id, token_hash),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create policy known_by_its_token on public_site.follower for all to waymark_app using (((area_id = access.area_id()) AND ((token_hash = ANY (access.session_keys())) OR (address_key = ANY (access.session_keys())) OR (held_by = ANY (access.my_teams()))))) with check (((area_id = access.area_id()) AND ((token_hash = ANY (access.session_keys())) OR (address_key = ANY (access.session_keys())))));
CREATE TRIGGER keep_delete AFTER DELETE ON public_site.follower REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('follower_id');
CREATE TRIGGER keep_insert AFTER INSERT ON public_site.follower REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('follower_id');
CREATE TRIGGER keep_update AFTER UPDATE ON public_site.follower REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_unread('follower_id');
grant delete, insert, select, update on public_site.follower to waymark_app;

create table public_site.telling (
  area_id uuid not null default access.area_id(),
  telling_id uuid not null default access.new_id(),
  thing_id uuid not null,
  told integer not null,
  told_at timestamp with time zone not null default now(),
  what text not null default 'published'::text,
  PRIMARY KEY (area_id, telling_id),
  UNIQUE (area_id, thing_id, what),
  CHECK ((what = ANY (ARRAY['published'::text, 'withdrawn'::text]))));
create policy within_my_area on public_site.telling for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON public_site.telling REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('telling_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON public_site.telling REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('telling_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON public_site.telling REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('telling_id', 'second');
grant insert, select on public_site.telling to waymark_app;

-- referrals

create schema referrals;
grant usage on schema referrals to waymark_app;
grant usage on schema referrals to waymark_figures;

create table referrals.arrival (
  area_id uuid not null default access.area_id(),
  held_by uuid not null,
  arrival_key uuid not null,
  referral_id uuid not null,
  PRIMARY KEY (area_id, held_by, arrival_key));
create policy held_by_my_teams on referrals.arrival for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.arrival REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('arrival_key', 'named');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.arrival REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('arrival_key', 'named');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.arrival REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('arrival_key', 'named');
grant insert, select on referrals.arrival to waymark_app;

create table referrals.held_row (
  area_id uuid not null default access.area_id(),
  held_row_id uuid not null default access.new_id(),
  held_by uuid not null,
  referral_id uuid not null,
  result text not null,
  problems text[] not null default '{}'::text[],
  victim jsonb,
  cells jsonb,
  held_at timestamp with time zone not null default now(),
  asked_at timestamp with time zone,
  settled_at timestamp with time zone,
  settled_as text,
  closed_because text,
  PRIMARY KEY (area_id, held_row_id),
  UNIQUE (area_id, held_row_id, held_by),
  UNIQUE (area_id, referral_id),
  CHECK (((settled_at IS NULL) = (settled_as IS NULL))),
  CHECK (((settled_at IS NULL) OR ((victim IS NULL) AND (cells IS NULL)))),
  CHECK ((result = ANY (ARRAY['error'::text, 'no-consent'::text, 'safeguarding'::text, 'unsafe-contact'::text, 'no-contact-details'::text]))),
  CHECK ((settled_as = ANY (ARRAY['released'::text, 'closed'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, referral_id) REFERENCES referrals.referral(area_id, referral_id));
create index ON referrals.held_row USING btree (area_id, held_by, held_row_id) WHERE (settled_at IS NULL);
create policy held_by_my_teams on referrals.held_row for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.held_row REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('held_row_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.held_row REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('held_row_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.held_row REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('held_row_id', 'second');
grant insert, select, update on referrals.held_row to waymark_app;

create table referrals.held_row_step (
  area_id uuid not null default access.area_id(),
  held_row_step_id uuid not null default access.new_id(),
  held_row_id uuid not null,
  held_by uuid not null,
  step text not null,
  note text,
  taken_at timestamp with time zone not null default now(),
  taken_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, held_row_step_id),
  CHECK ((step = ANY (ARRAY['corrected'::text, 'asked'::text, 'answered'::text, 'sent-again'::text, 'released'::text, 'closed'::text]))),
  FOREIGN KEY (area_id, held_row_id, held_by) REFERENCES referrals.held_row(area_id, held_row_id, held_by) ON UPDATE CASCADE);
create index ON referrals.held_row_step USING btree (area_id, held_row_id);
create policy given_by_sender on referrals.held_row_step for insert to waymark_app with check (((area_id = access.area_id()) AND (step = 'answered'::text)));
create policy held_by_my_teams on referrals.held_row_step for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.held_row_step REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('held_row_step_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.held_row_step REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('held_row_step_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.held_row_step REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('held_row_step_id', 'second');
grant insert, select on referrals.held_row_step to waymark_app;

create table referrals.mapping_profile (
  area_id uuid not null default access.area_id(),
  mapping_profile_id uuid not null default access.new_id(),
  code text not null,
  title text not null,
  written jsonb not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, mapping_profile_id),
  UNIQUE (area_id, code),
  CHECK ((code ~ '^[a-z][a-z0-9-]*$'::text)),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id));
create policy within_my_area on referrals.mapping_profile for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.mapping_profile REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('mapping_profile_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.mapping_profile REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('mapping_profile_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.mapping_profile REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('mapping_profile_id', 'second');
grant insert, select, update on referrals.mapping_profile to waymark_app;

create table referrals.receipt (
  area_id uuid not null default access.area_id(),
  receipt_id uuid not null default access.new_id(),
  held_by uuid not null,
  referral_id uuid not null,
  reference text not null,
  sent_on date not null,
  file_name text not null,
  row_number integer not null,
  victim_number integer not null,
  occurrence_number text,
  result text not null,
  missing text[] not null default '{}'::text[],
  question text,
  held_row_id uuid,
  answer_to uuid,
  given_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, receipt_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, referral_id) REFERENCES referrals.referral(area_id, referral_id));
create index ON referrals.receipt USING btree (area_id, held_by, occurrence_number);
create index ON referrals.receipt USING btree (area_id, held_by, receipt_id DESC);
create index ON referrals.receipt USING btree (area_id, referral_id);
create policy given_to_sender on referrals.receipt for insert to waymark_app with check ((area_id = access.area_id()));
create policy held_by_my_teams on referrals.receipt for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.receipt REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('receipt_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.receipt REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('receipt_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.receipt REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('receipt_id', 'second');
grant insert, select on referrals.receipt to waymark_app;

create table referrals.referral (
  area_id uuid not null default access.area_id(),
  referral_id uuid not null default access.new_id(),
  held_by uuid not null,
  person_id uuid,
  reference text not null,
  received_on date not null,
  source text not null,
  sender text not null default ''::text,
  occurrence_number text,
  crime_reference text,
  reported_on date,
  offence_text text,
  offence_group text not null default 'unclassified'::text,
  offence_subgroup text,
  offence_confidence real,
  domestic boolean not null default false,
  sexual boolean not null default false,
  hate_strand text,
  consent_basis text not null default 'not-recorded'::text,
  district text,
  result text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  transfer_id uuid,
  row_number integer,
  victim_number integer,
  missing text[] not null default '{}'::text[],
  PRIMARY KEY (area_id, referral_id),
  CHECK ((result = ANY (ARRAY['accepted'::text, 'duplicate'::text, 'deceased'::text, 'no-consent'::text, 'safeguarding'::text, 'out-of-scope'::text, 'out-of-area'::text, 'unsafe-contact'::text, 'no-contact-details'::text, 'error'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id),
  FOREIGN KEY (area_id, transfer_id) REFERENCES referrals.transfer(area_id, transfer_id));
create index ON referrals.referral USING btree (area_id, held_by, received_on, referral_id);
create index ON referrals.referral USING btree (area_id, person_id);
create UNIQUE index ON referrals.referral USING btree (area_id, held_by, reference);
create UNIQUE index ON referrals.referral USING btree (area_id, transfer_id, row_number, victim_number) WHERE (transfer_id IS NOT NULL);
create policy counted_within_area on referrals.referral for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on referrals.referral for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.referral REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('referral_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.referral REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('referral_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.referral REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('referral_id', 'second');
grant insert, select, update on referrals.referral to waymark_app;
grant select (area_id, consent_basis, district, domestic, hate_strand, held_by, offence_group, offence_subgroup, person_id, received_on, recorded_at, referral_id, reported_on, result, sender, sexual, source) on referrals.referral to waymark_figures;

create table referrals.sender_key (
  area_id uuid not null default access.area_id(),
  sender_key_id uuid not null default access.new_id(),
  profile text not null,
  key_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  made_by uuid default access.actor_id(),
  revoked_at timestamp with time zone,
  PRIMARY KEY (area_id, sender_key_id),
  UNIQUE (area_id, key_hash),
  FOREIGN KEY (area_id) REFERENCES access.area(area_id));
create policy within_my_area on referrals.sender_key for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.sender_key REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sender_key_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.sender_key REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('sender_key_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.sender_key REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sender_key_id', 'second');
grant insert, select, update on referrals.sender_key to waymark_app;

create table referrals.sent_request (
  area_id uuid not null default access.area_id(),
  sent_request_id uuid not null default access.new_id(),
  sender_key_id uuid not null,
  idempotency_key text not null,
  content_hash text not null,
  requested_at timestamp with time zone not null default now(),
  PRIMARY KEY (area_id, sent_request_id),
  UNIQUE (area_id, sender_key_id, idempotency_key),
  FOREIGN KEY (area_id, sender_key_id) REFERENCES referrals.sender_key(area_id, sender_key_id));
create policy within_my_area on referrals.sent_request for all to waymark_app using ((area_id = access.area_id())) with check ((area_id = access.area_id()));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.sent_request REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sent_request_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.sent_request REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('sent_request_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.sent_request REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sent_request_id', 'second');
grant insert, select on referrals.sent_request to waymark_app;

create table referrals.transfer (
  area_id uuid not null default access.area_id(),
  transfer_id uuid not null default access.new_id(),
  held_by uuid not null,
  profile text not null,
  sender text not null,
  came_by text not null,
  file_name text not null,
  content_hash text not null,
  bytes bigint not null,
  sent_on date not null,
  other_content boolean not null default false,
  rows_read integer not null default 0,
  blank_lines integer not null default 0,
  skipped_lines integer not null default 0,
  received_at timestamp with time zone not null default now(),
  received_by uuid default access.actor_id(),
  finished_at timestamp with time zone,
  bytes_read bigint not null default 0,
  reading_since timestamp with time zone not null default now(),
  rows_before integer not null default 0,
  landed_at timestamp with time zone,
  stopped_because text,
  rows_kept integer,
  missing_rows integer[],
  PRIMARY KEY (area_id, transfer_id),
  UNIQUE (area_id, held_by, sender, content_hash),
  CHECK ((came_by = ANY (ARRAY['command-line'::text, 'upload'::text, 'program'::text]))),
  CHECK ((content_hash ~ '^[0-9a-f]{64}$'::text)),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id));
create index ON referrals.transfer USING btree (area_id, held_by, sent_on DESC, transfer_id DESC);
create policy held_by_my_teams on referrals.transfer for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON referrals.transfer REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('transfer_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON referrals.transfer REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('transfer_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON referrals.transfer REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('transfer_id', 'second');
grant insert, select, update on referrals.transfer to waymark_app;

create table referrals.transfer_count (
  area_id uuid not null default access.area_id(),
  transfer_id uuid not null,
  held_by uuid not null,
  offence_group text not null,
  result text not null,
  heap text not null,
  n integer not null,
  PRIMARY KEY (area_id, transfer_id, offence_group, result, heap),
  CHECK ((heap = ANY (ARRAY['accepted'::text, 'held'::text, 'refused'::text]))),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, transfer_id) REFERENCES referrals.transfer(area_id, transfer_id));
create policy held_by_my_teams on referrals.transfer_count for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
grant insert, select, update on referrals.transfer_count to waymark_app;

create table referrals.waiting_piece (
  area_id uuid not null default access.area_id(),
  transfer_id uuid not null,
  piece_number integer not null,
  held_by uuid not null,
  content bytea not null,
  PRIMARY KEY (area_id, transfer_id, piece_number),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, transfer_id) REFERENCES referrals.transfer(area_id, transfer_id));
create policy held_by_my_teams on referrals.waiting_piece for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
grant delete, insert, select on referrals.waiting_piece to waymark_app;

-- restorative_justice

create schema restorative_justice;
grant usage on schema restorative_justice to waymark_app;
grant usage on schema restorative_justice to waymark_figures;

create table restorative_justice.risk_assessment (
  area_id uuid not null default access.area_id(),
  risk_assessment_id uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by uuid not null,
  party text not null,
  assessed_on date not null,
  suitable boolean not null,
  complex boolean not null default false,
  note text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, risk_assessment_id),
  CHECK ((party = ANY (ARRAY['harmed-person'::text, 'person-responsible'::text]))),
  FOREIGN KEY (area_id, rj_referral_id) REFERENCES restorative_justice.rj_referral(area_id, rj_referral_id));
create index ON restorative_justice.risk_assessment USING btree (area_id, rj_referral_id);
create policy held_by_my_teams on restorative_justice.risk_assessment for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON restorative_justice.risk_assessment REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('risk_assessment_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON restorative_justice.risk_assessment REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('risk_assessment_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON restorative_justice.risk_assessment REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('risk_assessment_id', 'second');
grant insert, select on restorative_justice.risk_assessment to waymark_app;

create table restorative_justice.rj_outcome (
  area_id uuid not null default access.area_id(),
  rj_outcome_id uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by uuid not null,
  outcome text not null,
  close_reason text,
  reached_on date,
  superseded_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, rj_outcome_id),
  CHECK (((close_reason IS NULL) OR (outcome = 'withdrew-or-disengaged'::text))),
  CHECK ((close_reason = ANY (ARRAY['victim-withdrew'::text, 'victim-disengaged'::text]))),
  CHECK ((outcome = ANY (ARRAY['conference'::text, 'letter'::text, 'shuttle'::text, 'video'::text, 'community-conference'::text, 'restorative-conversation'::text, 'withdrew-or-disengaged'::text, 'no-offender-information'::text, 'offender-declined'::text, 'denies-responsibility'::text, 'unsuitable'::text, 'too-early'::text, 'in-preparation'::text]))),
  FOREIGN KEY (area_id, rj_referral_id) REFERENCES restorative_justice.rj_referral(area_id, rj_referral_id));
create UNIQUE index ON restorative_justice.rj_outcome USING btree (area_id, rj_referral_id) WHERE (superseded_at IS NULL);
create policy counted_within_area on restorative_justice.rj_outcome for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on restorative_justice.rj_outcome for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON restorative_justice.rj_outcome REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('rj_outcome_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON restorative_justice.rj_outcome REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('rj_outcome_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON restorative_justice.rj_outcome REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('rj_outcome_id', 'second');
grant insert, select, update on restorative_justice.rj_outcome to waymark_app;
grant select (area_id, close_reason, held_by, outcome, reached_on, recorded_at, rj_outcome_id, rj_referral_id, superseded_at) on restorative_justice.rj_outcome to waymark_figures;

create table restorative_justice.rj_referral (
  area_id uuid not null default access.area_id(),
  rj_referral_id uuid not null default access.new_id(),
  held_by uuid not null,
  person_id uuid,
  referral_id uuid,
  reference text not null,
  received_on date not null,
  source text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, rj_referral_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id),
  FOREIGN KEY (area_id, referral_id) REFERENCES referrals.referral(area_id, referral_id));
create UNIQUE index ON restorative_justice.rj_referral USING btree (area_id, held_by, reference);
create policy counted_within_area on restorative_justice.rj_referral for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on restorative_justice.rj_referral for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON restorative_justice.rj_referral REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('rj_referral_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON restorative_justice.rj_referral REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('rj_referral_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON restorative_justice.rj_referral REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('rj_referral_id', 'second');
grant insert, select, update on restorative_justice.rj_referral to waymark_app;
grant select (area_id, held_by, person_id, received_on, recorded_at, referral_id, rj_referral_id, source) on restorative_justice.rj_referral to waymark_figures;

create table restorative_justice.sign_off (
  area_id uuid not null default access.area_id(),
  sign_off_id uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by uuid not null,
  note text,
  signed_off_at timestamp with time zone not null default now(),
  signed_off_by uuid not null default access.actor_id(),
  PRIMARY KEY (area_id, sign_off_id),
  FOREIGN KEY (area_id, rj_referral_id) REFERENCES restorative_justice.rj_referral(area_id, rj_referral_id));
create index ON restorative_justice.sign_off USING btree (area_id, rj_referral_id);
create policy held_by_my_teams on restorative_justice.sign_off for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON restorative_justice.sign_off REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sign_off_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON restorative_justice.sign_off REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('sign_off_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON restorative_justice.sign_off REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('sign_off_id', 'second');
grant insert, select on restorative_justice.sign_off to waymark_app;

create table restorative_justice.step (
  area_id uuid not null default access.area_id(),
  step_id uuid not null default access.new_id(),
  rj_referral_id uuid not null,
  held_by uuid not null,
  stage text not null,
  reached_on date not null,
  note text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, step_id),
  UNIQUE (area_id, rj_referral_id, stage),
  CHECK ((stage = ANY (ARRAY['initial-contact'::text, 'consent'::text, 'suitability'::text, 'offender-contact'::text, 'preparation'::text, 'intervention'::text, 'outcome-agreement'::text, 'follow-up'::text, 'closed'::text]))),
  FOREIGN KEY (area_id, rj_referral_id) REFERENCES restorative_justice.rj_referral(area_id, rj_referral_id));
create policy counted_within_area on restorative_justice.step for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on restorative_justice.step for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON restorative_justice.step REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('step_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON restorative_justice.step REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('step_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON restorative_justice.step REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('step_id', 'second');
grant insert, select on restorative_justice.step to waymark_app;
grant select (area_id, held_by, reached_on, recorded_at, rj_referral_id, stage, step_id) on restorative_justice.step to waymark_figures;

-- support

create schema support;
grant usage on schema support to waymark_app;
grant usage on schema support to waymark_figures;

CREATE OR REPLACE FUNCTION support.keep_given_true()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare given uuid[];
begin
  if not exists (select from support.given_person where area_id = access.area_id()) then return null; end if;
  select array_agg(distinct c.person_id) into given from changed c
  join support.given_person g on g.area_id = c.area_id and g.person_id = c.person_id;
  if given is null then return null; end if;
  -- Locked before it is read: of two changes at once the later one sees the earlier.
  perform from support.given_person where area_id = access.area_id() and person_id = any (given) order by given_person_id for update;
  update support.given_person g
  set person = v.person, code_word = v.code_word, address_protected = v.address_protected, person_held_by = v.held_by
  from people.person_to_give v
  where g.area_id = access.area_id() and g.person_id = any (given) and v.area_id = g.area_id and v.person_id = g.person_id;
  return null;
end $function$
;

create table support.action (
  area_id uuid not null default access.area_id(),
  action_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  acted_on date not null,
  type text not null,
  quantity integer not null default 1,
  minutes integer,
  channel text,
  outcome text,
  worker text,
  source_reference text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, action_id),
  CHECK ((minutes >= 0)),
  CHECK ((quantity > 0)),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.action USING btree (area_id, case_id, acted_on);
create UNIQUE index ON support.action USING btree (area_id, held_by, source_reference) WHERE (source_reference IS NOT NULL);
create policy counted_within_area on support.action for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support.action for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.action REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('action_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.action REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('action_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.action REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('action_id', 'second');
grant insert, select on support.action to waymark_app;
grant select (acted_on, action_id, area_id, case_id, channel, held_by, minutes, quantity, recorded_at, type) on support.action to waymark_figures;

create table support.allocation (
  area_id uuid not null default access.area_id(),
  allocation_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  allocated_to uuid,
  because text,
  knows_person text not null default 'not-asked'::text,
  answered_at timestamp with time zone,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, allocation_id),
  CHECK ((knows_person = ANY (ARRAY['not-asked'::text, 'no'::text, 'yes'::text]))),
  FOREIGN KEY (area_id, allocated_to) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.allocation USING btree (area_id, case_id);
create policy held_by_my_teams on support.allocation for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.allocation REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('allocation_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.allocation REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('allocation_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.allocation REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('allocation_id', 'second');
grant insert, select, update on support.allocation to waymark_app;

create table support."case" (
  area_id uuid not null default access.area_id(),
  case_id uuid not null default access.new_id(),
  held_by uuid not null,
  person_id uuid not null,
  referral_id uuid,
  reference text not null,
  opened_on date not null,
  received_on date,
  tier text not null,
  allocated_to uuid,
  risk text,
  sensitive boolean not null default false,
  enhanced_reasons text[] not null default '{}'::text[],
  follows_case_id uuid,
  offered_to uuid,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  worker text,
  PRIMARY KEY (area_id, case_id),
  UNIQUE (area_id, case_id, held_by),
  CHECK ((risk = ANY (ARRAY['standard'::text, 'medium'::text, 'high'::text]))),
  CHECK ((tier = ANY (ARRAY['brief'::text, 'longer-term'::text]))),
  FOREIGN KEY (area_id, allocated_to) REFERENCES access.member(area_id, member_id),
  FOREIGN KEY (area_id, follows_case_id) REFERENCES support."case"(area_id, case_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, offered_to) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id),
  FOREIGN KEY (area_id, referral_id) REFERENCES referrals.referral(area_id, referral_id));
create index ON support."case" USING btree (area_id, allocated_to);
create index ON support."case" USING btree (area_id, offered_to) WHERE (offered_to IS NOT NULL);
create index ON support."case" USING btree (area_id, opened_on, case_id);
create index ON support."case" USING btree (area_id, person_id);
create index ON support."case" USING btree (area_id, referral_id);
create UNIQUE index ON support."case" USING btree (area_id, held_by, reference);
create policy counted_within_area on support."case" for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support."case" for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy offered_to_my_teams on support."case" for select to waymark_app using (((area_id = access.area_id()) AND (offered_to IS NOT NULL) AND (offered_to = ANY (access.my_teams()))));
create policy taken_by_my_teams on support."case" for update to waymark_app using (((area_id = access.area_id()) AND (offered_to = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())) AND (offered_to IS NULL)));
CREATE TRIGGER keep_delete AFTER DELETE ON support."case" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('case_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support."case" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('case_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support."case" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('case_id', 'second');
grant insert, select, update on support."case" to waymark_app;
grant select (allocated_to, area_id, case_id, enhanced_reasons, follows_case_id, held_by, opened_on, person_id, received_on, recorded_at, referral_id, risk, sensitive, tier) on support."case" to waymark_figures;

create table support.closure (
  area_id uuid not null default access.area_id(),
  closure_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  closed_on date not null,
  reason text not null,
  note text,
  last_self_assessment text,
  returned_on date,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, closure_id),
  CHECK ((last_self_assessment = ANY (ARRAY['done'::text, 'declined'::text, 'not-offered'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.closure USING btree (area_id, case_id);
create UNIQUE index ON support.closure USING btree (area_id, case_id) WHERE (returned_on IS NULL);
create policy counted_within_area on support.closure for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support.closure for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.closure REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('closure_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.closure REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('closure_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.closure REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('closure_id', 'second');
grant insert, select, update on support.closure to waymark_app;
grant select (area_id, case_id, closed_on, closure_id, held_by, last_self_assessment, reason, recorded_at, returned_on) on support.closure to waymark_figures;

create table support.contact_attempt (
  area_id uuid not null default access.area_id(),
  contact_attempt_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  attempted_at timestamp with time zone not null,
  channel text not null,
  result text not null,
  minutes integer,
  note text,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, contact_attempt_id),
  CHECK ((channel = ANY (ARRAY['phone'::text, 'sms'::text, 'email'::text, 'letter'::text, 'face-to-face'::text, 'live-chat'::text]))),
  CHECK ((minutes >= 0)),
  CHECK ((result = ANY (ARRAY['reached'::text, 'no-answer'::text, 'message-left'::text, 'wrong-number'::text, 'third-party'::text, 'unsafe'::text, 'undelivered'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.contact_attempt USING btree (area_id, case_id, attempted_at);
create policy counted_within_area on support.contact_attempt for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support.contact_attempt for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.contact_attempt REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('contact_attempt_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.contact_attempt REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('contact_attempt_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.contact_attempt REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('contact_attempt_id', 'second');
grant insert, select on support.contact_attempt to waymark_app;
grant select (area_id, attempted_at, case_id, channel, contact_attempt_id, held_by, minutes, recorded_at, result) on support.contact_attempt to waymark_figures;

create table support.given_person (
  area_id uuid not null default access.area_id(),
  given_person_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  person jsonb not null,
  code_word text,
  given_at timestamp with time zone not null default now(),
  given_by uuid default access.actor_id(),
  person_id uuid,
  person_held_by uuid,
  address_protected boolean not null default false,
  PRIMARY KEY (area_id, given_person_id),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.given_person USING btree (area_id, case_id);
create index ON support.given_person USING btree (area_id, person_id);
create policy held_by_my_teams on support.given_person for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy kept_true_by_who_holds_the_person on support.given_person for update to waymark_app using (((area_id = access.area_id()) AND (person_held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (person_held_by = ANY (access.my_teams()))));
create policy seen_by_who_holds_the_person on support.given_person for select to waymark_app using (((area_id = access.area_id()) AND (person_held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.given_person REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('given_person_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.given_person REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('given_person_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.given_person REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('given_person_id', 'second');
grant delete, insert, select, update on support.given_person to waymark_app;

create table support.given_referrer (
  area_id uuid not null default access.area_id(),
  case_id uuid not null,
  held_by uuid not null,
  referral_id uuid not null,
  name text not null,
  team_id uuid not null,
  reference text not null,
  sent_on date not null,
  file_name text not null,
  row_number integer not null,
  victim_number integer not null,
  occurrence_number text,
  given_at timestamp with time zone not null default now(),
  given_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, case_id),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE,
  FOREIGN KEY (area_id, referral_id) REFERENCES referrals.referral(area_id, referral_id),
  FOREIGN KEY (area_id, team_id) REFERENCES access.team(area_id, team_id));
create index ON support.given_referrer USING btree (area_id, referral_id);
create policy held_by_my_teams on support.given_referrer for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.given_referrer REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('case_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.given_referrer REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('case_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.given_referrer REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('case_id', 'second');
grant insert, select on support.given_referrer to waymark_app;

create table support.hand_over (
  area_id uuid not null default access.area_id(),
  hand_over_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  offered_to uuid not null,
  because text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  answer text,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer_note text,
  reference text,
  tier text,
  risk text,
  sensitive boolean not null default false,
  agreement_id uuid,
  ground text,
  ground_note text,
  person_id uuid,
  PRIMARY KEY (area_id, hand_over_id),
  CHECK ((((agreement_id IS NULL) = (ground IS NULL)) AND ((ground IS NULL) = (ground_note IS NULL)))),
  CHECK ((answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  CHECK ((ground = ANY (ARRAY['consent'::text, 'law'::text]))),
  CHECK ((held_by <> offered_to)),
  FOREIGN KEY (area_id, agreement_id) REFERENCES organisations.agreement(area_id, agreement_id),
  FOREIGN KEY (area_id, case_id) REFERENCES support."case"(area_id, case_id),
  FOREIGN KEY (area_id, held_by) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, offered_to) REFERENCES access.team(area_id, team_id),
  FOREIGN KEY (area_id, person_id) REFERENCES people.person(area_id, person_id));
create index ON support.hand_over USING btree (area_id, case_id);
create index ON support.hand_over USING btree (area_id, offered_to) WHERE (answer IS NULL);
create index ON support.hand_over USING btree (area_id, person_id);
create UNIQUE index ON support.hand_over USING btree (area_id, case_id) WHERE (answer IS NULL);
create policy answered_by_my_teams on support.hand_over for update to waymark_app using (((area_id = access.area_id()) AND (offered_to = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (offered_to = ANY (access.my_teams()))));
create policy held_by_my_teams on support.hand_over for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
create policy offered_to_my_teams on support.hand_over for select to waymark_app using (((area_id = access.area_id()) AND (offered_to = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.hand_over REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('hand_over_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.hand_over REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('hand_over_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.hand_over REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('hand_over_id', 'second');
grant insert, select, update on support.hand_over to waymark_app;

create table support.need_score (
  area_id uuid not null default access.area_id(),
  need_score_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  assessed_on date not null,
  stage text not null,
  need text not null,
  worker_score integer,
  person_score integer,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, need_score_id),
  CHECK (((person_score >= 0) AND (person_score <= 5))),
  CHECK (((worker_score >= 0) AND (worker_score <= 5))),
  CHECK (((worker_score IS NOT NULL) OR (person_score IS NOT NULL))),
  CHECK ((need = ANY (ARRAY['health'::text, 'accommodation'::text, 'family'::text, 'education-employment'::text, 'drugs-alcohol'::text, 'finance'::text, 'outlook'::text, 'social'::text]))),
  CHECK ((stage = ANY (ARRAY['start'::text, 'review'::text, 'close'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.need_score USING btree (area_id, case_id);
create policy counted_within_area on support.need_score for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support.need_score for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.need_score REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('need_score_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.need_score REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('need_score_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.need_score REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('need_score_id', 'second');
grant insert, select on support.need_score to waymark_app;
grant select (area_id, assessed_on, case_id, held_by, need, need_score_id, person_score, recorded_at, stage, worker_score) on support.need_score to waymark_figures;

create table support.note (
  area_id uuid not null default access.area_id(),
  note_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  body text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, note_id),
  CHECK ((body <> ''::text)),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.note USING btree (area_id, case_id);
create policy held_by_my_teams on support.note for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.note REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('note_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.note REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('note_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.note REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('note_id', 'second');
grant insert, select on support.note to waymark_app;

create table support.risk_judgement (
  area_id uuid not null default access.area_id(),
  risk_judgement_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  judged_on date not null,
  risk text not null,
  because text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, risk_judgement_id),
  CHECK ((risk = ANY (ARRAY['standard'::text, 'medium'::text, 'high'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.risk_judgement USING btree (area_id, case_id);
create policy counted_within_area on support.risk_judgement for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support.risk_judgement for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.risk_judgement REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('risk_judgement_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.risk_judgement REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('risk_judgement_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.risk_judgement REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('risk_judgement_id', 'second');
grant insert, select on support.risk_judgement to waymark_app;
grant select (area_id, case_id, held_by, judged_on, recorded_at, risk, risk_judgement_id) on support.risk_judgement to waymark_figures;

create table support.route_review (
  area_id uuid not null default access.area_id(),
  route_review_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  finding text not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  found text not null default 'safe-way'::text,
  PRIMARY KEY (area_id, route_review_id),
  CHECK ((found = ANY (ARRAY['safe-way'::text, 'none'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.route_review USING btree (area_id, case_id);
create policy held_by_my_teams on support.route_review for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.route_review REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('route_review_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.route_review REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('route_review_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.route_review REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('route_review_id', 'second');
grant insert, select on support.route_review to waymark_app;

create table support.task (
  area_id uuid not null default access.area_id(),
  task_id uuid not null default access.new_id(),
  case_id uuid not null,
  held_by uuid not null,
  step text,
  type text,
  what text not null,
  due_on date not null,
  done_on date,
  ended_as text,
  done_by uuid,
  recorded_at timestamp with time zone not null default now(),
  recorded_by uuid default access.actor_id(),
  PRIMARY KEY (area_id, task_id),
  CHECK (((done_on IS NULL) = (ended_as IS NULL))),
  CHECK ((ended_as = ANY (ARRAY['done'::text, 'not-needed'::text]))),
  CHECK ((step = ANY (ARRAY['first-contact'::text, 'try-again'::text, 'send-message'::text, 'close-no-contact'::text, 'review-route'::text]))),
  FOREIGN KEY (area_id, case_id, held_by) REFERENCES support."case"(area_id, case_id, held_by) ON UPDATE CASCADE);
create index ON support.task USING btree (area_id, case_id);
create UNIQUE index ON support.task USING btree (area_id, case_id) WHERE ((step IS NOT NULL) AND (done_on IS NULL));
create policy counted_within_area on support.task for select to waymark_figures using ((area_id = access.area_id()));
create policy held_by_my_teams on support.task for all to waymark_app using (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams())))) with check (((area_id = access.area_id()) AND (held_by = ANY (access.my_teams()))));
CREATE TRIGGER keep_delete AFTER DELETE ON support.task REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('task_id', 'second');
CREATE TRIGGER keep_insert AFTER INSERT ON support.task REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_insert('task_id', 'second');
CREATE TRIGGER keep_update AFTER UPDATE ON support.task REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION access.keep_update('task_id', 'second');
grant insert, select, update on support.task to waymark_app;
grant select (area_id, case_id, done_on, due_on, ended_as, held_by, recorded_at, step, task_id, type) on support.task to waymark_figures;

create view support.timeline with (security_invoker=true) as
 SELECT "case".area_id,
    "case".case_id,
    "case".held_by,
    'opened'::text AS kind,
    "case".case_id AS record_id,
    "case".opened_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    LEAST("case".recorded_at, ("case".opened_on + 1)::timestamp with time zone - '00:01:00'::interval) AS sort_at,
    "case".recorded_by,
    jsonb_build_object('tier', "case".tier, 'follows_case_id', "case".follows_case_id) AS detail
   FROM support."case"
UNION ALL
 SELECT allocation.area_id,
    allocation.case_id,
    allocation.held_by,
    'allocated'::text AS kind,
    allocation.allocation_id AS record_id,
    allocation.recorded_at::date AS happened_on,
    allocation.recorded_at AS happened_at,
    allocation.recorded_at AS sort_at,
    allocation.recorded_by,
    jsonb_build_object('allocated_to', allocation.allocated_to, 'because', allocation.because, 'knows_person', allocation.knows_person) AS detail
   FROM support.allocation
UNION ALL
 SELECT contact_attempt.area_id,
    contact_attempt.case_id,
    contact_attempt.held_by,
    'contact-attempt'::text AS kind,
    contact_attempt.contact_attempt_id AS record_id,
    contact_attempt.attempted_at::date AS happened_on,
    contact_attempt.attempted_at AS happened_at,
    contact_attempt.attempted_at AS sort_at,
    contact_attempt.recorded_by,
    jsonb_build_object('channel', contact_attempt.channel, 'result', contact_attempt.result, 'minutes', contact_attempt.minutes, 'note', contact_attempt.note) AS detail
   FROM support.contact_attempt
UNION ALL
 SELECT need_score.area_id,
    need_score.case_id,
    need_score.held_by,
    'needs'::text AS kind,
    (array_agg(need_score.need_score_id ORDER BY need_score.need_score_id))[1] AS record_id,
    need_score.assessed_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    LEAST(need_score.recorded_at, (need_score.assessed_on + 1)::timestamp with time zone - '00:01:00'::interval) AS sort_at,
    need_score.recorded_by,
    jsonb_build_object('stage', need_score.stage, 'scores', jsonb_object_agg(need_score.need, jsonb_build_array(need_score.worker_score, need_score.person_score))) AS detail
   FROM support.need_score
  GROUP BY need_score.area_id, need_score.case_id, need_score.held_by, need_score.assessed_on, need_score.stage, need_score.recorded_at, need_score.recorded_by
UNION ALL
 SELECT action.area_id,
    action.case_id,
    action.held_by,
    'action'::text AS kind,
    action.action_id AS record_id,
    action.acted_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    LEAST(action.recorded_at, (action.acted_on + 1)::timestamp with time zone - '00:01:00'::interval) AS sort_at,
    action.recorded_by,
    jsonb_build_object('type', action.type, 'quantity', action.quantity, 'minutes', action.minutes, 'channel', action.channel, 'outcome', action.outcome, 'worker', action.worker) AS detail
   FROM support.action
UNION ALL
 SELECT note.area_id,
    note.case_id,
    note.held_by,
    'note'::text AS kind,
    note.note_id AS record_id,
    note.recorded_at::date AS happened_on,
    note.recorded_at AS happened_at,
    note.recorded_at AS sort_at,
    note.recorded_by,
    jsonb_build_object('body', note.body) AS detail
   FROM support.note
UNION ALL
 SELECT task.area_id,
    task.case_id,
    task.held_by,
    'task'::text AS kind,
    task.task_id AS record_id,
    task.done_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    (task.done_on + 1)::timestamp with time zone - '00:01:00'::interval AS sort_at,
    task.done_by AS recorded_by,
    jsonb_build_object('what', task.what, 'ended_as', task.ended_as) AS detail
   FROM support.task
  WHERE task.done_on IS NOT NULL AND task.step IS NULL
UNION ALL
 SELECT risk_judgement.area_id,
    risk_judgement.case_id,
    risk_judgement.held_by,
    'risk'::text AS kind,
    risk_judgement.risk_judgement_id AS record_id,
    risk_judgement.judged_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    LEAST(risk_judgement.recorded_at, (risk_judgement.judged_on + 1)::timestamp with time zone - '00:01:00'::interval) AS sort_at,
    risk_judgement.recorded_by,
    jsonb_build_object('risk', risk_judgement.risk, 'because', risk_judgement.because) AS detail
   FROM support.risk_judgement
UNION ALL
 SELECT closure.area_id,
    closure.case_id,
    closure.held_by,
    'closed'::text AS kind,
    closure.closure_id AS record_id,
    closure.closed_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    LEAST(closure.recorded_at, (closure.closed_on + 1)::timestamp with time zone - '00:01:00'::interval) AS sort_at,
    closure.recorded_by,
    jsonb_build_object('reason', closure.reason, 'note', closure.note) AS detail
   FROM support.closure
UNION ALL
 SELECT closure.area_id,
    closure.case_id,
    closure.held_by,
    'returned'::text AS kind,
    closure.closure_id AS record_id,
    closure.returned_on AS happened_on,
    NULL::timestamp with time zone AS happened_at,
    (closure.returned_on + 1)::timestamp with time zone - '00:01:00'::interval AS sort_at,
    NULL::uuid AS recorded_by,
    jsonb_build_object('closed_on', closure.closed_on) AS detail
   FROM support.closure
  WHERE closure.returned_on IS NOT NULL
UNION ALL
 SELECT hand_over.area_id,
    hand_over.case_id,
    hand_over.held_by,
    'hand-over'::text AS kind,
    hand_over.hand_over_id AS record_id,
    hand_over.recorded_at::date AS happened_on,
    hand_over.recorded_at AS happened_at,
    COALESCE(hand_over.answered_at, hand_over.recorded_at) AS sort_at,
    hand_over.recorded_by,
    jsonb_build_object('held_by', hand_over.held_by, 'offered_to', hand_over.offered_to, 'because', hand_over.because, 'answer', hand_over.answer, 'answer_note', hand_over.answer_note) AS detail
   FROM support.hand_over
UNION ALL
 SELECT route_review.area_id,
    route_review.case_id,
    route_review.held_by,
    'route-review'::text AS kind,
    route_review.route_review_id AS record_id,
    route_review.recorded_at::date AS happened_on,
    route_review.recorded_at AS happened_at,
    route_review.recorded_at AS sort_at,
    route_review.recorded_by,
    jsonb_build_object('finding', route_review.finding) AS detail
   FROM support.route_review;
grant select on support.timeline to waymark_app;
