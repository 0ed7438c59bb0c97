-- A person as one holder knows them. Each holder keeps its own record; people.identity ties them for counting only (decision 3).
create schema people;
grant usage on schema people to waymark_app, waymark_figures;

create table people.person (
  area_id          uuid not null default access.area_id(),
  person_id        uuid not null default access.new_id(),
  held_by          uuid not null,
  source_reference text,                       -- the number a sender or an old system has for this person
  forename         text not null default '',
  surname          text not null default '',
  surname_key      text collate "C" not null default '',  -- folded by people/keys: what a search compares with
  forename_key     text collate "C" not null default '',
  pseudonym        text,                       -- shown instead of the name where others may see the screen
  date_of_birth    date,
  sex              text check (sex in ('F', 'M', 'X')),
  ethnicity        text,                       -- 16+1 or 18+1 code, as reference knows it
  language         text,                       -- the language an interpreter is needed for
  communication_needs text,                    -- what makes talking and reading easier: large print, a hearing loop, short calls
  code_word        text,                       -- said by the person on the phone to show that it is safe to talk
  district         text,                       -- where they live: name of the district, from the postcode or as sent
  outcode          text,                       -- first half of the postcode: enough for counting by place
  sensitive        boolean not null default false,  -- contact only by a route known to be safe; never linked automatically
  sensitive_because text,
  address_protected boolean not null default false, -- the address is held by a restricted team; others are told only this
  recorded_at      timestamptz not null default now(),
  recorded_by      uuid default access.actor_id(),
  primary key (area_id, person_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create unique index on people.person (area_id, held_by, source_reference) where source_reference is not null;
-- Row security leaves no index but one of plain comparisons: a search is a range of the folded surname within each team.
create index on people.person (area_id, held_by, surname_key, forename_key, person_id);
select access.protect('people.person', 'select, insert, update');
select access.figures_may_read('people.person', 'area_id, person_id, held_by, sex, ethnicity, district, outcode, sensitive, recorded_at');

create table people.previous_name (
  area_id          uuid not null default access.area_id(),
  previous_name_id uuid not null default access.new_id(),
  person_id        uuid not null,
  held_by          uuid not null,
  forename         text not null default '',
  surname          text not null default '',
  recorded_at      timestamptz not null default now(),
  recorded_by      uuid default access.actor_id(),
  primary key (area_id, previous_name_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id));
create index on people.previous_name (area_id, person_id);
select access.protect('people.previous_name', 'select, insert, delete');

-- The one door (people/safe-contact) reads this and nothing else does: a number, address or letter is never used past it.
create table people.contact_method (
  area_id           uuid not null default access.area_id(),
  contact_method_id uuid not null default access.new_id(),
  person_id         uuid not null,
  held_by           uuid not null,
  kind              text not null check (kind in ('mobile', 'phone', 'email')),
  value             text not null,
  safe              text not null default 'unknown' check (safe in ('yes', 'no', 'unknown')),
  message_ok        text not null default 'unknown' check (message_ok in ('yes', 'no', 'unknown')),
  withhold_caller_id boolean not null default false,
  hours             text,                       -- 'after 6pm'
  shared_with       text,                       -- who else may see or answer it
  notes             text,
  checked_on        date,                       -- when the person last said so
  review_on         date,                       -- when to ask again
  stopped_on        date,                       -- not used from this day until somebody has looked again
  stopped_because   text check (stopped_because in ('someone-else-answered', 'wrong-number', 'not-delivered', 'asked-to-stop', 'not-safe', 'other')),
  recorded_at       timestamptz not null default now(),
  primary key (area_id, contact_method_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  check ((stopped_on is null) = (stopped_because is null)));
create index on people.contact_method (area_id, person_id);
select access.protect('people.contact_method', 'select, insert, update');

-- An address that must be protected is held by a restricted team of named members: held_by may differ from the person's.
create table people.address (
  area_id       uuid not null default access.area_id(),
  address_id    uuid not null default access.new_id(),
  person_id     uuid not null,
  held_by       uuid not null,
  line          text not null default '',
  town          text not null default '',
  postcode      text not null default '',
  safe          text not null default 'unknown' check (safe in ('yes', 'no', 'unknown')),   -- for letters and visits
  message_ok    text not null default 'unknown' check (message_ok in ('yes', 'no', 'unknown')),  -- may a letter be left there
  suspect_lives_here boolean not null default false,
  protected     boolean not null default false,
  until         date,                           -- lived there until
  recorded_at   timestamptz not null default now(),
  primary key (area_id, address_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create index on people.address (area_id, person_id);
select access.protect('people.address', 'select, insert, update, delete');
-- Sharing is giving (decision 2): whoever learns that an address must be protected hands it to the restricted team, and sees it no more.
create policy given_to_be_protected on people.address for insert to waymark_app with check (area_id = access.area_id() and protected);

-- What a person is found by (people/keys): hashed facts, each in a column of its own and compared with `=`, the only comparison that an
-- index serves under row security. The team is hashed into every key, so that looking for one leads to nothing that another team holds,
-- and an index of eight bytes is enough. `packed` is the record as a comparison reads it. A further `part` holds the contacts and earlier
-- names that one row has no room for. Derived from rows whose changes are kept, so its own are not.
create table people.person_key (
  area_id           uuid not null default access.area_id(),
  person_id         uuid not null,
  part              smallint not null default 0,
  held_by           uuid not null,
  born_forename     bigint,
  born_surname      bigint,
  name_year         bigint,
  name_day          bigint,
  name              bigint,
  address           bigint,
  phone             bigint,
  other_phone       bigint,
  email             bigint,
  email_name        bigint,
  born              bigint,
  born_month        bigint,
  postcode          bigint,
  sound_forename    bigint,
  sound_surname     bigint,
  once              bigint,                    -- an earlier surname
  packed            bytea,
  primary key (area_id, person_id, part));
create index on people.person_key (born_forename) where born_forename is not null;
create index on people.person_key (born_surname) where born_surname is not null;
create index on people.person_key (name_year) where name_year is not null;
create index on people.person_key (name_day) where name_day is not null;
create index on people.person_key (name) where name is not null;
create index on people.person_key (address) where address is not null;
create index on people.person_key (phone) where phone is not null;
create index on people.person_key (other_phone) where other_phone is not null;
create index on people.person_key (email) where email is not null;
create index on people.person_key (email_name) where email_name is not null;
create index on people.person_key (born) where born is not null;
create index on people.person_key (born_month) where born_month is not null;
create index on people.person_key (postcode) where postcode is not null;
create index on people.person_key (sound_forename) where sound_forename is not null;
create index on people.person_key (sound_surname) where sound_surname is not null;
create index on people.person_key (once) where once is not null;
alter table people.person_key enable row level security;
alter table people.person_key force row level security;
create policy held_by_my_teams on people.person_key to waymark_app
  using (area_id = access.area_id() and held_by = any (access.my_teams()))
  with check (area_id = access.area_id() and held_by = any (access.my_teams()));
grant select, insert, delete on people.person_key to waymark_app;

-- Two records of one person, within what one set of teams holds. Held by the narrower of the two records' teams.
create table people.link (
  area_id         uuid not null default access.area_id(),
  link_id         uuid not null default access.new_id(),
  held_by         uuid not null,
  person_id       uuid not null,               -- the smaller of the two ids
  other_person_id uuid not null,
  batch_id        uuid,                        -- made by a bulk run, and undone with it
  linked_at       timestamptz not null default now(),
  linked_by       uuid default access.actor_id(),
  unlinked_at     timestamptz,
  primary key (area_id, link_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, other_person_id) references people.person (area_id, person_id),
  check (person_id < other_person_id));
create unique index on people.link (area_id, person_id, other_person_id) where unlinked_at is null;
create index on people.link (area_id, other_person_id);
create index on people.link (area_id, batch_id) where batch_id is not null;
select access.protect('people.link', 'select, insert, update');
select access.figures_may_read('people.link', 'area_id, link_id, held_by, person_id, other_person_id, batch_id, linked_at, unlinked_at');

-- What was decided about two records, and taken back: only ever added to.
create table people.link_decision (
  area_id          uuid not null default access.area_id(),
  link_decision_id uuid not null default access.new_id(),
  held_by          uuid not null,
  person_id        uuid not null,
  other_person_id  uuid not null,
  decision         text not null check (decision in ('same', 'not-same', 'not-sure', 'unlinked')),
  because          text not null default '',   -- in the words of whoever decided
  band             text not null default '' check (band in ('', 'almost certain', 'likely', 'possible', 'unlikely')),
  reasons          text[] not null default '{}', -- what the comparison said, without any value: 'same date of birth'
  score            real,
  batch_id         uuid,
  decided_at       timestamptz not null default now(),
  decided_by       uuid default access.actor_id(),
  primary key (area_id, link_decision_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, other_person_id) references people.person (area_id, person_id),
  check (person_id < other_person_id));
create index on people.link_decision (area_id, person_id);
create index on people.link_decision (area_id, other_person_id);
select access.protect('people.link_decision', 'select, insert');

-- What records are compared by, estimated from the area's own: chances, and hashes of common values; nobody's name. Only added to.
create table people.matching_model (
  area_id           uuid not null default access.area_id(),
  matching_model_id uuid not null default access.new_id(),
  records           int not null,              -- how many it was estimated from
  model             text not null,
  estimated_at      timestamptz not null default now(),
  primary key (area_id, matching_model_id));
select access.protect_within_area('people.matching_model', 'select, insert');

-- One human being across holders, for counting only (decision 3). Seen by the figures role, and by the actor that keeps it: the area's own.
-- A worker's act reads no row of it and writes none that anything counts.
create table people.identity (
  area_id       uuid not null default access.area_id(),
  person_id     uuid not null,
  kept_by       uuid not null default access.actor_id(),
  identity_id   uuid not null,
  tied_by       text not null check (tied_by in ('itself', 'link', 'match')),
  tied_at       timestamptz not null default now(),
  primary key (area_id, kept_by, person_id));
alter table people.identity enable row level security;
alter table people.identity force row level security;
create policy kept_by_me on people.identity to waymark_app
  using (area_id = access.area_id() and kept_by = access.actor_id())
  with check (area_id = access.area_id() and kept_by = access.actor_id());
grant select, insert, update, delete on people.identity to waymark_app;
select access.figures_may_read('people.identity', 'area_id, person_id, kept_by, identity_id, tied_by, tied_at');
