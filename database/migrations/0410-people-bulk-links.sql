-- A bulk comparison of everything one team holds: what it linked by itself, what it left to a person, and how sure it was. Undone as one.
create table people.link_batch (
  area_id         uuid not null default access.area_id(),
  link_batch_id   uuid not null default access.new_id(),
  held_by         uuid not null,
  records         int not null,
  links           int not null,
  reviews         int not null,
  link_threshold  real not null,               -- log2 odds at or above which it linked
  review_threshold real not null,              -- and at or above which it asked
  estimated_error real not null,               -- the share of its links that it expects to be wrong
  made_at         timestamptz not null default now(),
  made_by         uuid default access.actor_id(),
  undone_at       timestamptz,
  undone_by       uuid,
  undone_because  text,
  primary key (area_id, link_batch_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  check ((undone_at is null) = (undone_because is null)));
select access.protect('people.link_batch', 'select, insert, update');

-- A pair that a person must decide about: not sure enough, possible twins, or one of them sensitive.
create table people.link_review (
  area_id         uuid not null default access.area_id(),
  link_review_id  uuid not null default access.new_id(),
  link_batch_id   uuid not null,
  held_by         uuid not null,
  person_id       uuid not null,
  other_person_id uuid not null,
  band            text not null check (band in ('almost certain', 'likely', 'possible')),
  reasons         text[] not null,
  score           real not null,
  decided_at      timestamptz,                 -- the decision itself is in people.link_decision
  primary key (area_id, link_review_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, link_batch_id) references people.link_batch (area_id, link_batch_id),
  foreign key (area_id, person_id) references people.person (area_id, person_id),
  foreign key (area_id, other_person_id) references people.person (area_id, person_id),
  check (person_id < other_person_id));
create unique index on people.link_review (area_id, person_id, other_person_id) where decided_at is null;
create index on people.link_review (area_id, held_by, score desc, link_review_id) where decided_at is null;
select access.protect('people.link_review', 'select, insert, update');
