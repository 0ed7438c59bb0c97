-- Local organisations that sign up to help and refer, and how far each has come.
create schema community_points;
grant usage on schema community_points to waymark_app, waymark_figures;

create table community_points.community_point (
  area_id            uuid not null default access.area_id(),
  community_point_id uuid not null default access.new_id(),
  held_by            uuid not null,            -- the provider's team that looks after it
  name               text not null,
  district           text not null,            -- a district's name, or 'County wide'
  sites              int not null default 1 check (sites > 0),
  recorded_at        timestamptz not null default now(),
  primary key (area_id, community_point_id),
  unique (area_id, held_by, name, district),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('community_points.community_point', 'select, insert, update');
select access.figures_may_read('community_points.community_point', 'area_id, community_point_id, held_by, name, district, sites');

-- engaged -> applied -> registered -> lapsed: a row for each step, so that any date can be asked about.
create table community_points.stage (
  area_id            uuid not null default access.area_id(),
  stage_id           uuid not null default access.new_id(),
  community_point_id uuid not null,
  held_by            uuid not null,
  stage              text not null check (stage in ('engaged', 'applied', 'registered', 'lapsed')),
  reached_on         date,                     -- null: reached before records began, or not recorded
  recorded_at        timestamptz not null default now(),
  recorded_by        uuid default access.actor_id(),
  primary key (area_id, stage_id),
  unique (area_id, community_point_id, stage, reached_on),
  foreign key (area_id, community_point_id) references community_points.community_point (area_id, community_point_id));
select access.protect('community_points.stage', 'select, insert');
select access.figures_may_read('community_points.stage', 'area_id, stage_id, community_point_id, held_by, stage, reached_on, recorded_at');
