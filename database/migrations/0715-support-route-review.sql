-- Somebody looked at a doubtful way of contact and said how to go on (domain 4.3): attempts may be made again after it.
create table support.route_review (
  area_id         uuid not null default access.area_id(),
  route_review_id uuid not null default access.new_id(),
  case_id         uuid not null,
  held_by         uuid not null,
  finding         text not null,
  recorded_at     timestamptz not null default now(),
  recorded_by     uuid default access.actor_id(),
  primary key (area_id, route_review_id),
  foreign key (area_id, case_id, held_by) references support.case (area_id, case_id, held_by) on update cascade);
create index on support.route_review (area_id, case_id);
select access.protect('support.route_review', 'select, insert');
