-- Who changed how sure a comparison must be, from what, when and why. About no person: everybody of the area may know what holds.
create table people.matching_threshold_change (
  area_id        uuid not null default access.area_id(),
  matching_threshold_change_id uuid not null default access.new_id(),
  link_was       real not null,                -- log2 odds
  review_was     real not null,
  link           real not null,
  review         real not null,
  because        text not null,
  changed_by     uuid not null default access.actor_id(),
  changed_at     timestamptz not null default now(),
  primary key (area_id, matching_threshold_change_id),
  check (review <= link));
create index on people.matching_threshold_change (area_id, changed_at);
select access.protect_within_area('people.matching_threshold_change', 'select, insert');
