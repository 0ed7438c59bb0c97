-- Members of the public who asked to be told what is published. An address is kept sealed with a key that the database does not have, found by
-- a keyed hash or by the hash of its token, and gone with its row; the record of changes keeps that it was there, never what it was.
create schema public_site;
grant usage on schema public_site to waymark_app;

create table public_site.follower (
  area_id      uuid not null default access.area_id() references access.area,
  follower_id  uuid not null default access.new_id(),
  held_by      uuid not null,                  -- the team whose publications they follow: it sees how many, and no address
  address_sealed bytea not null,
  address_key  bytea not null,
  token_hash   bytea not null,
  asked_at     timestamptz not null default now(),
  confirmed_at timestamptz,
  primary key (area_id, follower_id),
  unique (area_id, held_by, address_key),
  unique (area_id, token_hash),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
alter table public_site.follower enable row level security;
alter table public_site.follower force row level security;
create policy known_by_its_token on public_site.follower to waymark_app
  using (area_id = access.area_id() and (token_hash = any (access.session_keys()) or address_key = any (access.session_keys())
    or held_by = any (access.my_teams())))
  with check (area_id = access.area_id() and (token_hash = any (access.session_keys()) or address_key = any (access.session_keys())));
grant select, insert, update, delete on public_site.follower to waymark_app;
create trigger keep_insert after insert on public_site.follower referencing new table as after_rows
  for each statement execute function access.keep_insert('follower_id');
create trigger keep_update after update on public_site.follower referencing old table as before_rows
  for each statement execute function access.keep_unread('follower_id');
create trigger keep_delete after delete on public_site.follower referencing old table as before_rows
  for each statement execute function access.keep_unread('follower_id');

-- What followers have been told of: each thing once.
create table public_site.telling (
  area_id    uuid not null default access.area_id(),
  telling_id uuid not null default access.new_id(),
  thing_id   uuid not null,                    -- the version or the restatement
  told       int not null,                     -- how many were written to
  told_at    timestamptz not null default now(),
  primary key (area_id, telling_id),
  unique (area_id, thing_id));
select access.protect_within_area('public_site.telling', 'select, insert');
