-- Signing in: accounts, what each member proves themself with, and every attempt. Secrets are reached by their member alone.

-- What an act may show besides its actor: the hashes of the tokens in its hands are in waymark.session_keys (0001); and the one organisation
-- that its actor administers or reviews, set by access/members and access/break-glass after the role was checked.
create function access.organisation_shown() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('waymark.organisation_id', true), '')::uuid $$;

-- That a secret changed is kept; what it was is not.
create function access.keep_unread() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute format('select array_agg(%I) from before_rows', tg_argv[0]) into ids;
  if ids is not null then
    insert into access.change (table_name, operation, record_id, record_ids)
    values (tg_table_schema || '.' || tg_table_name, lower(tg_op),
      case when cardinality(ids) = 1 then ids[1] end, case when cardinality(ids) > 1 then ids end);
  end if;
  return null;
end $$;

create function access.protect_own(protected regclass, rights text) returns void language plpgsql as $$
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
end $$;

-- An account is found by whoever types its whole address, by its member, and by the administrator of its organisation: nobody can list them.
create table access.account (
  area_id         uuid not null default access.area_id(),
  member_id       uuid not null,
  organisation_id uuid not null,
  email           text not null check (email = lower(email)),
  email_key       bytea not null,               -- SHA-256 of the address: what is shown to find it
  made_at         timestamptz not null default now(),
  primary key (area_id, member_id),
  unique (area_id, email_key),
  foreign key (area_id, member_id) references access.member (area_id, member_id),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id));
alter table access.account enable row level security;
alter table access.account force row level security;
create policy found_by_its_address on access.account to waymark_app
  using (area_id = access.area_id() and (email_key = any (access.session_keys()) or member_id = access.actor_id() or organisation_id = access.organisation_shown()))
  with check (area_id = access.area_id() and (member_id = access.actor_id() or organisation_id = access.organisation_shown()));
grant select, insert, update on access.account to waymark_app;
select access.keep_changes('access.account');

create table access.password (
  area_id   uuid not null default access.area_id(),
  member_id uuid not null default access.actor_id(),
  hash      text not null check (hash like '$argon2id$%'),
  set_at    timestamptz not null default now(),
  primary key (area_id, member_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
select access.protect_own('access.password', 'select, insert, update, delete');

-- The authenticator app (RFC 6238). The counter of the last code used is kept, so that a code works once.
create table access.authenticator (
  area_id       uuid not null default access.area_id(),
  member_id     uuid not null default access.actor_id(),
  secret_sealed bytea not null,                 -- encrypted with a key of the deployment, which the database does not have
  last_counter  bigint not null,
  set_at        timestamptz not null default now(),
  primary key (area_id, member_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
select access.protect_own('access.authenticator', 'select, insert, update, delete');

create table access.recovery_code (
  area_id          uuid not null default access.area_id(),
  recovery_code_id uuid not null default access.new_id(),
  member_id        uuid not null default access.actor_id(),
  code_hash        bytea not null,
  used_at          timestamptz,
  primary key (area_id, recovery_code_id),
  unique (area_id, member_id, code_hash),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
select access.protect_own('access.recovery_code', 'select, insert, update, delete');

create table access.passkey (
  area_id       uuid not null default access.area_id(),
  passkey_id    uuid not null default access.new_id(),
  member_id     uuid not null default access.actor_id(),
  credential_id text not null,
  public_key    bytea not null,
  counter       bigint not null default 0,
  transports    text[] not null default '{}',
  name          text not null,                  -- the member's own word for it: 'Work laptop'
  added_at      timestamptz not null default now(),
  last_used_at  timestamptz,
  primary key (area_id, passkey_id),
  unique (area_id, credential_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
create index on access.passkey (area_id, member_id);
select access.protect_own('access.passkey', 'select, insert, update, delete');

-- A code for one first sign-in, shown once to the administrator who made it. Used, it replaces whatever the member signed in with before.
create table access.invitation (
  area_id         uuid not null default access.area_id(),
  invitation_id   uuid not null default access.new_id(),
  organisation_id uuid not null,
  member_id       uuid not null,
  code_hash       bytea not null,
  invited_by      uuid not null default access.actor_id(),
  invited_at      timestamptz not null default now(),
  expires_at      timestamptz not null,
  accepted_at     timestamptz,
  withdrawn_at    timestamptz,
  primary key (area_id, invitation_id),
  unique (area_id, code_hash),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
create index on access.invitation (area_id, member_id);
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
create policy known_by_its_code on access.invitation to waymark_app
  using (area_id = access.area_id() and (code_hash = any (access.session_keys()) or organisation_id = access.organisation_shown()))
  with check (area_id = access.area_id() and (code_hash = any (access.session_keys()) or organisation_id = access.organisation_shown()));
grant select, insert, update on access.invitation to waymark_app;
select access.keep_changes('access.invitation');

-- Between two pages of signing in: what the browser that shows the token has proved or been asked so far. Minutes, then thrown away.
create table access.sign_in_step (
  area_id     uuid not null default access.area_id(),
  step_id     uuid not null default access.new_id(),
  token_hash  bytea not null,
  kind        text not null check (kind in ('second-step', 'first-sign-in', 'passkey', 'new-passkey', 'organisation')),
  member_id   uuid,
  content     jsonb not null default '{}',
  wrong_codes int not null default 0,
  expires_at  timestamptz not null,
  primary key (area_id, step_id),
  unique (area_id, token_hash),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
alter table access.sign_in_step enable row level security;
alter table access.sign_in_step force row level security;
create policy known_by_its_token on access.sign_in_step to waymark_app
  using (area_id = access.area_id() and (token_hash = any (access.session_keys()) or expires_at < now()))
  with check (area_id = access.area_id() and token_hash = any (access.session_keys()));
grant select, insert, update, delete on access.sign_in_step to waymark_app;

-- Every attempt, by hashes keyed with the deployment's secret: a password typed into the wrong box is not kept in clear.
create table access.sign_in_attempt (
  area_id      uuid not null default access.area_id(),
  attempt_id   uuid not null default access.new_id(),
  attempted_at timestamptz not null default now(),
  method       text not null check (method in ('password', 'code', 'recovery-code', 'passkey', 'organisation', 'invitation', 'demonstration')),
  outcome      text not null check (outcome in ('begun', 'first-step', 'succeeded', 'wrong', 'refused')),
  account_key  bytea,                           -- of the address typed, whether there is such an account or not
  address_key  bytea,                           -- of the network address it came from
  browser_key  bytea,                           -- of the known browser it came from
  member_id    uuid,                            -- once it is known who it is
  primary key (area_id, attempt_id));
create index on access.sign_in_attempt (area_id, account_key, attempted_at);
create index on access.sign_in_attempt (area_id, address_key, attempted_at);
alter table access.sign_in_attempt enable row level security;
alter table access.sign_in_attempt force row level security;
create policy within_my_area on access.sign_in_attempt to waymark_app using (area_id = access.area_id()) with check (area_id = access.area_id());
create policy read_by_auditor on access.sign_in_attempt for select to waymark_auditor using (area_id = access.area_id());
grant select, insert, update (outcome, member_id), delete on access.sign_in_attempt to waymark_app;
grant select on access.sign_in_attempt to waymark_auditor;

-- An organisation's own identity (OpenID Connect). Which organisations have one is shown at the door.
create table access.identity_provider (
  area_id              uuid not null default access.area_id(),
  identity_provider_id uuid not null default access.new_id(),
  organisation_id      uuid not null,
  issuer               text not null,
  client_id            text not null,
  client_secret_sealed bytea not null,
  stopped_at           timestamptz,
  primary key (area_id, identity_provider_id),
  unique (area_id, organisation_id),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id));
select access.protect_within_area('access.identity_provider', 'select, insert, update');

create table access.identity_link (
  area_id              uuid not null default access.area_id(),
  identity_link_id     uuid not null default access.new_id(),
  identity_provider_id uuid not null,
  subject_key          bytea not null,          -- SHA-256 of provider and subject
  member_id            uuid not null default access.actor_id(),
  linked_at            timestamptz not null default now(),
  primary key (area_id, identity_link_id),
  unique (area_id, identity_provider_id, subject_key),
  foreign key (area_id, identity_provider_id) references access.identity_provider (area_id, identity_provider_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
alter table access.identity_link enable row level security;
alter table access.identity_link force row level security;
create policy known_by_its_subject on access.identity_link to waymark_app
  using (area_id = access.area_id() and (subject_key = any (access.session_keys()) or member_id = access.actor_id()))
  with check (area_id = access.area_id() and member_id = access.actor_id());
grant select, insert, delete on access.identity_link to waymark_app;
select access.keep_changes('access.identity_link');

-- Break-glass: someone made themself a member for a limited time. The reason may speak of a person: it is in a table of its own.
alter table access.membership drop column break_glass_reason;
alter table access.membership add column break_glass boolean not null default false;
alter table access.membership add constraint break_glass_ends check (not break_glass or (ends_at is not null and ends_at <= joined_at + interval '12 hours'));
create table access.break_glass (
  area_id         uuid not null default access.area_id(),
  break_glass_id  uuid not null default access.new_id(),
  organisation_id uuid not null,
  team_id         uuid not null,
  member_id       uuid not null default access.actor_id(),
  membership_id   uuid not null,
  reason          text not null,
  begun_at        timestamptz not null default now(),
  ends_at         timestamptz not null,
  reviewed_by     uuid,
  reviewed_at     timestamptz,
  finding         text check (finding in ('right', 'not-right')),
  review          text,
  primary key (area_id, break_glass_id),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id),
  foreign key (area_id, team_id) references access.team (area_id, team_id),
  foreign key (area_id, member_id) references access.member (area_id, member_id),
  foreign key (area_id, membership_id) references access.membership (area_id, membership_id),
  foreign key (area_id, reviewed_by) references access.member (area_id, member_id),
  check ((reviewed_at is null) = (reviewed_by is null) and (reviewed_at is null) = (finding is null)),
  check (reviewed_by <> member_id));
create index on access.break_glass (area_id, organisation_id, begun_at);
alter table access.break_glass enable row level security;
alter table access.break_glass force row level security;
create policy seen_by_its_organisation on access.break_glass to waymark_app
  using (area_id = access.area_id() and (member_id = access.actor_id() or organisation_id = access.organisation_shown()))
  with check (area_id = access.area_id() and (member_id = access.actor_id() or organisation_id = access.organisation_shown()));
grant select, insert, update (reviewed_by, reviewed_at, finding, review) on access.break_glass to waymark_app;
select access.keep_changes('access.break_glass');

-- Changes of several rows at once are looked through from the birth of the record asked about (its id carries the time).
create index on access.change (area_id, changed_at) where record_ids is not null;
