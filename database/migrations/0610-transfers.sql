-- What a force sends. A transfer is one file; each row of it becomes a referral with its one result, and a receipt for the force.

-- How a sender's files are read, as data: MAPPING-PROFILES.md. About no person.
create table referrals.mapping_profile (
  area_id            uuid not null default access.area_id() references access.area,
  mapping_profile_id uuid not null default access.new_id(),
  code               text not null check (code ~ '^[a-z][a-z0-9-]*$'),
  title              text not null,
  written            jsonb not null,           -- the profile as its author wrote it
  recorded_at        timestamptz not null default now(),
  recorded_by        uuid default access.actor_id(),
  primary key (area_id, mapping_profile_id),
  unique (area_id, code));
select access.protect_within_area('referrals.mapping_profile', 'select, insert, update');

-- A program that sends files has a key of its own; only its hash is kept.
create table referrals.sender_key (
  area_id       uuid not null default access.area_id() references access.area,
  sender_key_id uuid not null default access.new_id(),
  profile       text not null,                 -- the profile that its files are read by
  key_hash      bytea not null,
  made_at       timestamptz not null default now(),
  made_by       uuid default access.actor_id(),
  revoked_at    timestamptz,
  primary key (area_id, sender_key_id),
  unique (area_id, key_hash));
select access.protect_within_area('referrals.sender_key', 'select, insert, update');

create table referrals.transfer (
  area_id       uuid not null default access.area_id(),
  transfer_id   uuid not null default access.new_id(),
  held_by       uuid not null,
  profile       text not null,
  sender        text not null,
  came_by       text not null check (came_by in ('command-line', 'upload', 'program')),
  file_name     text not null,
  content_hash  text not null check (content_hash ~ '^[0-9a-f]{64}$'), -- of its bytes; of its name too when it has no rows
  bytes         bigint not null,
  sent_on       date not null,                 -- from the file's name, else the day it was received
  other_content boolean not null default false,-- alert: a file of this name came before with other content
  rows_read     int not null default 0,        -- rows whose results are kept; a stopped import goes on after them
  blank_lines   int not null default 0,
  skipped_lines int not null default 0,
  received_at   timestamptz not null default now(),
  received_by   uuid default access.actor_id(),
  finished_at   timestamptz,
  primary key (area_id, transfer_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  unique (area_id, held_by, sender, content_hash));
create index on referrals.transfer (area_id, held_by, sent_on desc, transfer_id desc);
select access.protect('referrals.transfer', 'select, insert, update');

-- One request of a program is one transfer, however often it is sent.
create table referrals.sent_request (
  area_id         uuid not null default access.area_id(),
  sent_request_id uuid not null default access.new_id(),
  sender_key_id   uuid not null,
  idempotency_key text not null,
  content_hash    text not null,
  requested_at    timestamptz not null default now(),
  primary key (area_id, sent_request_id),
  foreign key (area_id, sender_key_id) references referrals.sender_key (area_id, sender_key_id),
  unique (area_id, sender_key_id, idempotency_key));
select access.protect_within_area('referrals.sent_request', 'select, insert');

create sequence referrals.referral_number;
grant usage on sequence referrals.referral_number to waymark_app;

alter table referrals.referral
  add column transfer_id   uuid,
  add column row_number    int,                -- in the file, from 1, without headings and blank lines
  add column victim_number int,                -- 1, unless a row is a crime with several victims
  add column missing       text[] not null default '{}',  -- what the sender is asked for: codes, nothing about the person
  add foreign key (area_id, transfer_id) references referrals.transfer (area_id, transfer_id);
create unique index on referrals.referral (area_id, transfer_id, row_number, victim_number) where transfer_id is not null;

-- What arrived before: a hash of sender, occurrence and person, so that the same row again is a duplicate. A table of its own with one
-- index, which no plan can miss: among the referrals the planner reads a team's whole year instead, until it has statistics.
create table referrals.arrival (
  area_id     uuid not null default access.area_id(),
  held_by     uuid not null,
  arrival_key uuid not null,
  referral_id uuid not null,
  primary key (area_id, held_by, arrival_key));
select access.protect('referrals.arrival', 'select, insert');

-- A row that somebody must look at. What was read of it is kept only until it is settled.
create table referrals.held_row (
  area_id     uuid not null default access.area_id(),
  held_row_id uuid not null default access.new_id(),
  held_by     uuid not null,
  referral_id uuid not null,
  result      text not null check (result in ('error', 'no-consent', 'safeguarding', 'unsafe-contact', 'no-contact-details')),  -- why it is held
  problems    text[] not null default '{}',    -- sentences: what is wrong and where
  victim      jsonb,                           -- what was read, by field; corrected here
  cells       jsonb,                           -- heading to cell as it came, for a row that could not be read
  held_at     timestamptz not null default now(),
  asked_at    timestamptz,                     -- a question waits for the sender's answer
  settled_at  timestamptz,
  settled_as  text check (settled_as in ('released', 'closed')),
  closed_because text,
  primary key (area_id, held_row_id),
  unique (area_id, referral_id),
  unique (area_id, held_row_id, held_by),
  foreign key (area_id, referral_id) references referrals.referral (area_id, referral_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  check ((settled_at is null) = (settled_as is null)),
  check (settled_at is null or (victim is null and cells is null)));
create index on referrals.held_row (area_id, held_by, held_row_id) where settled_at is null;
select access.protect('referrals.held_row', 'select, insert, update');

create table referrals.held_row_step (
  area_id          uuid not null default access.area_id(),
  held_row_step_id uuid not null default access.new_id(),
  held_row_id      uuid not null,
  held_by          uuid not null,
  step             text not null check (step in ('corrected', 'asked', 'answered', 'sent-again', 'released', 'closed')),
  note             text,
  taken_at         timestamptz not null default now(),
  taken_by         uuid default access.actor_id(),
  primary key (area_id, held_row_step_id),
  foreign key (area_id, held_row_id, held_by) references referrals.held_row (area_id, held_row_id, held_by) on update cascade);
create index on referrals.held_row_step (area_id, held_row_id);
select access.protect('referrals.held_row_step', 'select, insert');
-- Sharing is giving (decision 2): the sender gives an answer to the holding team, and sees nothing of the row.
create policy given_by_sender on referrals.held_row_step for insert to waymark_app with check (area_id = access.area_id() and step = 'answered');

-- What the sender may know: written for the sender's team, which holds it. Only ever added to; the newest of a referral counts.
create table referrals.receipt (
  area_id       uuid not null default access.area_id(),
  receipt_id    uuid not null default access.new_id(),
  held_by       uuid not null,
  referral_id   uuid not null,
  reference     text not null,
  sent_on       date not null,
  file_name     text not null,
  row_number    int not null,
  victim_number int not null,
  occurrence_number text,
  result        text not null,
  missing       text[] not null default '{}',
  question      text,                          -- asked by the service; about the referral, never its content
  held_row_id   uuid,                          -- where the answer goes
  answer_to     uuid,                          -- the team that asked
  given_at      timestamptz not null default now(),
  primary key (area_id, receipt_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, referral_id) references referrals.referral (area_id, referral_id));
create index on referrals.receipt (area_id, held_by, receipt_id desc);
create index on referrals.receipt (area_id, held_by, occurrence_number);
create index on referrals.receipt (area_id, referral_id);
select access.protect('referrals.receipt', 'select, insert');
create policy given_to_sender on referrals.receipt for insert to waymark_app with check (area_id = access.area_id());
