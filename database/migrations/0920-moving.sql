-- A move from an old system, and its proof: what every row of every file became.
create schema moving;
grant usage on schema moving to waymark_app;

create table moving.move (
  area_id    uuid not null default access.area_id(),
  move_id    uuid not null default access.new_id(),
  held_by    uuid not null,                    -- the receiving team
  profile    text not null,                    -- the mapping profile's name
  folder     text not null,                    -- the export's folder, its last part only
  started_at timestamptz not null default now(),
  ended_at   timestamptz,                      -- null: still running, or stopped before its end (run it again)
  proof      jsonb,                            -- counts only
  started_by uuid default access.actor_id(),
  primary key (area_id, move_id),
  foreign key (area_id, held_by) references access.team (area_id, team_id));
select access.protect('moving.move', 'select, insert, update');

-- Every row that was not loaded, and why. It may quote a cell, so only the team that holds the people sees it.
create table moving.refused_row (
  area_id        uuid not null default access.area_id(),
  refused_row_id uuid not null default access.new_id(),
  move_id        uuid not null,
  held_by        uuid not null,
  file           text not null,
  row_number     int not null,
  reason         text not null,
  primary key (area_id, refused_row_id),
  foreign key (area_id, move_id) references moving.move (area_id, move_id));
create index on moving.refused_row (area_id, move_id, file, row_number);
select access.protect('moving.refused_row', 'select, insert');
