-- A force's extracts: recorded crime and anti-social behaviour. Who the victims are is kept apart, where the figures role cannot read it:
-- what is counted knows a victim only by a number of our own.
create table insight.extract (
  area_id     uuid not null default access.area_id(),
  extract_id  uuid not null default access.new_id(),
  held_by     uuid not null,
  kind        text not null check (kind in ('recorded-crime', 'asb')),
  file_name   text not null,
  profile     text not null,
  content_hash text not null,
  rows_read   int not null default 0,
  rows_kept   int not null default 0,
  refused     jsonb not null default '[]',     -- [{row, problem}]: the first thousand
  refused_count int not null default 0,
  finished_at timestamptz,
  recorded_at timestamptz not null default now(),
  primary key (area_id, extract_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('insight.extract', 'select, insert, update');
select access.figures_may_read('insight.extract', 'area_id, extract_id, held_by, kind, rows_read, rows_kept, refused_count, finished_at');

-- One victim as one extract row names them. victim_id is the same for rows of one human being.
create table insight.victim_record (
  area_id          uuid not null default access.area_id(),
  victim_record_id uuid not null default access.new_id(),
  held_by          uuid not null,
  victim_id        uuid,
  nominal          text,
  surname          text,
  forenames        text,
  born_on          text,
  sex              text,
  postcode         text,
  phone            text,
  email            text,
  primary key (area_id, victim_record_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('insight.victim_record', 'select, insert, update');
select access.figures_may_read('insight.victim_record', 'area_id, victim_record_id, held_by, victim_id');

create table insight.recorded_crime (
  area_id        uuid not null default access.area_id(),
  recorded_crime_id uuid not null default access.new_id(),
  held_by        uuid not null,
  crime_number   text not null,
  recorded_on    date not null,
  committed_on   date,
  class          text not null,
  offence        text,
  offence_group  text not null,
  offence_subgroup text,
  domestic       boolean not null default false,
  hate_strand    text,
  district       text,
  ward           text,
  victim_type    text not null check (victim_type in ('person', 'organisation', 'state')),
  victim_record_id uuid,
  primary key (area_id, recorded_crime_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, victim_record_id) references insight.victim_record (area_id, victim_record_id));
create unique index on insight.recorded_crime (area_id, held_by, crime_number, victim_record_id) nulls not distinct;
create index on insight.recorded_crime (area_id, recorded_on);
select access.protect('insight.recorded_crime', 'select, insert');
select access.figures_may_read('insight.recorded_crime', 'area_id, recorded_crime_id, held_by, crime_number, recorded_on, committed_on, class, offence_group,
  offence_subgroup, domestic, hate_strand, district, ward, victim_type, victim_record_id');

create table insight.asb_incident (
  area_id        uuid not null default access.area_id(),
  asb_incident_id uuid not null default access.new_id(),
  held_by        uuid not null,
  incident_number text not null,
  occurred_on    date not null,
  qualifier      text not null,
  at_risk        boolean not null default false,
  district       text,
  ward           text,
  victim_record_id uuid,
  primary key (area_id, asb_incident_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, victim_record_id) references insight.victim_record (area_id, victim_record_id));
create unique index on insight.asb_incident (area_id, held_by, incident_number, victim_record_id) nulls not distinct;
create index on insight.asb_incident (area_id, occurred_on);
select access.protect('insight.asb_incident', 'select, insert');
select access.figures_may_read('insight.asb_incident', 'area_id, asb_incident_id, held_by, incident_number, occurred_on, qualifier, at_risk, district, ward, victim_record_id');

-- Crimes with a named person as victim: those against organisations and the state are kept, and left out here by definition.
create view insight.crime with (security_invoker = true) as
select c.area_id, c.held_by, c.recorded_crime_id as record_id, c.crime_number, c.recorded_on as counted_on, c.class, c.offence_group, c.domestic,
  c.hate_strand, c.district, v.victim_id
from insight.recorded_crime c join insight.victim_record v on v.area_id = c.area_id and v.victim_record_id = c.victim_record_id
where c.victim_type = 'person' and v.victim_id is not null;

-- Incidents tagged as risk or vulnerable, with a victim.
create view insight.asb with (security_invoker = true) as
select i.area_id, i.held_by, i.asb_incident_id as record_id, i.incident_number, i.occurred_on as counted_on, i.qualifier as class, i.district, v.victim_id
from insight.asb_incident i join insight.victim_record v on v.area_id = i.area_id and v.victim_record_id = i.victim_record_id
where i.at_risk and v.victim_id is not null;
grant select on insight.crime, insight.asb to waymark_app, waymark_figures;
