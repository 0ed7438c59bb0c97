-- What became of a file's rows, counted as they are kept: opening a file of any size, or the list of them, reads these numbers and none
-- of its rows. Derived from rows whose changes are kept, so its own are not.
create table referrals.transfer_count (
  area_id       uuid not null default access.area_id(),
  transfer_id   uuid not null,
  held_by       uuid not null,
  offence_group text not null,
  result        text not null,
  heap          text not null check (heap in ('accepted', 'held', 'refused')),
  n             int not null,                  -- victims, which are rows unless a row is a crime with several
  primary key (area_id, transfer_id, offence_group, result, heap),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, transfer_id) references referrals.transfer (area_id, transfer_id));
alter table referrals.transfer_count enable row level security;
alter table referrals.transfer_count force row level security;
create policy held_by_my_teams on referrals.transfer_count to waymark_app
  using (area_id = access.area_id() and held_by = any (access.my_teams()))
  with check (area_id = access.area_id() and held_by = any (access.my_teams()));
grant select, insert, update on referrals.transfer_count to waymark_app;

-- Counted from the rows themselves once, when the file had been read to its end: does it add up?
alter table referrals.transfer
  add column rows_kept    int,                 -- rows with a result
  add column missing_rows int[];               -- the first rows without one: none, unless something is wrong
