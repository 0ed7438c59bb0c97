-- The tables of recorded crime as the public reads them: a copy made for it, kept as it was, at one address for each period.
create table insight.published_tables (
  area_id      uuid not null default access.area_id(),
  published_tables_id uuid not null default access.new_id(),
  held_by      uuid not null,
  address      text not null check (address ~ '^[a-z0-9-]+$'),
  title        text not null,
  period_from  date not null,
  period_to    date not null check (period_to >= period_from),
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (area_id, published_tables_id),
  unique (area_id, published_tables_id, held_by),
  unique (area_id, address),
  check ((withdrawn_at is null) = (withdrawn_because is null)),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('insight.published_tables', 'select, insert, update');

-- One version. Nothing of it ever changes, but that it may be withdrawn.
create table insight.published_tables_version (
  area_id      uuid not null default access.area_id(),
  published_tables_version_id uuid not null default access.new_id(),
  published_tables_id uuid not null,
  held_by      uuid not null,
  version      int not null check (version > 0),
  document     jsonb not null,                 -- as the public reads it: small counts are not in it
  tables       jsonb not null,                 -- the same tables for the spreadsheet
  changes      jsonb not null default '[]',    -- what the version before printed otherwise
  because      text check (version = 1 or because is not null),
  published_by uuid not null default access.actor_id(),
  published_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (area_id, published_tables_version_id),
  unique (area_id, published_tables_id, version),
  unique (area_id, published_tables_version_id, held_by),
  check ((withdrawn_at is null) = (withdrawn_because is null)),
  foreign key (area_id, published_tables_id, held_by) references insight.published_tables (area_id, published_tables_id, held_by) on update cascade);
select access.protect('insight.published_tables_version', 'select, insert');
grant update (withdrawn_at, withdrawn_because) on insight.published_tables_version to waymark_app;
create index on insight.published_tables_version (area_id, published_at);

create policy published_to_all on insight.published_tables for select to waymark_app using (area_id = access.area_id());
create policy published_to_all on insight.published_tables_version for select to waymark_app using (area_id = access.area_id());

-- The figures of a version as they were counted, with their queries, before small counts were hidden: for the office alone.
create table insight.published_tables_figures (
  area_id      uuid not null default access.area_id(),
  published_tables_version_id uuid not null,
  held_by      uuid not null,
  figures      jsonb not null,
  primary key (area_id, published_tables_version_id),
  foreign key (area_id, published_tables_version_id, held_by)
    references insight.published_tables_version (area_id, published_tables_version_id, held_by) on update cascade);
select access.protect('insight.published_tables_figures', 'select, insert');

-- How small a count some tables may print, and why: rows are only added, and the latest of some tables stands.
create table insight.small_number_rule (
  area_id      uuid not null default access.area_id(),
  small_number_rule_id uuid not null default access.new_id(),
  held_by      uuid not null,
  tables       text not null check (tables ~ '^[a-z_]+$'),
  hide_below   int check (hide_below between 0 and 100),   -- 0: every count is printed; null: what is usual again
  because      text not null,
  decided_by   uuid not null default access.actor_id(),
  decided_at   timestamptz not null default now(),
  primary key (area_id, small_number_rule_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
create index on insight.small_number_rule (area_id, tables, decided_at);
select access.protect('insight.small_number_rule', 'select, insert');
