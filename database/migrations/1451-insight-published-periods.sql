-- A rule about small counts is decided for the area: whoever publishes goes by it, whichever team of the office they are in.
create policy decided_for_the_area on insight.small_number_rule for select to waymark_app using (area_id = access.area_id());

-- The other published periods that a version was held against before it was published, and why nothing hidden can be worked out from them.
alter table insight.published_tables_figures
  add column held_against text[] not null default '{}',
  add column overlaps_because text,
  add check ((held_against = '{}') = (overlaps_because is null));
