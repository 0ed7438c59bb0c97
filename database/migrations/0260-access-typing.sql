-- What is being typed, for whoever types it, until it is saved; and what was sent, so that nothing is done twice. Their own rule: only their
-- writer reaches them, whatever their teams hold. Their changes are not kept: a draft is nobody's record yet, and every pause in typing would be one.
create table access.draft (
  area_id   uuid not null default access.area_id(),
  draft_id  uuid not null default access.new_id(),
  member_id uuid not null default access.actor_id(),
  url       text not null check (length(url) <= 300),
  fields    jsonb not null,
  saved_at  timestamptz not null default now(),
  primary key (area_id, draft_id),
  unique (area_id, member_id, url),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
alter table access.draft enable row level security;
alter table access.draft force row level security;
create policy typed_by_me on access.draft to waymark_app
  using (area_id = access.area_id() and member_id = access.actor_id())
  with check (area_id = access.area_id() and member_id = access.actor_id());
grant select, insert, update, delete on access.draft to waymark_app;

-- A form that was sent and answered: the same one sent again gets the same answer. The key is a hash of what was sent; a day, then thrown away.
create table access.sent_form (
  area_id   uuid not null default access.area_id(),
  member_id uuid not null default access.actor_id(),
  key       bytea not null,
  url       text not null,                       -- where its answer led, and what it said
  said      text,
  sent_at   timestamptz not null,
  primary key (area_id, member_id, key),
  foreign key (area_id, member_id) references access.member (area_id, member_id));
alter table access.sent_form enable row level security;
alter table access.sent_form force row level security;
create policy sent_by_me on access.sent_form to waymark_app
  using (area_id = access.area_id() and member_id = access.actor_id())
  with check (area_id = access.area_id() and member_id = access.actor_id());
grant select, insert, delete on access.sent_form to waymark_app;
