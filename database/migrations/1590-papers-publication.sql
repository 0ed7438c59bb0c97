-- What the public may read is a copy written for it: the redacted words are not in it. What is taken out, and why, stays with the office.
create table papers.redaction (
  area_id      uuid not null default access.area_id(),
  redaction_id uuid not null default access.new_id(),
  paper_id     uuid not null,
  held_by      uuid not null,
  block        int not null check (block >= 0),   -- which block of the signed document
  place        text not null,                  -- as people cite it: '3.2'
  words        text,                           -- the exact words taken out; null: the whole block
  ground       text not null check (ground ~ '^[a-z0-9-]+$'),
  because      text not null,
  made_by      uuid not null default access.actor_id(),
  made_at      timestamptz not null default now(),
  lifted_by    uuid,
  lifted_at    timestamptz,
  primary key (area_id, redaction_id),
  check ((lifted_by is null) = (lifted_at is null)),
  foreign key (area_id, paper_id) references papers.paper (area_id, paper_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create index on papers.redaction (area_id, paper_id);
select access.protect('papers.redaction', 'select, insert, update');

-- One stable address, with its versions.
create table papers.publication (
  area_id        uuid not null default access.area_id(),
  publication_id uuid not null default access.new_id(),
  held_by        uuid not null,
  address        text not null check (address ~ '^[a-z0-9-]+$'),
  meeting        text not null,                -- its board's name
  met_on         date not null,
  item           int not null,
  title          text not null,
  withdrawn_at   timestamptz,
  withdrawn_because text,
  primary key (area_id, publication_id),
  unique (area_id, publication_id, held_by),
  unique (area_id, address),
  check ((withdrawn_at is null) = (withdrawn_because is null)),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('papers.publication', 'select, insert, update');

create table papers.publication_version (
  area_id        uuid not null default access.area_id(),
  publication_version_id uuid not null default access.new_id(),
  publication_id uuid not null,
  held_by        uuid not null,
  paper_id       uuid not null,
  version        int not null check (version > 0),
  document       jsonb not null,               -- as the public reads it
  redactions     jsonb not null,               -- where and on which ground; never the words
  because        text check (version = 1 or because is not null),   -- why there is this version
  published_by   uuid not null default access.actor_id(),
  published_at   timestamptz not null default now(),
  primary key (area_id, publication_version_id),
  unique (area_id, publication_id, version),
  foreign key (area_id, publication_id, held_by) references papers.publication (area_id, publication_id, held_by) on update cascade,
  foreign key (area_id, paper_id) references papers.paper (area_id, paper_id));
create index on papers.publication_version (area_id, paper_id);
create index on papers.publication_version (area_id, published_at);
select access.protect('papers.publication_version', 'select, insert');

-- A figure of a published paper that later entries have changed, told with the reason.
create table papers.restatement (
  area_id        uuid not null default access.area_id(),
  restatement_id uuid not null default access.new_id(),
  publication_id uuid not null,
  held_by        uuid not null,
  version        int not null,
  figure         text not null,
  name           text not null,
  was            text not null,
  was_as_at      timestamptz not null,
  is_now         text not null,
  is_as_at       timestamptz not null,
  because        text not null,
  told_by        uuid not null default access.actor_id(),
  told_at        timestamptz not null default now(),
  primary key (area_id, restatement_id),
  foreign key (area_id, publication_id, held_by) references papers.publication (area_id, publication_id, held_by) on update cascade);
create index on papers.restatement (area_id, publication_id);
create index on papers.restatement (area_id, told_at);
select access.protect('papers.restatement', 'select, insert');

-- An agenda as the public reads it, with the decisions: written anew whenever the office publishes it.
create table papers.published_meeting (
  area_id      uuid not null default access.area_id(),
  published_meeting_id uuid not null default access.new_id(),
  meeting_id   uuid not null,
  held_by      uuid not null,
  address      text not null check (address ~ '^[a-z0-9-]+$'),
  meeting      text not null,
  met_on       date not null,
  starts_at    text,
  place        text,
  items        jsonb not null,
  published_at timestamptz not null default now(),
  primary key (area_id, published_meeting_id),
  unique (area_id, meeting_id),
  unique (area_id, address),
  foreign key (area_id, meeting_id, held_by) references papers.meeting (area_id, meeting_id, held_by) on update cascade);
select access.protect('papers.published_meeting', 'select, insert, update');

-- Published is published: anyone in the area's public pages reads these, and nothing else.
create policy published_to_all on papers.publication for select to waymark_app using (area_id = access.area_id());
create policy published_to_all on papers.publication_version for select to waymark_app using (area_id = access.area_id());
create policy published_to_all on papers.restatement for select to waymark_app using (area_id = access.area_id());
create policy published_to_all on papers.published_meeting for select to waymark_app using (area_id = access.area_id());
