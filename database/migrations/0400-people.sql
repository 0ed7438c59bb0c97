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
  date_of_birth    date,
  sex              text check (sex in ('F', 'M', 'X')),
  ethnicity        text,                       -- 16+1 or 18+1 code, as reference knows it
  language         text,                       -- the language an interpreter is needed for
  district         text,                       -- where they live: name of the district, from the postcode or as sent
  outcode          text,                       -- first half of the postcode: enough for counting by place
  sensitive        boolean not null default false,  -- contact only by a route known to be safe; never linked automatically
  recorded_at      timestamptz not null default now(),
  recorded_by      uuid default access.actor_id(),
  primary key (area_id, person_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create unique index on people.person (area_id, held_by, source_reference) where source_reference is not null;
select access.protect('people.person', 'select, insert, update');
select access.figures_may_read('people.person', 'area_id, person_id, held_by, sex, ethnicity, district, outcode, sensitive, recorded_at');

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
  hours             text,                       -- 'after 6pm'
  shared_with       text,                       -- who else may see or answer it
  notes             text,
  checked_on        date,
  stopped_on        date,                       -- wrong number, undelivered, answered by someone else
  stopped_because   text,
  recorded_at       timestamptz not null default now(),
  primary key (area_id, contact_method_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id));
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
  safe          text not null default 'unknown' check (safe in ('yes', 'no', 'unknown')),   -- for letters
  suspect_lives_here boolean not null default false,
  protected     boolean not null default false,
  until         date,                           -- lived there until
  recorded_at   timestamptz not null default now(),
  primary key (area_id, address_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id));
create index on people.address (area_id, person_id);
select access.protect('people.address', 'select, insert, update');
