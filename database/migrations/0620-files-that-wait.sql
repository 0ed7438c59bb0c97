-- A file that came by a page is kept until every row of it is: it is read by a job, so that no page waits, and goes on after a stop.
alter table referrals.transfer
  add column bytes_read      bigint not null default 0,
  add column reading_since   timestamptz not null default now(),  -- when the present reading began; reset when one goes on
  add column rows_before     int not null default 0,              -- rows that were kept when it began
  add column landed_at       timestamptz,                         -- when the last rows were kept
  add column stopped_because text;                                -- a sentence: why it cannot be read to its end

-- The file as it came, in pieces, thrown away when it has been read. Its changes are not kept: nothing of a file outlives its reading.
create table referrals.waiting_piece (
  area_id      uuid not null default access.area_id(),
  transfer_id  uuid not null,
  piece_number int not null,
  held_by      uuid not null,
  content      bytea not null,
  primary key (area_id, transfer_id, piece_number),
  foreign key (area_id, held_by) references access.team (area_id, team_id),
  foreign key (area_id, transfer_id) references referrals.transfer (area_id, transfer_id));
alter table referrals.waiting_piece alter column content set storage external;
alter table referrals.waiting_piece enable row level security;
alter table referrals.waiting_piece force row level security;
create policy held_by_my_teams on referrals.waiting_piece to waymark_app
  using (area_id = access.area_id() and held_by = any (access.my_teams()))
  with check (area_id = access.area_id() and held_by = any (access.my_teams()));
grant select, insert, delete on referrals.waiting_piece to waymark_app;
