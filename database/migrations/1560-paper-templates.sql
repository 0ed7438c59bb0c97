-- What a front sheet says besides; and the template as it was when the paper began, for one made on a page.
alter table papers.paper
  add column for_what text not null default 'consideration' check (for_what in ('consideration', 'information', 'decision')),
  add column other_contacts text,
  add column author_email text,
  add column template_definition jsonb,      -- null: one of those that come with the program
  add column template_version int;

-- A template that an office makes on a page: its draft is changed there, and papers are started from a version of it.
create table papers.template (
  area_id     uuid not null default access.area_id(),
  template_id uuid not null default access.new_id(),
  held_by     uuid not null,
  name        text not null,
  about       text not null check (about in ('service', 'plan')),
  draft       jsonb not null,
  changed_at  timestamptz not null default clock_timestamp(),
  made_by     uuid not null default access.actor_id(),
  made_at     timestamptz not null default now(),
  primary key (area_id, template_id),
  unique (area_id, template_id, held_by),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('papers.template', 'select, insert, update');

-- Only ever added: a paper begun from a version keeps it, whatever becomes of the template.
create table papers.template_version (
  area_id     uuid not null default access.area_id(),
  template_version_id uuid not null default access.new_id(),
  template_id uuid not null,
  held_by     uuid not null,
  version     int not null check (version > 0),
  definition  jsonb not null,
  kept_by     uuid not null default access.actor_id(),
  kept_at     timestamptz not null default clock_timestamp(),
  primary key (area_id, template_version_id),
  unique (area_id, template_id, version),
  foreign key (area_id, template_id, held_by) references papers.template (area_id, template_id, held_by) on update cascade);
select access.protect('papers.template_version', 'select, insert');

-- Where a number in an update's words comes from, when no measure gives it. The update itself is never changed: this is said beside it.
create table papers.figure_source (
  area_id     uuid not null default access.area_id(),
  figure_source_id uuid not null default access.new_id(),
  update_id   uuid not null,
  held_by     uuid not null,
  figure      text not null,                 -- as it stands in the words: '£655,285', '82%'
  place       int not null check (place > 0), -- which of the same figure in the words, from the first
  about       text not null,                 -- what it is a figure of
  n           text,
  origin      text not null,
  as_at_on    date,
  entered_by  uuid not null default access.actor_id(),
  entered_at  timestamptz not null default now(),
  primary key (area_id, figure_source_id),
  unique (area_id, update_id, figure, place),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, update_id) references delivery_plan.update (area_id, update_id));
select access.protect('papers.figure_source', 'select, insert, update');
