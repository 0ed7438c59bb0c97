-- A paper is about no person: figures, and words that somebody wrote. It is held by the team that writes it and, once given, open to the office too.
create schema papers;
grant usage on schema papers to waymark_app;

create table papers.paper (
  area_id       uuid not null default access.area_id(),
  paper_id      uuid not null default access.new_id(),
  held_by       uuid not null,
  given_to      uuid,                          -- the Commissioner's office's team, once the paper is submitted
  organisation_id uuid,                        -- whose records its figures count; null: the whole area's
  template      text not null,
  title         text not null,
  period_from   date not null,
  period_to     date not null check (period_to >= period_from),
  report_to     text not null,
  meeting_on    date not null,
  agenda_item   text,
  report_author text not null,
  is_public     boolean not null default true,
  written_by    uuid not null default access.actor_id(),
  written_at    timestamptz not null default now(),
  primary key (area_id, paper_id),
  unique (area_id, paper_id, held_by),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, given_to) references access.team (area_id, team_id),
  foreign key (area_id, organisation_id) references access.organisation (area_id, organisation_id));
select access.protect('papers.paper', 'select, insert, update');

-- What its author wrote in a section, below what the template says. Earlier wordings are kept in access.change.
create table papers.section_words (
  area_id    uuid not null default access.area_id(),
  section_words_id uuid not null default access.new_id(),
  paper_id   uuid not null,
  held_by    uuid not null,
  given_to   uuid,
  section    text not null,
  words      text not null,
  written_at timestamptz not null default now(),
  primary key (area_id, section_words_id),
  unique (area_id, paper_id, section),
  foreign key (area_id, paper_id, held_by) references papers.paper (area_id, paper_id, held_by) on update cascade);
select access.protect('papers.section_words', 'select, insert, update');

-- Sign-off freezes: the figures as they were, with their queries and as-at times, and the document as it was printed.
create table papers.sign_off (
  area_id     uuid not null default access.area_id(),
  sign_off_id uuid not null default access.new_id(),
  paper_id    uuid not null,
  held_by     uuid not null,
  given_to    uuid,
  signed_by   uuid not null default access.actor_id(),
  signed_at   timestamptz not null default now(),
  document    jsonb not null,
  figures     jsonb not null,
  primary key (area_id, sign_off_id),
  unique (area_id, paper_id),
  foreign key (area_id, paper_id, held_by) references papers.paper (area_id, paper_id, held_by) on update cascade);
select access.protect('papers.sign_off', 'select, insert');

-- Sharing is giving: what was given to the office is open to it, to read and to sign.
create policy given_to_my_teams on papers.paper for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
create policy given_to_my_teams on papers.section_words for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
create policy given_to_my_teams on papers.sign_off for select to waymark_app
  using (area_id = access.area_id() and given_to = any (access.my_teams()));
create policy signed_by_the_office on papers.sign_off for insert to waymark_app
  with check (area_id = access.area_id() and given_to = any (access.my_teams()));
